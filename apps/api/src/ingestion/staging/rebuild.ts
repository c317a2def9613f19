import {
  applyDifference,
  type Deal,
  normaliseStored,
  type PairedDeal,
  type RecordIdentity,
} from '@app/domain';
import { BSON, type Collection, type Db, type Document } from 'mongodb';
import { comparePlaces, SHEET_POSITION } from '../../database/stored-order.js';
import { DatasetDigest } from './dataset-digest.js';
import type { IngestJob } from './ingest-job.js';
import type { NewDataset } from './staging-collection.js';
import { StorageRefusal } from './storage-refusal.js';
import type { Successors } from './unseen-changes.js';
import { publishedBetween, runsToUndo, UNDONE_RUN, type UndoneRun, type WantedRevision } from './way-back.js';
import { slices } from './write-behind.js';

/** A record of an earlier revision, as it was stored. */
interface RebuiltRecord {
  /** The same for one `_id`. */
  readonly key: string;
  readonly id: unknown;
  readonly position: unknown;
  readonly bytes: Uint8Array;
  /** Stored with another position than its bytes say. */
  readonly isMoved: boolean;
}

/** A dataset of an earlier revision. */
export interface RebuiltDataset {
  readonly records: readonly RebuiltRecord[];
  readonly deals: readonly Deal[];
  /** Those that are live and as they were. */
  readonly untouched: ReadonlySet<RebuiltRecord>;
  readonly digest: string;
}

const BATCH = 4000;
const NOT_REBUILT =
  'The data of that revision cannot be rebuilt exactly: an earlier version of the product kept too little of it, or other software changed the records. The data is as it was before.';

/** Every value in the type it is stored in. */
const AS_STORED = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;
const IDENTITY: RecordIdentity<RebuiltRecord> = { keyOf: ({ key }) => key, compare: comparePlaces };

/**
 * The dataset of an earlier revision: the live one, with every run since undone, the newest first.
 *
 * @throws StorageRefusal when what comes out is not the dataset that the run made
 */
export async function rebuild(
  database: Db,
  { viewId, collection, revision }: IngestJob,
  target: WantedRevision,
): Promise<RebuiltDataset> {
  const between = publishedBetween(viewId, target.revision, revision - 1);
  const later = database.collection<UndoneRun>('ingestion_runs').find(between, { projection: UNDONE_RUN });
  const runs = runsToUndo(await later.toArray(), revision - 1, target);
  if (!runs) throw new StorageRefusal(NOT_REBUILT);
  const live = await liveRecords(database.collection(collection));
  const undoing = new Undoing(live);
  for (const run of runs) await undoing.undo(database.collection('record_changes'), run);
  const rebuilt = withDeals(applyDifference(live, undoing.steps(), IDENTITY), live);
  if (rebuilt.digest !== target.digest) throw new StorageRefusal(NOT_REBUILT);
  return rebuilt;
}

/** A rebuilt dataset, to be published once more. Records that are not live as they were are kept before they go. */
export function rebuiltAgain(
  { records, untouched, digest }: RebuiltDataset,
  { deals }: { readonly deals: readonly PairedDeal[] },
): NewDataset & Pick<Successors, 'rewrites'> {
  const isTouched = (at: number): boolean => {
    const record = records[at];
    return record !== undefined && !untouched.has(record);
  };
  const rewrites = deals.flatMap(({ continues }, at) =>
    continues !== null && isTouched(at) ? [continues] : [],
  );
  return {
    batches: documentBatches(records),
    count: records.length,
    positions: records.map(({ position }) => position),
    digest,
    records: null,
    rewrites: new Set(rewrites),
  };
}

function* documentBatches(records: readonly RebuiltRecord[]): Generator<Document[]> {
  for (const batch of slices(records, BATCH)) yield batch.map(documentOf);
}

/** The document of a rebuilt record, every value in the type it had. */
function documentOf({ bytes, isMoved, position }: RebuiltRecord): Document {
  const document = BSON.deserialize(bytes, AS_STORED);
  return isMoved ? { ...document, [SHEET_POSITION]: position } : document;
}

async function liveRecords(collection: Collection): Promise<RebuiltRecord[]> {
  const records: RebuiltRecord[] = [];
  for await (const raw of collection.find({}, { raw: true }))
    records.push(recordOf(raw as unknown as Uint8Array));
  return records;
}

/** What becomes of records on the way back. */
class Undoing {
  private readonly changed = new Map<string, RebuiltRecord | null>();
  private readonly live: ReadonlyMap<string, RebuiltRecord>;
  /** Key of the record of each deal: ids are unique in what a run published. */
  private readonly byDeal = new Map<string, string>();

  constructor(live: readonly RebuiltRecord[]) {
    this.live = new Map(live.map((record) => [record.key, record]));
    for (const { key, bytes } of live) this.noteDeal(key, BSON.deserialize(bytes));
  }

  *steps(): Generator<{ key: string; after: RebuiltRecord | null }> {
    for (const [key, after] of this.changed) yield { key, after };
  }

  /** What the run added goes first: a record that takes its place may have the same `_id`. */
  async undo(changes: Collection, run: string): Promise<void> {
    for await (const { deal_id } of changes.find({ run_id: run, kind: 'added' })) this.remove(deal_id);
    const kept = changes.find({ run_id: run, kind: { $in: ['changed', 'removed', 'rewritten'] } }, AS_STORED);
    for await (const { record } of kept) this.put(record);
    for await (const { moves } of changes.find({ run_id: run, kind: 'moved' }, AS_STORED))
      for (const move of moves as Document[]) this.move(move);
  }

  private remove(deal: unknown): void {
    const key = this.byDeal.get(String(deal));
    if (key === undefined) throw new StorageRefusal(NOT_REBUILT);
    this.changed.set(key, null);
    this.byDeal.delete(String(deal));
  }

  private put(document: unknown): void {
    if (document === null || document === undefined) throw new StorageRefusal(NOT_REBUILT);
    const record = recordOf(BSON.serialize(document));
    this.changed.set(record.key, record);
    this.noteDeal(record.key, document);
  }

  private move({ _id, position }: Document): void {
    const key = recordKey(_id);
    const record = this.changed.has(key) ? this.changed.get(key) : this.live.get(key);
    if (!record) throw new StorageRefusal(NOT_REBUILT);
    this.changed.set(key, { ...record, position: Number(position), isMoved: true });
  }

  private noteDeal(key: string, { id }: Document): void {
    if (typeof id === 'string') this.byDeal.set(id, key);
  }
}

function recordOf(bytes: Uint8Array): RebuiltRecord {
  const { _id: id, [SHEET_POSITION]: position } = BSON.deserialize(bytes, AS_STORED);
  return { key: recordKey(id), id, position: numberOf(position), bytes, isMoved: false };
}

function withDeals(records: RebuiltRecord[], live: readonly RebuiltRecord[]): RebuiltDataset {
  const digest = new DatasetDigest();
  const known = new Set(live);
  const deals = records.map((record) => {
    const document = documentOf(record);
    const deal = normaliseStored(document);
    digest.add({ deal, position: record.position, createdAt: document.created_at });
    return deal;
  });
  const untouched = new Set(records.filter((record) => known.has(record)));
  return { records, deals, untouched, digest: String(digest) };
}

/** Key of the record with an `_id`. */
export const recordKey = (id: unknown): string => Buffer.from(BSON.serialize({ id })).toString('base64');

/** Numbers of the driver's own classes as numbers; anything else as it is. */
const numberOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && '_bsontype' in value ? Number(value) : value;
