import { fieldName, fieldOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import type { Variables } from '../expressions/expression.js';
import { textComparison } from '../query/collation.js';
import { compileQuery, findStored } from '../query/source.js';
import type { StoredDocument } from '../storage/collection.js';
import type { Engine } from './engine.js';
import { assertHint } from './options.js';
import { assertKnownFields, required, requiredDocument } from './statement.js';

const FIELDS = ['q', 'limit', 'hint', 'collation'];

/** Runs one statement `{ q, limit }` of a delete command; returns how many documents were deleted. */
export function deleteOne(
  engine: Engine,
  namespace: string,
  statement: BsonValue,
  variables: Variables,
): number {
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
  const found = firstOrAll(findStored(collection, query), limit === 1);
  for (const stored of found) collection.remove(stored);
  return found.length;
}

/** Documents are collected before the first is written: a write must not find its own results. */
export function firstOrAll(stored: Iterable<StoredDocument>, isFirstOnly: boolean): StoredDocument[] {
  if (!isFirstOnly) return [...stored];
  for (const first of stored) return [first];
  return [];
}
