import { toStored } from '@app/domain';
import type { Collection, Db, Document } from 'mongodb';
import { SALES_RECORD_INDEXES } from '../../database/collections.js';
import { beyondContract, type ExistingDeals, keyOf, originals } from './existing-deals.js';
import type { PairedDeal } from './pair-deals.js';
import { slices, writeBehind } from './write-behind.js';

/** Large enough that flushes to disk do not count, small enough for one message. */
const BATCH = 4000;

/** Told after each batch how many documents have been written. */
export type OnWritten = (count: number) => void;

/**
 * Fills the staging collection in the order of the sheet and gives it the indexes of the contract. Documents that a
 * deal continues keep their `_id`, their creation time and the keys that are not the sheet's.
 *
 * @throws Error when the collection does not hold as many documents as there are deals
 */
export async function fillStaging(
  { live, staging }: { live: Collection; staging: Collection },
  deals: readonly PairedDeal[],
  existing: ExistingDeals,
  options: { now: Date; onWritten: OnWritten },
): Promise<void> {
  let written = 0;
  await writeBehind(documentBatches(live, deals, existing, options.now), async (documents) => {
    await staging.insertMany(documents, { ordered: true });
    options.onWritten((written += documents.length));
  });
  await indexAndCount(staging, deals.length);
}

/** Makes the collection, also when there will be nothing in it. */
export async function createStaging(database: Db, name: string): Promise<Collection> {
  await database.createCollection(name);
  return database.collection(name);
}

/** UUID of a collection, hex. */
export async function collectionUuid(database: Db, name: string): Promise<string> {
  const [listed] = await database.listCollections({ name }, { nameOnly: false }).toArray();
  const uuid = listed && 'info' in listed ? listed.info?.uuid : undefined;
  if (!uuid) throw new Error(`The database lists no UUID for ${name}.`);
  return uuid.toString('hex');
}

function* documentBatches(
  live: Collection,
  deals: readonly PairedDeal[],
  existing: ExistingDeals,
  now: Date,
): Generator<Promise<Document[]>> {
  for (const batch of slices(deals, BATCH)) yield documentsOf(live, batch, existing, now);
}

async function documentsOf(
  live: Collection,
  batch: readonly PairedDeal[],
  existing: ExistingDeals,
  now: Date,
): Promise<Document[]> {
  const continued = batch.flatMap(({ continues }) => (continues === null ? [] : [continues]));
  const kept = continued.filter((place) => existing.hasMore.has(place)).map((place) => existing.ids[place]);
  const more = await originals(live, kept);
  return batch.map(({ deal, continues }) => {
    const stored = toStored(deal, now);
    if (continues === null) return { ...stored };
    const id = existing.ids[continues];
    const created_at = existing.createdAt[continues] ?? now;
    return { _id: id, ...stored, created_at, ...beyondContract(more.get(keyOf(id)) ?? {}) };
  });
}

async function indexAndCount(staging: Collection, expected: number): Promise<void> {
  // One command an index: on the embedded database others get their turn in between.
  for (const { key, ...options } of SALES_RECORD_INDEXES) {
    await staging.createIndex({ ...key }, options, undefined);
  }
  const count = await staging.countDocuments({});
  if (count !== expected) {
    throw new Error(`${expected} deals were written and ${count} are there: nothing is published.`);
  }
}
