import { fieldName, fieldOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../command-error.js';
import type { Variables } from '../query/expression.js';
import { compileFilter } from '../query/matcher.js';
import { findStored } from '../query/source.js';
import type { StoredDocument } from '../storage/collection.js';
import type { Engine } from './engine.js';
import { assertCollation, assertHint } from './options.js';
import { assertKnownFields, required, requiredDocument } from './statement.js';

const FIELDS = ['q', 'limit', 'hint', 'collation'];

/** Runs one statement `{ q, limit }` of a delete command; answers how many documents went. */
export function deleteOne(
  engine: Engine,
  namespace: string,
  statement: BsonValue,
  variables?: Variables,
): number {
  assertKnownFields(statement, 'delete.deletes', FIELDS);
  assertCollation(fieldOf(statement, fieldName('collation')));
  const filter = requiredDocument(statement, 'delete.deletes', 'q');
  const limit = toDouble(required(statement, 'delete.deletes', 'limit'));
  if (limit !== 0 && limit !== 1) {
    throw new CommandError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  }
  const matches = compileFilter(filter, variables);
  const collection = engine.catalog.find(namespace);
  assertHint(fieldOf(statement, fieldName('hint')), collection);
  if (!collection) return 0;
  const found = firstOrAll(findStored(collection, { filter, matches, sorter: undefined }), limit === 1);
  for (const stored of found) collection.remove(stored);
  return found.length;
}

/** What a write goes through is collected first: it must not meet what it has written itself. */
export function firstOrAll(stored: Iterable<StoredDocument>, isFirstOnly: boolean): StoredDocument[] {
  if (!isFirstOnly) return [...stored];
  for (const first of stored) return [first];
  return [];
}
