import type { SettingChange, SettingKey } from '@app/contracts';
import type { mongo } from 'mongoose';
import type { LoggedChange } from '../database/change-log.js';

/** A setting as stored in `settings`; the collection holds other keys too. */
export interface SettingDocument {
  _id?: mongo.ObjectId;
  key: string;
  /** null where somebody returned to the default. */
  value?: unknown;
  revision?: number;
  updated_at?: Date;
  updated_by?: string;
}

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
  before,
  after,
});
