import type { Collection, Db, Document } from 'mongodb';
import { SALES_RECORD_INDEXES, type WantedIndex } from '../../database/wanted-collections.js';
import { StorageRefusal } from './storage-refusal.js';

/** What other software gave a live collection beside its documents; the staging collection takes it over. */
export interface LiveShape {
  /** Options of `create`: validator, collation and whatever else was set. */
  readonly options: Document;
  /** Specifications of `createIndexes`, those of the contract included; the index over `_id` makes itself. */
  readonly indexes: readonly Document[];
}

/** Every value in the type it is stored in: a validator's long stays a long. */
const AS_STORED = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;
/** Options that a server lists, but no longer accepts or heeds. */
const OBSOLETE_OPTIONS = ['autoIndexId', 'flags', 'temp'];
/** `v`, the format of an index, is each server's choice, and not every server lets itself be told. */
const LISTED_ONLY = ['ns', 'background', 'v'];

/**
 * The shape of a view's collection; of one that is not there yet, what the contract asks for.
 *
 * @throws StorageRefusal for what cannot be replaced by another collection: nobody's data is dropped for it
 */
export async function liveShape(database: Db, name: string): Promise<LiveShape> {
  const [listed] = (await database
    .listCollections({ name }, { nameOnly: false, ...AS_STORED })
    .toArray()) as Document[];
  assertReplaceable(name, listed);
  const options = without((listed?.options ?? {}) as Document, OBSOLETE_OPTIONS);
  const existing = listed ? await indexesOf(database.collection(name)) : [];
  const theirs = existing.map((index) => spelledOut(index, options));
  return { options, indexes: [...theirs, ...missingIndexes(theirs)] };
}

function assertReplaceable(name: string, listed: Document | undefined): void {
  const type = String(listed?.type ?? 'collection');
  const kind = type === 'timeseries' ? 'a time series' : type === 'view' ? 'a view of the database' : null;
  const isCapped = Boolean((listed?.options as Document | undefined)?.capped);
  if (kind === null && !isCapped) return;
  throw new StorageRefusal(
    `The database keeps the deals of this view in ${kind ?? 'a capped collection'}: they cannot be replaced as a whole. ` +
      'Whoever operates it can make an ordinary collection of it, which the log names.',
    `the collection ${name}`,
  );
}

async function indexesOf(collection: Collection): Promise<Document[]> {
  const listed = (await collection.listIndexes(AS_STORED).toArray()) as Document[];
  return listed.filter(({ name, clustered }) => name !== '_id_' && !clustered);
}

/** An index that is listed without a collation has none; left so, it would take that of its collection. */
function spelledOut(listed: Document, { collation }: Document): Document {
  const index = without(listed, LISTED_ONLY);
  return collation && !index.collation ? { ...index, collation: { locale: 'simple' } } : index;
}

/** Indexes of the contract, except where one over the same fields or of the same name exists: it stays as it is. */
function missingIndexes(theirs: readonly Document[]): Document[] {
  const keys = new Set(theirs.map(({ key }) => spelled(key as Document)));
  const names = new Set(theirs.map(({ name }) => name as string));
  return SALES_RECORD_INDEXES.map(asSpecification).filter(
    ({ key, name }) => !keys.has(spelled(key as Document)) && !names.has(name as string),
  );
}

const asSpecification = ({ key, ...options }: WantedIndex): Document => ({
  key: { ...key },
  name: Object.entries(key).flat().join('_'),
  ...options,
});

const spelled = (key: Document): string =>
  Object.entries(key)
    .map(([field, direction]) => `${field}:${String(direction)}`)
    .join();

const without = (document: Document, keys: readonly string[]): Document =>
  Object.fromEntries(Object.entries(document).filter(([key]) => !keys.includes(key)));
