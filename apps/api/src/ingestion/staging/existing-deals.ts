import { type Deal, DEAL_FIELDS, normaliseStored } from '@app/domain';
import type { Collection, Document } from 'mongodb';

/** The deals a view holds, in natural order, with what a new dataset must take over from their documents. */
export interface ExistingDeals {
  readonly deals: readonly Deal[];
  /** `_id` of each, by position. */
  readonly ids: readonly unknown[];
  /** When each was created, as stored; undefined where nobody noted it. */
  readonly createdAt: readonly unknown[];
  /** Positions of documents with keys beyond the contract. */
  readonly hasMore: ReadonlySet<number>;
}

const BATCH = 2000;
const CONTRACT_KEYS: ReadonlySet<string> = new Set<string>(['_id', 'id', 'created_at', ...DEAL_FIELDS]);

/** Reads every deal of a collection; none when there is no such collection. */
export async function readExisting(collection: Collection): Promise<ExistingDeals> {
  const deals: Deal[] = [];
  const ids: unknown[] = [];
  const createdAt: unknown[] = [];
  const hasMore = new Set<number>();
  for await (const document of collection.find({}, { batchSize: BATCH })) {
    if (Object.keys(document).some((key) => !CONTRACT_KEYS.has(key))) hasMore.add(deals.length);
    deals.push(normaliseStored(document));
    ids.push(document._id);
    createdAt.push(document.created_at);
  }
  return { deals, ids, createdAt, hasMore };
}

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
