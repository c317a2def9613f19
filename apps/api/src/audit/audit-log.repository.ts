import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { driverDatabase } from '../database/driver-database.js';
import { isDuplicateKey } from '../database/duplicate-key.js';
import type { AuditEntry } from './audit-entry.js';
import { filterOf, type WantedEntries } from './audit-filter.js';
import { earliestId } from './time-ordered-id.js';

/** `audit_log`: entries are added, and removed when they are too old; nothing changes one. */
@Injectable()
export class AuditLogRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Adds an entry, once however often it is tried. */
  async add(entry: AuditEntry): Promise<void> {
    try {
      await again(() => this.entries.insertOne(entry));
    } catch (error) {
      // Stored before its answer was lost.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** Newest first, those after an entry. */
  page(wanted: WantedEntries, olderThan: string | null, limit: number): Promise<AuditEntry[]> {
    return this.entries.find(filterOf(wanted, olderThan)).sort({ _id: -1 }).limit(limit).toArray();
  }

  count(wanted: WantedEntries): Promise<number> {
    return this.entries.countDocuments(filterOf(wanted));
  }

  /** Newest first, as they are read. */
  async *all(wanted: WantedEntries): AsyncGenerator<AuditEntry> {
    const found = this.entries.find(filterOf(wanted)).sort({ _id: -1 });
    try {
      for await (const entry of found) yield entry;
    } finally {
      await found.close();
    }
  }

  /** Removes what is older than a moment. @returns how many entries */
  async removeBefore(moment: Date): Promise<number> {
    const older = { _id: { $lt: earliestId(moment) } };
    return (await again(() => this.entries.deleteMany(older))).deletedCount;
  }

  private get entries(): mongo.Collection<AuditEntry> {
    return driverDatabase(this.connection).collection<AuditEntry>('audit_log');
  }
}
