import { CommandError } from '../errors/command-error.js';
import { candidateSlices } from '../query/plan.js';
import type { Query } from '../query/source.js';
import type { Collection, StoredDocument } from '../storage/collection.js';
import type { Engine } from './engine.js';
import { DOCUMENTS_A_SLICE, type Slice } from './slice.js';

/**
 * Visits the matches of a query, each once even where the visit changes it so that it matches again further on. Others
 * have their turn in between; what they write meanwhile may be met or not.
 *
 * @throws CommandError QueryPlanKilled when the collection, or the index that is read, was dropped meanwhile
 */
export function* visitMatches(
  engine: Engine,
  collection: Collection,
  query: Query,
  slice: Slice,
  visit: (stored: StoredDocument) => void,
): Generator<void> {
  const { namespace } = collection;
  const { filter, matches } = slice.counting(query);
  const visited = new Set<number>();
  for (const records of candidateSlices(collection, filter, DOCUMENTS_A_SLICE)) {
    slice.add();
    for (const record of records) {
      yield* slice.turn();
      if (engine.catalog.find(namespace) !== collection)
        throw new CommandError('QueryPlanKilled', 'collection dropped');
      const document = visited.has(record) ? undefined : collection.read(record);
      if (!document) slice.add();
      if (!document || !matches(document)) continue;
      visited.add(record);
      visit({ record, document });
      // Writing it is more work than looking at it was.
      slice.add(document);
    }
    yield* slice.turn();
  }
}
