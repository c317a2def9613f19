import { fieldName, fieldOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import type { Variables } from '../expressions/expression.js';
import { textComparison } from '../query/collation.js';
import { compileQuery, type Query } from '../query/source.js';
import type { Collection } from '../storage/collection.js';
import type { Engine } from './engine.js';
import { assertHint } from './options.js';
import type { Slice } from '../query/slice.js';
import { assertKnownFields, required, requiredDocument } from './statement.js';
import { firstMatch, visitMatches } from './visit-matches.js';

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
  slice: Slice,
): Generator<undefined, number> {
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
  if (limit === 0) return yield* deleteAll(engine, collection, query, slice);
  const found = yield* firstMatch(engine, collection, query, slice);
  if (found) collection.remove(found);
  return found ? 1 : 0;
}

function* deleteAll(
  engine: Engine,
  collection: Collection,
  query: Query,
  slice: Slice,
): Generator<undefined, number> {
  let deleted = 0;
  yield* visitMatches(engine, collection, query, slice, (stored) => {
    collection.remove(stored);
    deleted++;
  });
  return deleted;
}
