import { elementsOf, fieldName, fieldOf } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { textComparison } from '../query/collation.js';
import { isTruthy } from '../matching/operators.js';
import { compileQuery } from '../query/source.js';
import { idOf, type Collection, type StoredDocument } from '../storage/collection.js';
import { compileUpdate, type Update } from '../update/update.js';
import { upsertBase } from '../update/upsert.js';
import type { Command } from './command.js';
import type { Engine } from './engine.js';
import { assertHint } from './options.js';
import type { Slice } from '../query/slice.js';
import { assertKnownFields, required, requiredDocument } from './statement.js';
import { firstMatch, visitMatches } from './visit-matches.js';

const FIELDS = ['q', 'u', 'upsert', 'multi', 'hint', 'collation', 'arrayFilters', 'c'];

/** What one statement of an update command did. */
export interface UpdateResult {
  matched: number;
  modified: number;
  upsertedId?: BsonValue;
}

/**
 * Runs one statement `{ q, u, multi, upsert }` of an update command, in slices.
 *
 * @throws CommandError QueryPlanKilled when the collection was dropped meanwhile
 */
export function* updateMatches(
  engine: Engine,
  namespace: string,
  statement: BsonValue,
  { variables, isBypassing }: Pick<Command, 'variables' | 'isBypassing'>,
  slice: Slice,
): Generator<undefined, UpdateResult> {
  assertKnownFields(statement, 'update.updates', FIELDS);
  const option = (name: string): BsonValue | undefined => fieldOf(statement, fieldName(name));
  const compareText = textComparison(option('collation'));
  const filter = requiredDocument(statement, 'update.updates', 'q');
  const update = compileUpdate(required(statement, 'update.updates', 'u'), {
    arrayFilters: arrayFiltersOf(option('arrayFilters')),
    variables,
    isCollated: compareText !== undefined,
  });
  const isMulti = isSet(option('multi'));
  if (isMulti && update.isReplacement) {
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const query = compileQuery({ filter, variables, compareText });
  const collection = engine.catalog.find(namespace);
  assertHint(option('hint'), collection);
  const result: UpdateResult = { matched: 0, modified: 0 };
  if (collection) {
    const change = (stored: StoredDocument): void => {
      if (updateStored(collection, stored, update, isBypassing).isModified) result.modified++;
      result.matched++;
    };
    const first = isMulti ? undefined : yield* firstMatch(engine, collection, query, slice);
    if (first) change(first);
    if (isMulti) yield* visitMatches(engine, collection, query, slice, change);
  }
  if (result.matched > 0 || !isSet(option('upsert'))) return result;
  const inserted = insertUpserted(engine, namespace, update, filter, isBypassing);
  return { ...result, upsertedId: idOf(inserted) };
}

/** The filters of `arrayFilters`, undefined when there are none. */
export function arrayFiltersOf(value: BsonValue | undefined): BsonValue[] | undefined {
  return value?.isArray ? elementsOf(value) : undefined;
}

function isSet(value: BsonValue | undefined): boolean {
  return value !== undefined && isTruthy(value);
}

/** Updates one document; an unchanged one is not written. */
export function updateStored(
  collection: Collection,
  stored: StoredDocument,
  update: Update,
  isBypassing: boolean,
): { after: BsonValue; isModified: boolean } {
  const after = update.apply(stored.document, false);
  const isModified = !after.bytes.equals(stored.document.bytes);
  if (isModified) collection.replace(stored, after, isBypassing);
  return { after, isModified };
}

/** Inserts the document that the filter's equalities and the update make. */
export function insertUpserted(
  engine: Engine,
  namespace: string,
  update: Update,
  filter: BsonValue,
  isBypassing: boolean,
): BsonValue {
  const document = update.apply(upsertBase(filter, update.isReplacement), true);
  return engine.collectionFor(namespace).insert(document, isBypassing);
}
