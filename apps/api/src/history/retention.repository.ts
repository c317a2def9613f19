import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { RunStatus } from '@app/contracts';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../database/driver-database.js';
import type { RunDocument } from '../ingestion/runs/run-document.js';

/** Nobody decides on them any more. */
const ENDED: readonly RunStatus[] = ['published', 'unchanged', 'failed', 'cancelled', 'discarded'];

/** `ingestion_runs`, as far as it is kept what they changed. */
@Injectable()
export class RetentionRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /**
   * Runs that ended before an instant and still have something to remove: of each view the oldest revision first, and
   * no revision behind one that is kept.
   */
  async olderThan(before: Date): Promise<string[]> {
    const ended = { status: { $in: [...ENDED] }, changes_removed: { $ne: true } };
    const found = await this.runs
      .find(ended, { projection: { id: 1, view_id: 1, revision: 1, finished_at: 1 } })
      .sort({ revision: 1 })
      .toArray();
    const kept = new Set<string>();
    return found.flatMap(({ id, view_id, revision, finished_at }) => {
      const isOld = finished_at !== null && finished_at < before;
      if (isOld && (revision === null || !kept.has(view_id))) return [id];
      if (revision !== null) kept.add(view_id);
      return [];
    });
  }

  /** Runs whose removal has begun, and is not noted as done. */
  async beingRemoved(): Promise<string[]> {
    const found = await this.runs.find({ removing_changes: true }, { projection: { id: 1 } }).toArray();
    return found.map(({ id }) => id);
  }

  /** From now on nobody takes what is kept of the run for whole. */
  async markRemoved(id: string): Promise<void> {
    await this.runs.updateOne(
      { id },
      { $set: { changes_removed: true, removing_changes: true, file_kept: false } },
    );
  }

  async noteRemoved(id: string): Promise<void> {
    await this.runs.updateOne({ id }, { $unset: { removing_changes: '' } });
  }

  private get runs(): mongo.Collection<RunDocument> {
    return driverDatabase(this.connection).collection<RunDocument>('ingestion_runs');
  }
}
