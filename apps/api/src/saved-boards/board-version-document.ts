import type { BoardVersion } from '@app/contracts';
import type { SaveChanges } from '@app/domain';
import type { LoggedChange } from '../database/change-log.js';

/** One state of a board as stored in `board_versions`. */
export interface BoardVersionDocument extends LoggedChange {
  /** Which board: see BoardPlace. */
  board: string;
  kind: BoardVersion['kind'];
  note: string | null;
  /** Of a restore: the version whose state it brought back. */
  restored_version: string | null;
  /** In the contract's shape. */
  preferences: Record<string, unknown>;
  deals: number;
  hidden: number;
  /** Missing in documents of earlier versions of the product. */
  projected?: number | null;
  changes?: SaveChanges;
  /** Fingerprint of what was stored before. */
  made_on: string;
  /** Fingerprint of what it stores. */
  stores: string;
}

/** All but the deals: what a list shows. */
export type BoardVersionHead = Omit<BoardVersionDocument, 'preferences'>;

/** A version as the API answers it. */
export const toBoardVersion = ({
  id,
  revision,
  kind,
  at,
  by,
  note,
  deals,
  hidden,
  projected,
  changes,
  restored_version,
}: BoardVersionHead): BoardVersion => ({
  id,
  revision,
  kind,
  saved_at: at.toISOString(),
  saved_by: by === '' ? null : by,
  note,
  deals,
  hidden,
  projected: projected ?? null,
  changes: changes ?? null,
  restored_version,
});
