import { hash } from 'node:crypto';
import { mongo } from 'mongoose';
import { dateOf } from '../database/newest-document.js';
import { compareIds } from '../database/stored-order.js';

/** A document of one of the collections of boards, whoever wrote it. */
export interface BoardDocument {
  _id?: unknown;
  preferences?: unknown;
  updated_at?: unknown;
  /** Of the point of view only: the instant as people read it. */
  timestamp?: unknown;
  revision?: unknown;
}

/** What is stored of a board at one moment. */
export interface StoredBoard {
  /** The board's own document; null where there is none, or only one of the older shape. */
  readonly document: BoardDocument | null;
  /** In whatever shape. */
  readonly preferences: unknown;
  readonly updatedAt: Date | null;
  /** That of the document; 0 where the product never wrote it. */
  readonly revision: number;
  readonly fingerprint: string;
}

/** Where nothing is stored. */
export const NOTHING: StoredBoard = {
  document: null,
  preferences: {},
  updatedAt: null,
  revision: 0,
  fingerprint: 'nothing',
};

/** The board that a document of its own holds. */
export const storedIn = (document: BoardDocument): StoredBoard => ({
  document,
  preferences: document.preferences,
  updatedAt: instantOf(document),
  revision: Number.isSafeInteger(document.revision) ? Number(document.revision) : 0,
  fingerprint: fingerprintOf(document.preferences, document.updated_at),
});

/** Tells a stored board from any other by content and time, so that a write of other software is noticed. */
export const fingerprintOf = (preferences: unknown, updatedAt: unknown): string =>
  hash('sha256', mongo.BSON.serialize({ preferences, updated_at: updatedAt ?? null }), 'base64url').slice(
    0,
    27,
  );

/** Of several documents about one board, the one that was saved last counts. */
export function lastSaved<Document extends BoardDocument>(documents: readonly Document[]): Document | null {
  const savedAt = (document: BoardDocument) => instantOf(document)?.getTime() ?? 0;
  const [last = null] = documents.toSorted(
    (one, other) => savedAt(other) - savedAt(one) || compareIds(other._id, one._id),
  );
  return last;
}

/** When a board was saved: a date, or text in either field. */
const instantOf = ({ updated_at, timestamp }: BoardDocument): Date | null =>
  dateOf(updated_at) ?? dateOf(timestamp);
