import { documentOf } from '../bson/build.js';
import type { Engine } from '../commands/engine.js';
import { compileFilter } from '../matching/matcher.js';
import { findStored } from '../query/source.js';
import type { Collection } from '../storage/collection.js';
import type { CollectionIndex } from '../storage/collection-index.js';

/** Deletes expired documents at an interval; returns what stops it. */
export function sweepPeriodically(engine: Engine, seconds: number): () => void {
  const timer = setInterval(() => {
    engine.cursors.closeIdle(Date.now());
    void engine.write(() => documentOf({ n: sweepExpired(engine, new Date()) }));
  }, seconds * 1000);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Deletes the documents that have expired by a TTL index; returns how many.
 * As in MongoDB only dates expire; of several dates in an array the earliest counts.
 */
function sweepExpired(engine: Engine, now: Date): number {
  let deleted = 0;
  for (const collection of engine.catalog.list()) {
    for (const index of collection.indexes) deleted += sweepIndex(collection, index, now);
  }
  return deleted;
}

function sweepIndex(collection: Collection, index: CollectionIndex, now: Date): number {
  const { expireAfterSeconds, fields } = index.definition;
  const field = fields[0];
  if (expireAfterSeconds === undefined || field === undefined) return 0;
  const oldest = new Date(now.getTime() - expireAfterSeconds * 1000);
  const filter = documentOf({ [field]: { $lte: oldest } });
  const expired = [...findStored(collection, { filter, matches: compileFilter(filter), sorter: undefined })];
  for (const stored of expired) collection.remove(stored);
  return expired.length;
}
