import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { candidateSlices } from '../query/plan.js';
import type { Query } from '../query/source.js';
import type { Collection, StoredDocument } from '../storage/collection.js';
import type { Engine } from './engine.js';

/**
 * A write that is done in slices: other commands get their turn after each, and see what is done so far. What it
 * returns is answered once all of it is on disk; after a crash the slices before are there, as in MongoDB.
 */
export type SlicedWrite = Generator<void, BsonValue>;

/** Documents that are written, or looked at, before others get their turn: some milliseconds of work. */
const DOCUMENTS_A_SLICE = 1_000;
/** And their bytes. */
const BYTES_A_SLICE = 1024 * 1024;

/** What a write has done since others had their turn. */
export class Slice {
  private documents = 0;
  private bytes = 0;

  /** Counts a document that is written or looked at. */
  add({ start, end }: Pick<BsonValue, 'start' | 'end'>): void {
    this.documents++;
    this.bytes += end - start;
  }

  /** Whether it is the turn of others. */
  get isFull(): boolean {
    return this.documents >= DOCUMENTS_A_SLICE || this.bytes > BYTES_A_SLICE;
  }

  /** Lets others have their turn when it is theirs. */
  *turn(): Generator<void> {
    if (!this.isFull) return;
    yield;
    [this.documents, this.bytes] = [0, 0];
  }

  /** A query whose looks at documents are counted. */
  counting({ matches, ...query }: Query): Query {
    const countingMatches = (document: BsonValue): boolean => {
      this.add(document);
      return matches(document);
    };
    return { ...query, matches: countingMatches };
  }
}

/** A range of an index without entries, or a document that is gone: looked for all the same. */
const NOTHING = { start: 0, end: 0 };

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
    slice.add(NOTHING);
    for (const record of records) {
      yield* slice.turn();
      if (engine.catalog.find(namespace) !== collection)
        throw new CommandError('QueryPlanKilled', 'collection dropped');
      const document = visited.has(record) ? undefined : collection.read(record);
      if (!document) slice.add(NOTHING);
      if (!document || !matches(document)) continue;
      visited.add(record);
      visit({ record, document });
    }
    yield* slice.turn();
  }
}
