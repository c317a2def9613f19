import { type Deal, matchDeals, type MatchKind, normaliseStored, type PairedRow } from '@app/domain';
import { type Db, type Document, ObjectId } from 'mongodb';
import { type ExistingDeals, keyOf } from './existing-deals.js';
import type { IngestJob } from './ingest-job.js';

/** Rows as the deals they are, and the records that those had which were gone. */
export interface Returning {
  readonly rows: readonly PairedRow[];
  /** `_id` that a deal's record had, by its id: a deal whose id goes on is the same record, in every revision. */
  readonly records: ReadonlyMap<string, unknown>;
}

interface GoneDeal {
  readonly deal: Deal;
  readonly record: unknown;
}

/** Removed deals that are looked at, those that went last first: beyond them nobody waits for one to come back. */
const MOST = 50_000;
const IDENTITY = {
  deal_id: 1,
  'record._id': 1,
  'record.client': 1,
  'record.stage': 1,
  'record.hubspot_link': 1,
} as const;

/**
 * Rows that are deals which an earlier import removed take their old ids, so that their stories go on: by link, or by
 * client and stage. A client alone may as well have come with another deal.
 *
 * @param rows the rows as the deals they are
 * @param live what is there: its ids are not given out again
 * @param kinds what rows of this import may be recognised by
 */
export async function withOldIds(
  database: Db,
  job: Pick<IngestJob, 'viewId'>,
  rows: readonly PairedRow[],
  { live, kinds }: { live: ExistingDeals; kinds: readonly MatchKind[] },
): Promise<Returning> {
  const places = rows.flatMap(({ continues }, place) => (continues === null ? [place] : []));
  const gone = places.length === 0 ? [] : await removedDeals(database, job, live);
  if (gone.length === 0) return { rows, records: new Map() };
  const matches = matchDeals(
    gone.map(({ deal }) => deal),
    places.flatMap((place) => rows[place]?.deal ?? []),
    kinds,
  );
  const found = new Map(places.map((place, at) => [place, gone[matches[at]?.place ?? -1]]));
  const back = [...found.values()].filter((each) => each !== undefined);
  return {
    rows: rows.map((row, place) => {
      const id = found.get(place)?.deal.id;
      return id === undefined ? row : { ...row, deal: { ...row.deal, id } };
    }),
    records: new Map(back.map(({ deal, record }) => [deal.id, record])),
  };
}

/** As they were when they went, each once; none that is there, nor one whose record another deal has. */
async function removedDeals(
  database: Db,
  { viewId }: Pick<IngestJob, 'viewId'>,
  { deals, ids }: ExistingDeals,
): Promise<GoneDeal[]> {
  const gone = await everRemoved(database, viewId);
  if (gone.size === 0) return [];
  const byRecord = new Map([...gone.values()].map(({ deal, record }) => [keyOf(record), deal.id]));
  for (const [place, { id }] of deals.entries()) {
    gone.delete(id);
    gone.delete(byRecord.get(keyOf(ids.at(place))) ?? '');
  }
  return [...gone.values()];
}

/** By id, those that went last first. */
async function everRemoved(database: Db, viewId: string): Promise<Map<string, GoneDeal>> {
  const removing = {
    view_id: viewId,
    status: 'published',
    'report.removed': { $gt: 0 },
    'source.type': { $ne: 'sample' },
  };
  const runs = database.collection('ingestion_runs').find(removing, { projection: { id: 1 } });
  const gone = new Map<string, GoneDeal>();
  const records = new Set<string>();
  for (const { id: run_id } of await runs.sort({ revision: -1 }).toArray()) {
    const removed = database
      .collection('record_changes')
      .find({ run_id, kind: 'removed' }, { projection: IDENTITY });
    for await (const { deal_id: id, record } of removed.sort({ at: 1 })) {
      const stored = (record ?? {}) as Document;
      // Another id than ours, as other software gives, may not come back in the type it had.
      if (typeof id !== 'string' || gone.has(id) || !(stored._id instanceof ObjectId)) continue;
      // A record that changed its id, as one of two with the same did, comes back once.
      if (records.has(keyOf(stored._id))) continue;
      records.add(keyOf(stored._id));
      gone.set(id, { deal: { ...normaliseStored(stored), id }, record: stored._id });
      if (gone.size === MOST) return gone;
    }
  }
  return gone;
}
