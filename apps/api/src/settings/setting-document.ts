import type { SettingChange, SettingKey, SettingValue } from '@app/contracts';
import type { mongo } from 'mongoose';
import type { LoggedChange } from '../database/change-log.js';

/** A setting as stored in `settings`; the collection holds other keys too. */
export interface SettingDocument {
  _id?: mongo.ObjectId;
  key: string;
  /** null where somebody returned to the default. */
  value?: unknown;
  /** These three in any type, where other software put the document there. */
  revision?: unknown;
  updated_at?: unknown;
  updated_by?: unknown;
}

/** The revision of a setting; 0 where the product never wrote it. */
export const revisionOf = (stored: SettingDocument | null | undefined): number =>
  Number.isSafeInteger(stored?.revision) ? Number(stored?.revision) : 0;

/** A change as stored in `setting_changes`. */
export interface SettingChangeDocument extends LoggedChange {
  key: string;
  before: unknown;
  after: unknown;
}

export const toSettingChange = ({
  id,
  key,
  revision,
  at,
  by,
  before,
  after,
}: SettingChangeDocument): SettingChange => ({
  id,
  key: key as SettingKey,
  revision,
  at: at.toISOString(),
  by,
  // Values were checked before they entered the history.
  before: before as SettingValue | null,
  after: after as SettingValue | null,
});
