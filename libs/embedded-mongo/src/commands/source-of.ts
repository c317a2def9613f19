import { OF_A_READ, Slice } from '../query/slice.js';
import { detached, Sorting } from '../query/sorting.js';
import type { Sorter } from '../query/sort.js';
import { listSource, querySource, recordSource, type Query, type ResultSource } from '../query/source.js';
import type { BsonValue } from '../bson/value.js';
import type { Collection } from '../storage/collection.js';
import type { Engine } from './engine.js';
import { firstById } from './first-by-id.js';
import { visitMatches } from './visit-matches.js';

/** So few documents are kept until the client has read them; of more their numbers. */
const FEW = 1_000;

/**
 * The documents that a query finds, in the order that was asked for: they are sorted in slices.
 *
 * @param wanted how many the client takes at most
 * @throws CommandError QueryPlanKilled when the collection, or the index that is read, was dropped meanwhile
 */
export function* sourceOf(
  engine: Engine,
  collection: Collection,
  query: Query,
  wanted: number,
): Generator<undefined, ResultSource> {
  const { sorter } = query;
  if (!sorter) return querySource(collection, query);
  return wanted > FEW
    ? yield* sortedRecords(engine, collection, query, sorter)
    : yield* sortedDocuments(engine, collection, query, sorter, wanted);
}

/** The documents as they were found: were they read again, the first few would be fewer when others are removed. */
function* sortedDocuments(
  engine: Engine,
  collection: Collection,
  query: Query,
  sorter: Sorter,
  wanted: number,
): Generator<undefined, ResultSource> {
  const slice = new Slice(OF_A_READ);
  const first = yield* firstById(engine, collection, query, slice, wanted);
  if (first) return listSource(first);
  const sorting = new Sorting<BsonValue>(sorter, wanted);
  yield* visitMatches(engine, collection, query, slice, ({ document }) =>
    sorting.add(document, sorter.keyOf(document)),
  );
  return listSource(yield* sorting.inOrder(slice));
}

/** Sorting keeps the numbers of the records, not their documents: those are read again as the result is. */
function* sortedRecords(
  engine: Engine,
  collection: Collection,
  query: Query,
  sorter: Sorter,
): Generator<undefined, ResultSource> {
  const slice = new Slice(OF_A_READ);
  const sorting = new Sorting<number>(sorter);
  yield* visitMatches(engine, collection, query, slice, ({ record, document }) =>
    sorting.add(record, detached(sorter.keyOf(document))),
  );
  return recordSource(collection, yield* sorting.inOrder(slice), query.matches);
}
