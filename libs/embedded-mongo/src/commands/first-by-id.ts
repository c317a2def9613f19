import { boundKey, encodeValue } from '../bson/index-key.js';
import type { BsonValue } from '../bson/value.js';
import { slicesById } from '../query/plan.js';
import type { Slice } from '../query/slice.js';
import type { Sorter } from '../query/sort.js';
import type { Query } from '../query/source.js';
import type { Collection } from '../storage/collection.js';
import type { Engine } from './engine.js';
import { othersTurn } from './visit-matches.js';

/**
 * The first matches in the order of `_id`, read from its index until there are enough: a page of a long list costs what
 * is on it. Undefined where the query asks for another order, or where it took too many looks to find them: then all are
 * gathered and sorted.
 *
 * @throws CommandError QueryPlanKilled when the collection was dropped meanwhile
 */
export function* firstById(
  engine: Engine,
  collection: Collection,
  query: Query,
  slice: Slice,
  wanted: number,
): Generator<undefined, BsonValue[] | undefined> {
  const { byId, sorter } = query;
  const plan = byId && sorter && slicesById(collection, query.filter, byId);
  if (!plan) return undefined;
  const found: BsonValue[] = [];
  let looks = 0;
  for (const { records } of plan.slices) {
    if (looks > plan.most) return undefined;
    slice.add();
    for (const record of records) {
      if (slice.isFull) yield* othersTurn(engine, collection, slice);
      looks += 1;
      const document = collection.read(record);
      slice.add(document);
      if (!document || !query.matches(document)) continue;
      if (found.length >= wanted && !sharesKey(sorter, found.at(-1), document))
        return inOrder(found, sorter, wanted);
      found.push(document);
    }
  }
  return inOrder(found, sorter, wanted);
}

/** Keys are rounded and shortened: only of values whose keys differ does the index know the order. */
function sharesKey(sorter: Sorter, ...documents: readonly (BsonValue | undefined)[]): boolean {
  const [a, b] = documents.flatMap((document) => (document ? sorter.keyOf(document) : []));
  return a !== undefined && b !== undefined && boundKey(encodeValue(a)).equals(boundKey(encodeValue(b)));
}

function inOrder(documents: readonly BsonValue[], { keyOf, compare }: Sorter, wanted: number): BsonValue[] {
  return documents
    .map((document) => ({ document, key: keyOf(document) }))
    .sort((a, b) => compare(a.key, b.key))
    .slice(0, wanted)
    .map(({ document }) => document);
}
