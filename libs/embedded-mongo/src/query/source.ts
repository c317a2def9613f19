import type { BsonValue } from '../bson/value.js';
import type { Collection } from '../storage/collection.js';
import { remember } from './iterables.js';
import { compileFilter, type FilterOptions, type Matcher } from '../matching/matcher.js';
import { candidateRecords } from './plan.js';
import { compileSort, directionById, type Sorter } from './sort.js';

/** A document that was looked at, whether it is one of the result, and the position at which to continue after it. */
interface Positioned {
  /** Undefined where none was found. */
  document: BsonValue | undefined;
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
  /** Set where it sorts by `_id` alone, in the order of the index. */
  byId: 1 | -1 | undefined;
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
    byId: options.compareText ? undefined : directionById(sort),
  };
}

/** The documents of a collection that match, in no order that was asked for. */
export function querySource(collection: Collection, { filter, matches }: Query): ResultSource {
  const records = candidateRecords(collection, filter);
  return records ? recordSource(collection, records, matches) : scanSource(collection, matches);
}

/** The documents of records, as far as they match when they are read. Null stands for one that is not there. */
export function recordSource(
  collection: Collection,
  records: Iterable<number | null>,
  matches: Matcher,
): ResultSource {
  const recordAt = remember(records);
  return function* (from) {
    for (let index = from, record = recordAt(from); record !== undefined; record = recordAt(++index)) {
      const document = record === null ? undefined : collection.read(record);
      yield { document, isMatch: document !== undefined && matches(document), next: index + 1 };
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
