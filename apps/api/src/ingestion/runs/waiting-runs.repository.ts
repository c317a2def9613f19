import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../../database/driver-database.js';
import type { RunDocument } from './run-document.js';

const FACTS = [
  'id',
  'view_id',
  'status',
  'started_by',
  'started_at',
  'decided_by',
  'dry_run',
  'file_kept',
  'source',
] as const;

/** What says whether there is room for a run. */
export type WaitingRun = Pick<RunDocument, (typeof FACTS)[number]>;

/** `ingestion_runs` that have not ended, of every process. */
@Injectable()
export class WaitingRunsRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  all(): Promise<WaitingRun[]> {
    const projection = Object.fromEntries(FACTS.map((name) => [name, 1]));
    return this.runs
      .find<WaitingRun>({ status: { $in: ['queued', 'running'] } }, { projection: { ...projection, _id: 0 } })
      .toArray();
  }

  /** Cancels a run that still waits. @returns false when its turn has come meanwhile, or somebody ended it */
  async supersede(id: string, error: string): Promise<boolean> {
    const { matchedCount } = await this.runs.updateOne(
      { id, status: 'queued', settling: { $exists: false } },
      { $set: { status: 'cancelled', error, finished_at: new Date(), 'progress.phase': 'done' } },
    );
    return matchedCount > 0;
  }

  /** Forgets a run that was not let in. */
  async forget(id: string): Promise<void> {
    await this.runs.deleteOne({ id, status: 'queued' });
  }

  private get runs(): mongo.Collection<RunDocument> {
    return driverDatabase(this.connection).collection<RunDocument>('ingestion_runs');
  }
}
