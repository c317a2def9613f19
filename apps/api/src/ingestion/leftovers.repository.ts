import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { driverDatabase } from '../datasets/driver-database.js';

/** What a run wrote beside its own document, for runs that published nothing. */
@Injectable()
export class LeftoversRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Removes the changes that a run announced; its findings stay, they are part of its report. */
  async removeChanges(runId: string): Promise<void> {
    await driverDatabase(this.connection).collection('record_changes').deleteMany({ run_id: runId });
  }
}
