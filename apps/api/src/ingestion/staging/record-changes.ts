import { type Deal, type DealChange, type DealDifference, type DealField, isoDay } from '@app/domain';
import type { Collection, Document } from 'mongodb';
import { type ExistingDeals, keyOf, originals } from './existing-deals.js';
import { slices, writeBehind } from './write-behind.js';

/**
 * `record_changes`: one document a deal that a run adds, changes or removes. They are written before the publish, or
 * when the run begins to wait for a decision, and count only when their run is `published`.
 */
interface RecordChange {
  run_id: string;
  revision: number;
  view_id: string;
  deal_id: string;
  kind: 'added' | 'changed' | 'removed';
  /** Of a changed deal, normalised; dates are `YYYY-MM-DD`. */
  fields?: { field: string; before: string | number | null; after: string | number | null }[];
  /** The whole document of a removed deal. */
  record?: Document;
}

/** What all changes of a run have in common. */
export type ChangeFrame = Pick<RecordChange, 'run_id' | 'revision' | 'view_id'>;

const BATCH = 4000;

/** Writes what a run changes. */
export async function writeChanges(
  { changes, live }: { changes: Collection; live: Collection },
  frame: ChangeFrame,
  difference: DealDifference,
  existing: ExistingDeals,
): Promise<void> {
  // A run that waited for a decision has written them already.
  await changes.deleteMany({ run_id: frame.run_id });
  const known = [
    ...difference.added.map((deal) => added(frame, deal)),
    ...difference.changed.map((change) => changed(frame, change)),
  ];
  const places = new Map(existing.deals.map((deal, place) => [deal, place]));
  const insert = (batch: Document[]): Promise<unknown> => changes.insertMany(batch);
  await writeBehind(slices(known, BATCH), insert);
  await writeBehind(removedBatches(), insert);

  function* removedBatches(): Generator<Promise<Document[]>> {
    for (const batch of slices(difference.removed, BATCH)) yield withDocuments(batch);
  }

  async function withDocuments(batch: readonly Deal[]): Promise<Document[]> {
    const ids = batch.map((deal) => existing.ids[places.get(deal) ?? -1]);
    const documents = await originals(live, ids);
    return batch.map((deal, at) => removed(frame, deal, documents.get(keyOf(ids[at]))));
  }
}

const added = (frame: ChangeFrame, deal: Deal): Document => ({ ...frame, deal_id: deal.id, kind: 'added' });

const changed = (frame: ChangeFrame, { id, fields }: DealChange): Document => ({
  ...frame,
  deal_id: id,
  kind: 'changed',
  fields: fields.map(({ field, before, after }) => ({
    field,
    before: readable(field, before),
    after: readable(field, after),
  })),
});

const removed = (frame: ChangeFrame, deal: Deal, record: Document | undefined): Document => ({
  ...frame,
  deal_id: deal.id,
  kind: 'removed',
  record: record ?? null,
});

const DATES: ReadonlySet<DealField> = new Set<DealField>(['discovery_date', 'poa_date', 'billing_start']);

const readable = (field: DealField, value: string | number | null): string | number | null =>
  DATES.has(field) && typeof value === 'number' ? isoDay(value) : value;
