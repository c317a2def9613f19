import { buildDocument, documentOf } from '../bson/build.js';
import { equalValues } from '../bson/compare.js';
import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import { BsonType, fromJs, type BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { compileFilter } from '../matching/matcher.js';
import { isTruthy } from '../matching/operators.js';
import { listSource } from '../query/source.js';
import type { Collection } from '../storage/collection.js';
import type { CollectionIndex } from '../storage/collection-index.js';
import { isSameIndex, type IndexDefinition } from '../storage/index-definition.js';
import type { Command } from './command.js';
import type { Engine } from './engine.js';
import { sessionOf } from './session.js';
import type { HandlerTable } from './handler.js';
import type { Sliced } from './sliced.js';
import { cursorBatchSize } from './options.js';

/** Options of an index that this server keeps; `background` and `v` change nothing. */
const INDEX_OPTIONS = new Set([
  'key',
  'name',
  'unique',
  'sparse',
  'expireAfterSeconds',
  'partialFilterExpression',
  'background',
  'v',
  'ns',
]);

const MAX_EXPIRY_SECONDS = 2_147_483_647;

/** Builds the indexes that are not there yet. */
function* createIndexes(command: Command, engine: Engine): Sliced {
  const definitions = command.documents('indexes').map(definitionFrom);
  if (definitions.length === 0)
    throw new CommandError('BadValue', 'Must specify at least one index to create');
  if (command.value('commitQuorum')) {
    throw new CommandError('BadValue', "Standalones can't specify commitQuorum");
  }
  const isNew = !engine.catalog.find(command.namespace);
  const collection = engine.collectionFor(command.namespace);
  const before = collection.indexes.length;
  yield* buildAll(engine, collection, definitions);
  const after = collection.indexes.length;
  return documentOf({
    numIndexesBefore: before,
    numIndexesAfter: after,
    createdCollectionAutomatically: isNew,
    ...(before === after && { note: 'all indexes already exist' }),
    ok: 1,
  });
}

/** All of them or none. */
function* buildAll(
  engine: Engine,
  collection: Collection,
  definitions: readonly IndexDefinition[],
): Generator<undefined> {
  const before = new Set(collection.indexes);
  try {
    for (const definition of definitions) {
      if (!isThere(collection, definition)) yield* engine.catalog.addIndex(collection, definition);
    }
  } catch (error) {
    for (const index of collection.indexes) {
      if (!before.has(index)) engine.catalog.removeIndex(collection, index);
    }
    throw error;
  }
}

function definitionFrom(spec: BsonValue): IndexDefinition {
  for (const [option] of fieldsOf(spec)) {
    if (!INDEX_OPTIONS.has(option)) throw cannotCreate(`the index option ${option} is not supported`);
  }
  const key = option(spec, 'key');
  const name = option(spec, 'name');
  if (!key?.isObject)
    throw new CommandError(
      'FailedToParse',
      "The 'key' field is a required property of an index specification",
    );
  if (name?.type !== BsonType.string) {
    throw new CommandError(
      'FailedToParse',
      "The 'name' field is a required property of an index specification",
    );
  }
  return { name: name.text(), key, fields: keyFields(key), ...definitionOptions(spec) };
}

function definitionOptions(
  spec: BsonValue,
): Pick<IndexDefinition, 'isUnique' | 'isSparse' | 'expireAfterSeconds' | 'partialFilter'> {
  const partialFilter = option(spec, 'partialFilterExpression');
  compileFilter(partialFilter);
  if (partialFilter && fieldOf(partialFilter, fieldName('$expr')))
    throw cannotCreate('unsupported expression in partial index: $expr');
  const expiry = option(spec, 'expireAfterSeconds');
  return {
    isUnique: isFlagSet(spec, 'unique'),
    isSparse: isFlagSet(spec, 'sparse'),
    ...(expiry && { expireAfterSeconds: expirySeconds(spec, expiry) }),
    ...(partialFilter && { partialFilter }),
  };
}

function expirySeconds(spec: BsonValue, expiry: BsonValue): number {
  const seconds = expiry.isNumber ? toDouble(expiry) : NaN;
  if (!(seconds >= 0 && seconds <= MAX_EXPIRY_SECONDS)) {
    throw cannotCreate(`TTL index 'expireAfterSeconds' option must be within 0 and ${MAX_EXPIRY_SECONDS}`);
  }
  if (fieldsOf(option(spec, 'key') ?? spec).length > 1) {
    throw cannotCreate('TTL indexes are single-field indexes, compound indexes do not support TTL');
  }
  return seconds;
}

function keyFields(key: BsonValue): string[] {
  const fields = fieldsOf(key);
  if (fields.length === 0) throw cannotCreate('Index keys cannot be empty.');
  return fields.map(([name, direction]) => {
    if (!direction.isNumber || toDouble(direction) === 0)
      throw cannotCreate(`the index type of ${name} is not supported`);
    if (name === '' || name.includes('$') || name.split('.').includes('')) {
      throw cannotCreate(`Index key contains an illegal field name: '${name}'`);
    }
    return name;
  });
}

function cannotCreate(reason: string): CommandError {
  return new CommandError('CannotCreateIndex', reason);
}

function option(spec: BsonValue, name: string): BsonValue | undefined {
  return fieldOf(spec, fieldName(name));
}

function isFlagSet(spec: BsonValue, name: string): boolean {
  const value = option(spec, name);
  return value !== undefined && isTruthy(value);
}

/** True when the index exists already; one with the same name or key and other options is a conflict. */
function isThere(collection: Collection, wanted: IndexDefinition): boolean {
  if (equalValues(wanted.key, fromJs({ _id: 1 }))) return true;
  const named = collection.indexes.find(({ definition }) => definition.name === wanted.name);
  if (named && isSameIndex(named.definition, wanted)) return true;
  if (named) throw conflict(named.definition, wanted);
  const alike = collection.indexes.find(({ definition }) => equalValues(definition.key, wanted.key));
  if (!alike) return false;
  throw new CommandError(
    'IndexOptionsConflict',
    isSameIndex(alike.definition, wanted)
      ? `Index already exists with a different name: ${alike.definition.name}`
      : `An equivalent index already exists with a different name and options: ${alike.definition.name}`,
  );
}

function conflict(existing: IndexDefinition, wanted: IndexDefinition): CommandError {
  if (
    equalValues(existing.key, wanted.key) &&
    existing.isUnique === wanted.isUnique &&
    existing.isSparse === wanted.isSparse
  ) {
    return new CommandError(
      'IndexOptionsConflict',
      `An equivalent index ${wanted.name} already exists with different options`,
    );
  }
  return new CommandError(
    'IndexKeySpecsConflict',
    `An existing index has the same name as the requested index: ${wanted.name}, but another key or other options`,
  );
}

/** Drops indexes by name, by key pattern, or all but the one over `_id`. */
function dropIndexes(command: Command, engine: Engine): BsonValue {
  const collection = engine.catalog.find(command.namespace);
  if (!collection) throw new CommandError('NamespaceNotFound', `ns not found ${command.namespace}`);
  const nIndexesWas = collection.indexes.length;
  for (const index of indexesToDrop(collection, command.value('index')))
    engine.catalog.removeIndex(collection, index);
  return documentOf({ nIndexesWas, ok: 1 });
}

function indexesToDrop(collection: Collection, wanted: BsonValue | undefined): CollectionIndex[] {
  const droppable = collection.indexes.slice(1);
  if (wanted?.type === BsonType.string && wanted.text() === '*') return droppable;
  if (wanted?.isArray) return fieldsOf(wanted).map(([, name]) => indexToDrop(collection, name));
  if (!wanted)
    throw new CommandError('Location40414', "BSON field 'dropIndexes.index' is missing but a required field");
  return [indexToDrop(collection, wanted)];
}

function indexToDrop(collection: Collection, wanted: BsonValue): CollectionIndex {
  const position = collection.indexes.findIndex(({ definition }) =>
    wanted.isObject
      ? equalValues(definition.key, wanted)
      : wanted.type === BsonType.string && wanted.text() === definition.name,
  );
  if (position === 0) throw new CommandError('InvalidOptions', 'cannot drop _id index');
  const index = collection.indexes[position];
  if (!index)
    throw new CommandError('IndexNotFound', `index not found with name or key in ${collection.namespace}`);
  return index;
}

/** The collection's indexes as they were made. */
function listIndexes(command: Command, engine: Engine): Sliced {
  const { namespace } = command;
  const collection = engine.catalog.find(namespace);
  if (!collection) throw new CommandError('NamespaceNotFound', `ns does not exist: ${namespace}`);
  const source = listSource(collection.indexes.map(({ definition }) => describeIndex(definition)));
  return engine.cursors.first({ namespace, source, session: sessionOf(command) }, cursorBatchSize(command));
}

function describeIndex(definition: IndexDefinition): BsonValue {
  const { key, name, isUnique, isSparse, expireAfterSeconds, partialFilter } = definition;
  return buildDocument([
    ['v', fromJs(2)],
    ['key', key],
    ['name', fromJs(name)],
    ...(isUnique && name !== '_id_' ? [['unique', fromJs(true)] as const] : []),
    ...(isSparse ? [['sparse', fromJs(true)] as const] : []),
    ...(expireAfterSeconds === undefined
      ? []
      : [['expireAfterSeconds', fromJs(expireAfterSeconds)] as const]),
    ...(partialFilter ? [['partialFilterExpression', partialFilter] as const] : []),
  ]);
}

/** Commands about indexes. */
export const INDEX_HANDLERS: HandlerTable = {
  createIndexes: { run: createIndexes, isWrite: true, fields: ['indexes', 'commitQuorum'] },
  dropIndexes: { run: dropIndexes, isWrite: true, fields: ['index'] },
  listIndexes: { run: listIndexes, fields: ['cursor'] },
};
