import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { DealFieldChange, DealHistoryEntry } from '@app/contracts';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../database/driver-database.js';

/** A deal's part of a run, as `record_changes` keeps it. */
interface StoredChange {
  run_id: string;
  revision: number;
  view_id: string;
  deal_id: string;
  kind: DealHistoryEntry['kind'];
  fields?: DealFieldChange[];
}

interface StoredRun {
  id: string;
  status: string;
  finished_at: Date | null;
  started_by: string | null;
}

/** What publishes did to deals: `record_changes` of the runs that were published. */
@Injectable()
export class DealHistoryRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Newest first, at most so many. */
  async of(viewId: string, dealId: string, limit: number): Promise<DealHistoryEntry[]> {
    const changes = await this.collection<StoredChange>('record_changes')
      .find(
        { view_id: viewId, deal_id: dealId, run_id: { $nin: await this.undecided(viewId) } },
        { projection: { record: 0 } },
      )
      .sort({ revision: -1 })
      // At most one of them is of a run under way, or of one that failed: the next run removes what it left.
      .limit(limit + 1)
      .toArray();
    const runs = await this.publishedRuns(changes.map(({ run_id }) => run_id));
    return changes.flatMap((change) => entryOf(change, runs.get(change.run_id))).slice(0, limit);
  }

  /** Runs that show what they would change, and have changed nothing. */
  private async undecided(viewId: string): Promise<string[]> {
    const runs = await this.collection<StoredRun>('ingestion_runs')
      .find({ view_id: viewId, status: { $in: ['preview', 'held'] } }, { projection: { id: 1 } })
      .toArray();
    return runs.map(({ id }) => id);
  }

  private async publishedRuns(ids: readonly string[]): Promise<Map<string, StoredRun>> {
    const runs = await this.collection<StoredRun>('ingestion_runs')
      .find({ id: { $in: [...ids] }, status: 'published' }, { projection: { report: 0 } })
      .toArray();
    return new Map(runs.map((run) => [run.id, run]));
  }

  private collection<Stored extends mongo.Document>(name: string): mongo.Collection<Stored> {
    return driverDatabase(this.connection).collection<Stored>(name);
  }
}

function entryOf(
  { kind, revision, fields = [] }: StoredChange,
  run: StoredRun | undefined,
): DealHistoryEntry[] {
  if (run === undefined) return [];
  const at = run.finished_at?.toISOString() ?? null;
  const changed = fields.map(({ field, before, after }) => ({ field, before, after }));
  return [{ kind, revision, at, by: run.started_by, fields: changed }];
}
