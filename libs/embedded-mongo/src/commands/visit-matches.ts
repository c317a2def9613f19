import { CommandError } from '../errors/command-error.js';
import type { InTurns } from '../query/iterables.js';
import { candidateSlices } from '../query/plan.js';
import type { Slice } from '../query/slice.js';
import type { Sorter } from '../query/sort.js';
import { Sorting } from '../query/sorting.js';
import type { Query } from '../query/source.js';
import type { Collection, StoredDocument } from '../storage/collection.js';
import type { Engine } from './engine.js';

/** So many are chosen where one is wanted: others may take the first while the rest is looked at. */
const CHOSEN = 100;

/**
 * The matches of a query, each once even where it is changed so that it matches again further on, or moves in the index
 * that is read. Others have their turn in between; what they write meanwhile may be met or not. None has it between a
 * match and what is done with it, nor after the last document was looked at.
 *
 * @throws CommandError QueryPlanKilled when the collection, or the index that is read, was dropped meanwhile
 */
export function* matchesOf(
  engine: Engine,
  collection: Collection,
  query: Query,
  slice: Slice,
): InTurns<StoredDocument> {
  const { filter, matches } = slice.counting(query);
  const visited = new Set<number>();
  for (const { records, isLast } of candidateSlices(collection, filter)) {
    slice.add();
    for (const record of records) {
      if (slice.isFull) yield* othersTurn(engine, collection, slice);
      const document = visited.has(record) ? undefined : collection.read(record);
      if (!document) slice.add();
      if (!document || !matches(document)) continue;
      visited.add(record);
      yield { record, document };
      // What is done with it is more work than looking at it was.
      slice.add(document);
    }
    if (!isLast && slice.isFull) yield* othersTurn(engine, collection, slice);
  }
}

/**
 * Lets others have their turn when it is theirs.
 *
 * @throws CommandError QueryPlanKilled when the collection was dropped meanwhile
 */
export function* othersTurn(engine: Engine, collection: Collection, slice: Slice): Generator<undefined> {
  yield* slice.turn();
  if (engine.catalog.find(collection.namespace) !== collection)
    throw new CommandError('QueryPlanKilled', 'collection dropped');
}

/** Visits each of them. */
export function* visitMatches(
  engine: Engine,
  collection: Collection,
  query: Query,
  slice: Slice,
  visit: (stored: StoredDocument) => void,
): Generator<undefined> {
  for (const stored of matchesOf(engine, collection, query, slice)) {
    if (stored) visit(stored);
    else yield undefined;
  }
}

/** How many documents there are. */
export function* countAll(collection: Collection): Generator<undefined, number> {
  while (!collection.countSome()) yield undefined;
  return collection.count;
}

/** The first of them as it is now, in the order of the query. */
export function* firstMatch(
  engine: Engine,
  collection: Collection,
  query: Query,
  slice: Slice,
): Generator<undefined, StoredDocument | undefined> {
  if (query.sorter) return yield* firstInOrder(engine, collection, query, query.sorter, slice);
  for (const stored of matchesOf(engine, collection, query, slice)) {
    if (stored) return stored;
    yield undefined;
  }
  return undefined;
}

/** Once all were looked at, the first ones may be gone or match no more: then the next one is the first. */
function* firstInOrder(
  engine: Engine,
  collection: Collection,
  query: Query,
  sorter: Sorter,
  slice: Slice,
): Generator<undefined, StoredDocument | undefined> {
  for (;;) {
    const sorting = new Sorting<number>(sorter, CHOSEN);
    yield* visitMatches(engine, collection, query, slice, ({ record, document }) =>
      sorting.add(record, sorter.keyOf(document)),
    );
    const chosen = yield* sorting.inOrder(slice);
    for (const record of chosen) {
      const document = collection.read(record);
      if (document && query.matches(document)) return { record, document };
    }
    if (chosen.length === 0) return undefined;
  }
}
