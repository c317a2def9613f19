import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../../database/driver-database.js';
import type { RunDocument } from './run-document.js';
import { RoomWaits } from './room-waits.js';
import { UNDECIDED } from './undecided-runs.repository.js';

const FACTS = ['id', 'view_id', 'status', 'started_by', 'source', 'progress', 'revision'] as const;
const PROJECTION = { ...Object.fromEntries(FACTS.map((name) => [name, 1])), _id: 0 };

/** What those who follow a run learn of it. */
export type WatchedRun = Pick<RunDocument, (typeof FACTS)[number]>;

/** `ingestion_runs` as they are followed from all processes: read twice a second, so only by indexes and in part. */
@Injectable()
export class WatchedRunsRepository {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly waits: RoomWaits,
  ) {}

  /**
   * Runs that have not ended, those that wait for a decision, those that ended after an instant, and those with the given
   * ids: the clock of a process that ended one may be behind.
   */
  async recent(after: Date, ids: readonly string[]): Promise<WatchedRun[]> {
    const found = await Promise.all([
      this.find({ finished_at: null }),
      this.find({ status: { $in: [...UNDECIDED] } }),
      this.find({ finished_at: { $gt: after } }),
      ids.length > 0 ? this.find({ id: { $in: [...ids] } }) : [],
    ]);
    // One that ended between the reads was read twice: the last is the newest.
    return [...new Map(found.flat().map((run) => [run.id, this.waits.told(run)])).values()];
  }

  /** Who started some runs, by their ids. */
  async starters(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.find({ id: { $in: [...ids] } });
    return new Map(found.map(({ id, started_by }) => [id, started_by]));
  }

  private find(filter: mongo.Filter<RunDocument>): Promise<WatchedRun[]> {
    return driverDatabase(this.connection)
      .collection<RunDocument>('ingestion_runs')
      .find<WatchedRun>(filter, { projection: PROJECTION })
      .toArray();
  }
}
