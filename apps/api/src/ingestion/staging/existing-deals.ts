import { type Deal, DEAL_FIELDS, normaliseStored, TEXT_COLUMNS, toStored } from '@app/domain';
import type { Collection, Document } from 'mongodb';
import { comparePlaces, placeOf, SHEET_POSITION, type StoredPlace } from '../../database/stored-order.js';
import { IdPacker } from '../../datasets/packed-ids.js';
import { type RecordRefs, recordRefs } from '../../datasets/record-refs.js';

/** The deals a view holds, in the order of their records, with what a new dataset must take over from their documents. */
export interface ExistingDeals {
  readonly deals: readonly Deal[];
  /** `_id` of each, by position. */
  readonly ids: RecordRefs;
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
  ids: { at: () => undefined },
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

/** Reads every deal of a collection; none when there is no such collection. */
export async function readExisting(collection: Collection): Promise<ExistingDeals> {
  const found = new FoundDeals();
  for await (const document of collection.find({}, { batchSize: BATCH })) found.add(document);
  return found.inOrder();
}

/** Deals as they are handed out, in as little room as they need: there may be hundreds of thousands. */
class FoundDeals {
  private readonly deals: Deal[] = [];
  private readonly ids = new IdPacker();
  private readonly positions: unknown[] = [];
  private readonly createdAt: unknown[] = [];
  private readonly hasMore = new Set<number>();
  private readonly unlike = new Set<number>();
  private readonly shared = new SharedValues();
  private last: StoredPlace | null = null;
  private isInOrder = true;

  add(document: Document): void {
    const place = placeOf(document);
    const at = this.deals.length;
    for (const field of REPEATING) document[field] = this.shared.textOf(document[field]);
    const deal = normaliseStored(document);
    this.deals.push(deal);
    this.ids.add(place.id);
    this.positions.push(place.position);
    this.createdAt.push(this.shared.instantOf(document.created_at));
    if (Object.keys(document).some((key) => !CONTRACT_KEYS.has(key))) this.hasMore.add(at);
    if (!isStoredAs(document, deal)) this.unlike.add(at);
    this.isInOrder &&= this.last === null || comparePlaces(this.last, place) <= 0;
    this.last = place;
  }

  /** In the order of their records, which is mostly the one in which they were handed out. */
  inOrder(): ExistingDeals {
    const { deals, positions, createdAt, hasMore, unlike } = this;
    const ids = recordRefs(this.ids.build());
    if (this.isInOrder) return { deals, ids, positions, createdAt, hasMore, unlike };
    const placeAt = (at: number): StoredPlace => ({ position: positions[at], id: ids.at(at) });
    const order = [...deals.keys()].sort((one, other) => comparePlaces(placeAt(one), placeAt(other)));
    const moved = (places: ReadonlySet<number>) =>
      new Set(order.flatMap((at, place) => (places.has(at) ? [place] : [])));
    return {
      deals: order.flatMap((at) => deals[at] ?? []),
      ids: { at: (place) => ids.at(order[place] ?? -1) },
      positions: order.map((at) => positions[at]),
      createdAt: order.map((at) => createdAt[at]),
      hasMore: moved(hasMore),
      unlike: moved(unlike),
    };
  }
}

/** Columns in which the same few texts stand again and again. */
const REPEATING = TEXT_COLUMNS.filter((field) => field !== 'client' && field !== 'hubspot_link');
/** A column with more different texts gains nothing. */
const MOST_SHARED = 20_000;

/** The driver makes each value anew: those that are equal become one. */
class SharedValues {
  private readonly texts = new Map<unknown, unknown>();
  private instant: unknown = null;

  textOf(value: unknown): unknown {
    if (typeof value !== 'string') return value;
    const known = this.texts.get(value);
    if (known === undefined && this.texts.size < MOST_SHARED) this.texts.set(value, value);
    return known ?? value;
  }

  /** Records that one import made follow each other. */
  instantOf(value: unknown): unknown {
    if (!isAlike(value, this.instant)) this.instant = value;
    return this.instant;
  }
}

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
