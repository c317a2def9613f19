import { type PairedDeal, toStored } from '@app/domain';
import { type Collection, type Db, type Document, ObjectId, WriteConcern } from 'mongodb';
import { SHEET_POSITION } from '../../database/stored-order.js';
import { StagedRecordsBuilder } from '../../datasets/staged-records.js';
import { beyondContract, type ExistingDeals, keyOf, originals } from './existing-deals.js';
import { DatasetDigest } from './dataset-digest.js';
import type { IngestJob } from './ingest-job.js';
import { type LiveShape, liveShape } from './live-shape.js';
import { sheetPositions } from './sheet-positions.js';
import type { StagingRef } from './staging-ref.js';
import { explained } from './storage-refusal.js';
import { slices, writeBehind } from './write-behind.js';

/** Large enough that flushes to disk do not count, small enough for one message. */
const BATCH = 2000;
const ENDED = 'another process ended it while this one did not answer';

/** Told after each batch how many documents have been written. */
export type OnWritten = (count: number) => void;

/** A staging collection that is noted in its run's document. */
export interface Staging {
  readonly collection: Collection;
  readonly uuid: string;
  /** Its documents expire, as those of the live one do. */
  readonly isExpiring: boolean;
  /** A validator of other software says which keys a document may have: none of ours is added. */
  readonly isStrict: boolean;
}

/**
 * Makes the staging collection like the live one, with every index: on a collection that is empty a replica set
 * builds them without waiting for each member.
 *
 * @throws Error when the run has been ended meanwhile, StorageRefusal when the live collection cannot be replaced
 */
export async function makeStaging(database: Db, job: IngestJob): Promise<Staging> {
  const shape = await liveShape(database, job.collection);
  await note(database, job, null);
  await database.createCollection(job.staging, shape.options);
  try {
    const uuid = await collectionUuid(database, job.staging);
    await note(database, job, uuid);
    const collection = database.collection(job.staging);
    await makeIndexes(database, collection, shape);
    const isExpiring = shape.indexes.some((index) => 'expireAfterSeconds' in index);
    return { collection, uuid, isExpiring, isStrict: 'validator' in shape.options };
  } catch (error) {
    await dropStaging(database, job);
    throw error;
  }
}

/** Only the worker that made it may: what it does not drop, the run's document names for others. */
export async function dropStaging(database: Db, { staging }: IngestJob): Promise<void> {
  await database.dropCollection(staging).catch(() => undefined);
}

/** A dataset on its way into a staging collection. */
export interface NewDataset {
  /** Its documents, in their order; they can be made once. */
  readonly batches: Iterable<Promise<Document[]> | Document[]>;
  readonly count: number;
  /** Place of each in the sheet; null where it is not noted. */
  readonly positions: readonly unknown[] | null;
  /** Complete when all documents have been made. */
  readonly digest: { toString(): string };
  /** As complete; null where the collection may hold less, or in another order. */
  readonly records: StagedRecordsBuilder | null;
}

/** The deals of a sheet, in their order, beside those that are there. */
interface ImportedDeals {
  readonly deals: readonly PairedDeal[];
  readonly existing: ExistingDeals;
  /** `_id` of the records that deals had which come back, by the id of the deal. */
  readonly records: ReadonlyMap<string, unknown>;
}

/**
 * The dataset that a sheet makes, in its order. Documents that a deal continues keep their `_id`, their creation time
 * and the keys that are not the sheet's.
 */
export function importedDataset(
  { live, staging }: { live: Collection; staging: Staging },
  { deals, existing, records: returning }: ImportedDeals,
): NewDataset {
  const positions = staging.isStrict ? null : sheetPositions(deals, existing);
  const digest = new DatasetDigest();
  const records = staging.isStrict || staging.isExpiring ? null : new StagedRecordsBuilder();
  const making = { existing, returning, now: new Date(), positions, digest, records };
  return { batches: documentBatches(live, deals, making), count: deals.length, positions, digest, records };
}

/**
 * Fills the staging collection.
 *
 * @throws Error when the collection does not hold as many documents as there are deals
 */
export async function fillStaging(
  live: Collection,
  staging: Staging,
  { batches, count }: NewDataset,
  onWritten: OnWritten,
): Promise<void> {
  let written = 0;
  await writeBehind(batches, async (documents) => {
    await insert(documents);
    onWritten((written += documents.length));
  });
  await assertComplete(staging, count);

  async function insert(documents: Document[]): Promise<void> {
    try {
      await staging.collection.insertMany(documents, { ordered: true });
    } catch (error) {
      throw explained(error, live.collectionName);
    }
  }
}

