import { fieldName, fieldOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import type { Variables } from '../expressions/expression.js';
import { textComparison } from '../query/collation.js';
import { candidateSlices } from '../query/plan.js';
import { compileQuery, findStored, type Query } from '../query/source.js';
import type { Collection, StoredDocument } from '../storage/collection.js';
import type { Engine } from './engine.js';
import { assertHint } from './options.js';
import { BYTES_A_SLICE, WRITES_A_SLICE } from './sliced-write.js';
import { assertKnownFields, required, requiredDocument } from './statement.js';

const FIELDS = ['q', 'limit', 'hint', 'collation'];

/**
 * Runs one statement `{ q, limit }` of a delete command, in slices; returns how many documents were deleted.
 *
 * @throws CommandError QueryPlanKilled when the collection was dropped meanwhile
 */
export function* deleteMatches(
  engine: Engine,
  namespace: string,
  statement: BsonValue,
  variables: Variables,
): Generator<void, number> {
  assertKnownFields(statement, 'delete.deletes', FIELDS);
  const filter = requiredDocument(statement, 'delete.deletes', 'q');
  const limit = toDouble(required(statement, 'delete.deletes', 'limit'));
  if (limit !== 0 && limit !== 1) {
    throw new CommandError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  }
  const compareText = textComparison(fieldOf(statement, fieldName('collation')));
  const query = compileQuery({ filter, variables, compareText });
  const collection = engine.catalog.find(namespace);
  assertHint(fieldOf(statement, fieldName('hint')), collection);
  if (!collection) return 0;
  if (limit === 0)
    return yield* deleteAll(collection, query, () => engine.catalog.find(namespace) === collection);
  const found = firstOrAll(findStored(collection, query), true);
  for (const stored of found) collection.remove(stored);
  return found.length;
}

function* deleteAll(
  collection: Collection,
  { filter, matches }: Query,
  isThere: () => boolean,
): Generator<void, number> {
  let [deleted, looked, bytes] = [0, 0, 0];
  for (const records of candidateSlices(collection, filter, WRITES_A_SLICE)) {
    for (const record of records) {
      if (looked === WRITES_A_SLICE || bytes > BYTES_A_SLICE) {
        yield;
        [looked, bytes] = [0, 0];
        if (!isThere()) throw new CommandError('QueryPlanKilled', 'collection dropped');
      }
      const document = collection.read(record);
      looked++;
      bytes += document ? document.end - document.start : 0;
      if (!document || !matches(document)) continue;
      collection.remove({ record, document });
      deleted++;
    }
  }
  return deleted;
}

/** Documents are collected before the first is written: a write must not find its own results. */
export function firstOrAll(stored: Iterable<StoredDocument>, isFirstOnly: boolean): StoredDocument[] {
  if (!isFirstOnly) return [...stored];
  for (const first of stored) return [first];
  return [];
}
