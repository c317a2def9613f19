import { type Deal, DEAL_FIELDS, normaliseStored, toStored } from '@app/domain';
import type { Collection, Document } from 'mongodb';
import { comparePlaces, placeOf, SHEET_POSITION, type StoredPlace } from '../../database/stored-order.js';

/** The deals a view holds, in the order of their records, with what a new dataset must take over from their documents. */
export interface ExistingDeals {
  readonly deals: readonly Deal[];
  /** `_id` of each, by position. */
  readonly ids: readonly unknown[];
  /** Place of each in its last sheet, as stored. */
  readonly positions: readonly unknown[];
  /** When each was created, as stored; undefined where nobody noted it. */
  readonly createdAt: readonly unknown[];
  /** Positions of documents with keys beyond the contract. */
  readonly hasMore: ReadonlySet<number>;
  /** Positions of documents that hold more or something else than the product would store of their deals. */
  readonly unlike: ReadonlySet<number>;
}

/** What an empty collection holds. */
export const NO_DEALS: ExistingDeals = {
  deals: [],
  ids: [],
  positions: [],
  createdAt: [],
  hasMore: new Set(),
  unlike: new Set(),
};

const BATCH = 2000;
const CONTRACT_KEYS: ReadonlySet<string> = new Set<string>([
  '_id',
  'id',
  'created_at',
  SHEET_POSITION,
  ...DEAL_FIELDS,
]);

interface Read extends StoredPlace {
  readonly deal: Deal;
  readonly createdAt: unknown;
  readonly hasMore: boolean;
  readonly isUnlike: boolean;
}

/** Reads every deal of a collection; none when there is no such collection. */
export async function readExisting(collection: Collection): Promise<ExistingDeals> {
  const read: Read[] = [];
  for await (const document of collection.find({}, { batchSize: BATCH })) {
    const hasMore = Object.keys(document).some((key) => !CONTRACT_KEYS.has(key));
    const { created_at: createdAt } = document as { created_at?: unknown };
    const deal = normaliseStored(document);
    read.push({ ...placeOf(document), deal, createdAt, hasMore, isUnlike: !isStoredAs(document, deal) });
  }
  read.sort(comparePlaces);
  return {
    deals: read.map(({ deal }) => deal),
    ids: read.map(({ id }) => id),
    positions: read.map(({ position }) => position),
    createdAt: read.map(({ createdAt }) => createdAt),
    hasMore: placesWhere(read, ({ hasMore }) => hasMore),
    unlike: placesWhere(read, ({ isUnlike }) => isUnlike),
  };
}

const placesWhere = (read: readonly Read[], holds: (each: Read) => boolean): Set<number> =>
  new Set(read.flatMap((each, place) => (holds(each) ? [place] : [])));

/** Whether a document is what the product would store of its deal, so that its values say all that it holds. */
function isStoredAs(document: Document, deal: Deal): boolean {
  const { id, created_at, [SHEET_POSITION]: position } = document;
  if (id !== deal.id || !(created_at instanceof Date) || typeof position !== 'number') return false;
  const ours = toStored(deal, created_at);
  return DEAL_FIELDS.every((field) => isAlike(document[field], ours[field]));
}

const isAlike = (one: unknown, other: unknown): boolean =>
  one === other || (one instanceof Date && other instanceof Date && one.getTime() === other.getTime());

/** Documents by `_id` with every value in the type it is stored in: a double stays a double. */
export async function originals(
  collection: Collection,
  ids: readonly unknown[],
): Promise<Map<string, Document>> {
  if (ids.length === 0) return new Map();
  const found = collection.find({ _id: { $in: [...ids] } } as Document, {
    promoteValues: false,
    promoteLongs: false,
    bsonRegExp: true,
  });
  const documents = await found.toArray();
  return new Map(documents.map((document) => [keyOf(document._id), document]));
}

/** What a document has beyond the contract's keys. */
export function beyondContract(document: Document): Document {
  return Object.fromEntries(Object.entries(document).filter(([key]) => !CONTRACT_KEYS.has(key)));
}

/** Key of an `_id` in {@link originals}. */
export const keyOf = (id: unknown): string => String(id);
