import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { again } from '../../database/again.js';
import { PATIENT } from '../../database/client-options.js';
import { RecordCollectionsRepository } from '../../datasets/record-collections.repository.js';
import { driverDatabase } from '../../database/driver-database.js';
import type { StagingRef } from '../staging/staging-ref.js';

/** What a run wrote beside its own document, for runs that published nothing. */
@Injectable()
export class LeftoversRepository {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly collections: RecordCollectionsRepository,
  ) {}

  /** Removes the changes that a run announced; its findings stay, they are part of its report. */
  async removeChanges(runId: string): Promise<void> {
    const changes = driverDatabase(this.connection).collection('record_changes');
    await again(() => changes.deleteMany({ run_id: runId }, { ...PATIENT }));
  }

  /** Removes the lists of a report that its run has no more, and the file that they were read from. */
  async removeReading(runId: string): Promise<void> {
    const database = driverDatabase(this.connection);
    for (const name of ['ingestion_findings', 'ingestion_files'])
      await again(() => database.collection(name).deleteMany({ run_id: runId }, { ...PATIENT }));
  }

  /**
   * Drops a staging collection, if it is the one that its run made. The name proves nothing, because other software may
   * give such a name; the UUID does. Where a process died before it noted the UUID the collection is empty.
   */
  async dropStaging({ name, uuid }: StagingRef): Promise<void> {
    const found = await this.collections.uuidOf(name);
    const isOurs = uuid === null ? await this.collections.isEmpty(name) : found === uuid;
    if (found !== null && isOurs) await this.collections.drop(name);
  }
}
