import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { DealFieldChange, DealHistoryEntry, DealRemoval, RunSource } from '@app/contracts';
import { normaliseStored } from '@app/domain';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../database/driver-database.js';
import type { StoredRecord } from '../datasets/records.repository.js';

/** A deal's part of a run, as `record_changes` keeps it. */
interface StoredChange {
  run_id: string;
  revision: number;
  view_id: string;
  deal_id: string;
  kind: DealHistoryEntry['kind'];
  fields?: DealFieldChange[];
  /** The document before, of a deal that was removed or changed. */
  record?: StoredRecord | null;
}

interface PublishedRun {
  id: string;
  revision: number;
  finished_at: Date | null;
  started_by: string | null;
  source: RunSource;
}

interface StoredRun extends PublishedRun {
  view_id: string;
  status: string;
  report: { removed: number } | null;
}

/** A publish that removed deals, and whether what it removed is still kept. */
export interface RemovingRun extends PublishedRun {
  changes_removed?: boolean;
  /** What is kept of it is on its way out. */
  removing_changes?: boolean;
}

/** A deal that went with a publish. */
export interface Removal {
  /** `_id` of the change. */
  readonly change: mongo.ObjectId;
  readonly dealId: string;
  readonly client: string;
  readonly removed: DealRemoval;
}

const KINDS: readonly DealHistoryEntry['kind'][] = ['added', 'changed', 'removed'];
const PUBLISH = { id: 1, revision: 1, finished_at: 1, started_by: 1, source: 1 } as const;
const REMOVING = { ...PUBLISH, changes_removed: 1, removing_changes: 1 } as const;
const REMOVAL = { deal_id: 1, 'record.client': 1 } as const;

/** What publishes did to deals: `record_changes` of the runs that were published. */
@Injectable()
export class DealHistoryRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Newest first, at most so many. */
  async of(viewId: string, dealId: string, limit: number): Promise<DealHistoryEntry[]> {
    const changes = await this.changes
      .find(
        {
          view_id: viewId,
          deal_id: dealId,
          // What is kept of a record whose deal did not change is no news.
          kind: { $in: [...KINDS] },
          run_id: { $nin: await this.undecided(viewId) },
        },
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
    const runs = await this.runs
      .find({ view_id: viewId, status: { $in: ['preview', 'held'] } }, { projection: { id: 1 } })
      .toArray();
    return runs.map(({ id }) => id);
  }

  /** The record of a deal that a publish removed last, and that publish; null where none did. */
  async removalOf(
    viewId: string,
    dealId: string,
  ): Promise<{ stored: StoredRecord; removed: DealRemoval } | null> {
    const found = await this.changes
      .find({ view_id: viewId, deal_id: dealId, kind: 'removed' })
      .sort({ revision: -1 })
      .toArray();
    const runs = await this.publishedRuns(found.map(({ run_id }) => run_id));
    for (const { run_id, record } of found) {
      const run = runs.get(run_id);
      if (run && record) return { stored: record, removed: publishOf(run) };
    }
    return null;
  }

  /** Publishes of a view that removed deals, newest first. Sample records were no deals. */
  removingRuns(viewId: string): Promise<RemovingRun[]> {
    const removing = {
      view_id: viewId,
      status: 'published',
      'report.removed': { $gt: 0 },
      'source.type': { $ne: 'sample' },
    };
    return this.runs.find<RemovingRun>(removing, { projection: REMOVING }).sort({ revision: -1 }).toArray();
  }

  /** Every deal that some runs removed, once, with the first of the runs that did. */
  async removals(runs: readonly RemovingRun[]): Promise<Removal[]> {
    const removals = new Map<string, Removal>();
    for (const run of runs) {
      const removed = publishOf(run);
      const found = this.changes.find({ run_id: run.id, kind: 'removed' }, { projection: REMOVAL });
      for await (const { _id, deal_id, record } of found) {
        if (!record || removals.has(deal_id)) continue;
        const { client } = normaliseStored(record);
        removals.set(deal_id, { change: _id, dealId: deal_id, client, removed });
      }
    }
    return [...removals.values()];
  }

  /** The records of some removals, in their order. */
  async recordsOf(removals: readonly Pick<Removal, 'change'>[]): Promise<StoredRecord[]> {
    const ids = removals.map(({ change }) => change);
    const found = await this.changes.find({ _id: { $in: ids } }).toArray();
    const records = new Map(found.map(({ _id, record }) => [_id.toHexString(), record]));
    return ids.map((id) => records.get(id.toHexString()) ?? {});
  }

  private async publishedRuns(ids: readonly string[]): Promise<Map<string, PublishedRun>> {
    const published = { id: { $in: [...ids] }, status: 'published' };
    const runs = await this.runs.find(published, { projection: PUBLISH }).toArray();
    return new Map(runs.map((run) => [run.id, run]));
  }

  private get runs(): mongo.Collection<StoredRun> {
    return this.collection<StoredRun>('ingestion_runs');
  }

  private get changes(): mongo.Collection<StoredChange> {
    return this.collection<StoredChange>('record_changes');
  }

  private collection<Stored extends mongo.Document>(name: string): mongo.Collection<Stored> {
    return driverDatabase(this.connection).collection<Stored>(name);
  }
}

function entryOf({ kind, fields = [] }: StoredChange, run: PublishedRun | undefined): DealHistoryEntry[] {
  if (run === undefined) return [];
  const changed = fields.map(({ field, before, after }) => ({ field, before, after }));
  return [{ kind, ...publishOf(run), fields: changed }];
}

const publishOf = ({ id, revision, finished_at, started_by, source }: PublishedRun): DealRemoval => ({
  run: id,
  revision,
  at: finished_at?.toISOString() ?? null,
  by: started_by,
  source: source.type,
});
