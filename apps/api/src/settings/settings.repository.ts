import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { SETTING_KEYS } from '@app/domain';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { ChangeLog } from '../database/change-log.js';
import { driverDatabase } from '../database/driver-database.js';
import type { SettingChangeDocument, SettingDocument } from './setting-document.js';

/** `settings` and `setting_changes`. Documents of other keys stay as they are. */
@Injectable()
export class SettingsRepository {
  readonly changes = new ChangeLog<'key', SettingChangeDocument>(
    () => driverDatabase(this.connection).collection<SettingChangeDocument>('setting_changes'),
    'key',
  );

  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Of several documents with one key, the first made counts. */
  async all(): Promise<SettingDocument[]> {
    return this.settings
      .find({ key: { $in: SETTING_KEYS } })
      .sort({ _id: 1 })
      .toArray();
  }

  async byKey(key: string): Promise<SettingDocument | null> {
    return (await this.all()).find((document) => document.key === key) ?? null;
  }

  /** Brings a change into the setting, unless the setting has it already. */
  async apply({ key, after, revision, at, by }: SettingChangeDocument): Promise<void> {
    // Whatever is no number counts as older: other software may have put it there.
    const older = { key, revision: { $not: { $gte: revision } } };
    const next = { value: after, revision, updated_at: at, updated_by: by };
    const { matchedCount } = await again(() => this.settings.updateOne(older, { $set: next }));
    // Made only where there is none: a document that has the change already does not match above.
    if (matchedCount > 0) return;
    await again(() => this.settings.updateOne({ key }, { $setOnInsert: { key, ...next } }, { upsert: true }));
  }

  private get settings(): mongo.Collection<SettingDocument> {
    return driverDatabase(this.connection).collection<SettingDocument>('settings');
  }
}
