import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { driverDatabase } from '../database/driver-database.js';
import { isDuplicateKey } from '../database/duplicate-key.js';
import type { AuditEntry } from './audit-entry.js';

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

  private get entries(): mongo.Collection<AuditEntry> {
    return driverDatabase(this.connection).collection<AuditEntry>('audit_log');
  }
}