/**
 * Whether everything was written into the collection that was made: one that somebody dropped comes back with the
 * next insert, under another UUID.
 *
 * @throws Error when it was not
 */
export async function assertUntouched(database: Db, { collection, uuid }: Staging): Promise<void> {
  if ((await collectionUuid(database, collection.collectionName)) !== uuid) throw new Error(ENDED);
}

/** UUID of a collection, hex. */
async function collectionUuid(database: Db, name: string): Promise<string> {
  const [listed] = await database.listCollections({ name }, { nameOnly: false }).toArray();
  const uuid = listed && 'info' in listed ? listed.info?.uuid : undefined;
  if (!uuid) throw new Error(`The database lists no UUID for ${name}.`);
  return uuid.toString('hex');
}

interface Making {
  readonly existing: ExistingDeals;
  /** `_id` of the records that deals had which come back, by the id of the deal. */
  readonly returning: ReadonlyMap<string, unknown>;
  readonly now: Date;
  /** Place of each deal in the sheet; null where it is not noted. */
  readonly positions: readonly number[] | null;
  /** Told of every record that is made. */
  readonly digest: DatasetDigest;
  readonly records: StagedRecordsBuilder | null;
}

function* documentBatches(
  live: Collection,
  deals: readonly PairedDeal[],
  making: Making,
): Generator<Promise<Document[]>> {
  let start = 0;
  for (const batch of slices(deals, BATCH)) {
    yield documentsOf(live, batch, start, making);
    start += batch.length;
  }
}

async function documentsOf(
  live: Collection,
  batch: readonly PairedDeal[],
  start: number,
  { existing, returning, now, positions, digest, records }: Making,
): Promise<Document[]> {
  const continued = batch.flatMap(({ continues }) => (continues === null ? [] : [continues]));
  const stays = new Set(batch.filter((each) => isAsItWas(each, existing)).map(({ continues }) => continues));
  const kept = continued.filter((place) => existing.hasMore.has(place) || stays.has(place));
  const documents = await originals(
    live,
    kept.map((place) => existing.ids.at(place)),
  );
  return batch.map(({ deal, continues }, at) => {
    const position = positions?.[start + at];
    const createdAt = (continues === null ? null : existing.createdAt[continues]) ?? now;
    digest.add({ deal, position, createdAt });
    const place = positions && { [SHEET_POSITION]: position };
    const stored = { ...toStored(deal, now), ...place };
    // First, as the server stores it: it need not write the document anew.
    const id = continues === null ? (returning.get(deal.id) ?? new ObjectId()) : existing.ids.at(continues);
    records?.add(deal, id);
    if (continues === null) return { _id: id, ...stored };
    const original = documents.get(keyOf(id)) ?? {};
    if (stays.has(continues) && '_id' in original) return { ...original, ...place };
    return { _id: id, ...stored, created_at: createdAt, ...beyondContract(original) };
  });
}

/** A merge leaves it alone: its document stays too, whatever values other software stored in it. */
const isAsItWas = ({ deal, continues }: PairedDeal, { deals }: ExistingDeals): boolean =>
  continues !== null && deals[continues] === deal;

async function assertComplete({ collection, isExpiring }: Staging, expected: number): Promise<void> {
  const count = await collection.countDocuments({});
  if (count > expected || (count < expected && !isExpiring)) {
    throw new Error(`${expected} deals were written and ${count} are there: nothing is published.`);
  }
}

/** @throws Error when somebody has set out to end the run: nothing is made for it any more */
async function note(database: Db, { runId, staging }: IngestJob, uuid: string | null): Promise<void> {
  const ref: StagingRef = { name: staging, uuid };
  const { matchedCount } = await database
    .collection('ingestion_runs')
    .updateOne({ id: runId, status: 'running', settling: { $exists: false } }, { $set: { staging: ref } });
  if (matchedCount === 0) throw new Error(ENDED);
}

/** As one command, and as they were listed: the driver's own helper knows fewer options than servers do. */
async function makeIndexes(database: Db, collection: Collection, { indexes }: LiveShape): Promise<void> {
  const command = { createIndexes: collection.collectionName, indexes: [...indexes] };
  const { writeConcern } = collection;
  await database.command(writeConcern ? WriteConcern.apply(command, writeConcern) : command);
}
