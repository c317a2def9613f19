import type { BsonValue } from '../bson/value.js';
import type { Collection, StoredDocument } from '../storage/collection.js';
import { filterItems, remember } from './iterables.js';
import { compileFilter, type FilterOptions, type Matcher } from '../matching/matcher.js';
import { candidateRecords, candidates } from './plan.js';
import { compileSort, sortBy, type Sorter } from './sort.js';

/** A document that was looked at, whether it is one of the result, and the position at which to continue after it. */
interface Positioned {
  document: BsonValue;
  isMatch: boolean;
  next: number;
}

/**
 * A result that can be read in parts, also while nothing matches: from a position on, 0 at first. Nothing of the store
 * stays open in between, so a cursor that nobody reads costs nothing and blocks nobody.
 */
export type ResultSource = (from: number) => Iterable<Positioned>;

/** A result that is already computed. */
export function listSource(documents: readonly BsonValue[]): ResultSource {
  return function* (from) {
    for (let index = from; index < documents.length; index++) {
      const document = documents[index];
      if (document) yield { document, isMatch: true, next: index + 1 };
    }
  };
}

/** What a query reads: its matches are among what the indexes find for the filter. */
export interface Query {
  filter: BsonValue | undefined;
  matches: Matcher;
  sorter: Sorter | undefined;
}

/** A query as the client sent it. */
export interface QueryOptions extends FilterOptions {
  filter: BsonValue | undefined;
  sort?: BsonValue | undefined;
}

/**
 * Prepares a query. Indexes are in the order of bytes, so they are not used under a collation.
 *
 * @throws CommandError for a filter or an order that is not one
 */
export function compileQuery({ filter, sort, ...options }: QueryOptions): Query {
  return {
    filter: options.compareText ? undefined : filter,
    matches: compileFilter(filter, options),
    sorter: compileSort(sort, options.compareText),
  };
}

/** The documents of a collection that match, sorted if that was asked for. */
export function querySource(collection: Collection, { filter, matches, sorter }: Query): ResultSource {
  const records = sorter
    ? sortedRecords(collection, { filter, matches, sorter }, sorter)
    : candidateRecords(collection, filter);
  return records ? recordSource(collection, records, matches) : scanSource(collection, matches);
}

/** The matching documents at this moment, with their records: what a write iterates over. */
export function findStored(
  collection: Collection,
  { filter, matches, sorter }: Query,
): Iterable<StoredDocument> {
  const found = filterItems(candidates(collection, filter), ({ document }) => matches(document));
  return sorter ? sortBy(found, sorter, ({ document }) => document) : found;
}

/** The first of them. */
export function firstStored(collection: Collection, query: Query): StoredDocument | undefined {
  for (const first of findStored(collection, query)) return first;
  return undefined;
}

/** Sorting keeps the numbers of the records, not their documents: those are read again as the result is. */
function sortedRecords(collection: Collection, query: Query, sorter: Sorter): number[] {
  const keyed: { record: number; key: ReturnType<Sorter['keyOf']> }[] = [];
  for (const { record, document } of candidates(collection, query.filter)) {
    if (query.matches(document)) keyed.push({ record, key: sorter.keyOf(document) });
  }
  return keyed.sort((a, b) => sorter.compare(a.key, b.key)).map(({ record }) => record);
}

function recordSource(collection: Collection, records: Iterable<number>, matches: Matcher): ResultSource {
  const recordAt = remember(records);
  return function* (from) {
    for (let index = from, record = recordAt(from); record !== undefined; record = recordAt(++index)) {
      const document = collection.read(record);
      if (document) yield { document, isMatch: matches(document), next: index + 1 };
    }
  };
}

function scanSource(collection: Collection, matches: Matcher): ResultSource {
  return function* (from) {
    for (const { record, document } of collection.scan(from)) {
      yield { document, isMatch: matches(document), next: record + 1 };
    }
  };
}
