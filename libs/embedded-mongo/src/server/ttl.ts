import { buildArray, documentOf } from '../bson/build.js';
import { type BsonValue, EMPTY_DOCUMENT } from '../bson/value.js';
import type { Engine } from '../commands/engine.js';
import { Slice } from '../query/slice.js';
import type { Sliced } from '../commands/sliced.js';
import { visitMatches } from '../commands/visit-matches.js';
import { CommandError } from '../errors/command-error.js';
import { compileQuery } from '../query/source.js';
import type { Collection } from '../storage/collection.js';
import type { CollectionIndex } from '../storage/collection-index.js';
import { isDiskFull } from '../storage/disk-full.js';

/** Deletes expired documents at an interval; returns what stops it. */
export function sweepPeriodically(engine: Engine, seconds: number): () => void {
  let isSweeping = false;
  const timer = setInterval(() => {
    engine.cursors.closeIdle(Date.now());
    if (isSweeping) return;
    isSweeping = true;
    engine
      .write(() => sweepExpired(engine, new Date()))
      .catch(unlessDiskFull)
      .finally(() => {
        isSweeping = false;
      });
  }, seconds * 1000);
  timer.unref();
  return () => clearInterval(timer);
}

/** What has expired stays until there is room again: the next sweep finds it. */
function unlessDiskFull(error: unknown): void {
  if (!isDiskFull(error)) throw error;
}

/**
 * Deletes the documents that have expired by a TTL index, in slices. As in MongoDB only dates expire; of several dates
 * in an array the earliest counts.
 */
function* sweepExpired(engine: Engine, now: Date): Sliced {
  const slice = new Slice();
  for (const collection of engine.catalog.list()) {
    for (const index of collection.indexes) yield* sweepIndex(engine, collection, index, slice, now);
  }
  return EMPTY_DOCUMENT;
}

function* sweepIndex(
  engine: Engine,
  collection: Collection,
  index: CollectionIndex,
  slice: Slice,
  now: Date,
): Generator<undefined> {
  const filter = expiredBy(index, now);
  if (!filter) return;
  const query = compileQuery({ filter });
  const deletion = visitMatches(engine, collection, query, slice, (stored) => collection.remove(stored));
  try {
    while (collection.indexes.includes(index) && !deletion.next().done) yield;
  } catch (error) {
    // What was dropped meanwhile has nothing left that could expire.
    if (!(error instanceof CommandError)) throw error;
  }
}

/** Matches what has expired by an index; undefined when nothing expires by it, or not before it is built. */
function expiredBy({ definition, state }: CollectionIndex, now: Date): BsonValue | undefined {
  const { expireAfterSeconds, fields, partialFilter } = definition;
  const [field] = fields;
  if (expireAfterSeconds === undefined || field === undefined || state !== 'built') return undefined;
  const hasExpired = documentOf({ [field]: { $lte: new Date(now.getTime() - expireAfterSeconds * 1000) } });
  return partialFilter ? documentOf({ $and: buildArray([hasExpired, partialFilter]) }) : hasExpired;
}
