import { Binary } from 'bson';
import { documentOf } from '../bson/build.js';
import { EMPTY_DOCUMENT, toDocument, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { textComparison } from '../query/collation.js';
import { compileFilter } from '../matching/matcher.js';
import { listSource } from '../query/source.js';
import type { Collection } from '../storage/collection.js';
import { COLLECTION_OPTIONS, collectionOptions } from '../storage/validation.js';
import { namespaceOf, type Command } from './command.js';
import type { Engine } from './engine.js';
import { sessionOf } from './session.js';
import type { Sliced } from './sliced.js';
import type { HandlerTable } from './handler.js';
import { cursorBatchSize } from './options.js';

/** Options of MongoDB that change how a collection behaves, and are not supported here. */
const REFUSED_OPTIONS = [
  'capped',
  'changeStreamPreAndPostImages',
  'clusteredIndex',
  'encryptedFields',
  'expireAfterSeconds',
  'indexOptionDefaults',
  'pipeline',
  'size',
  'max',
  'storageEngine',
  'timeseries',
  'viewOn',
];

/** Makes an empty collection; options that would change how it behaves are refused. */
function create(command: Command, engine: Engine): BsonValue {
  const namespace = command.namespace;
  for (const option of REFUSED_OPTIONS) {
    if (command.flag(option)) throw notImplemented(`collections with the option ${option}`);
  }
  if (textComparison(command.value('collation'))) throw notImplemented('collections with a collation');
  const options = collectionOptions(EMPTY_DOCUMENT, requestedOptions(command));
  if (engine.catalog.find(namespace)) {
    throw new CommandError('NamespaceExists', `Collection ${namespace} already exists.`);
  }
  engine.catalog.create(namespace, options);
  return documentOf({ ok: 1 });
}

/** Changes the validator of a collection, or how strictly it is applied. */
function modifyCollection(command: Command, engine: Engine): BsonValue {
  const collection = engine.catalog.find(command.namespace);
  if (!collection) throw new CommandError('NamespaceNotFound', `ns does not exist: ${command.namespace}`);
  engine.catalog.setOptions(collection, collectionOptions(collection.options, requestedOptions(command)));
  return documentOf({ ok: 1 });
}

function requestedOptions(command: Command): Map<string, BsonValue> {
  const requested = new Map<string, BsonValue>();
  for (const name of COLLECTION_OPTIONS) {
    const value = command.value(name);
    if (value) requested.set(name, value);
  }
  return requested;
}

/** Drops a collection; its contents are deleted in the background, which continues after a restart. */
export function dropCollection(engine: Engine, collection: Collection, reason: string): void {
  engine.cursors.invalidate(collection.space, reason);
  engine.catalog.drop(collection);
}

/** Drops a collection; a missing one is no error, as in MongoDB 7. */
function drop(command: Command, engine: Engine): BsonValue {
  const ns = command.namespace;
  const collection = engine.catalog.find(ns);
  if (!collection) return documentOf({ ok: 1 });
  const nIndexesWas = collection.indexes.length;
  dropCollection(engine, collection, `collection dropped: '${ns}'`);
  return documentOf({ nIndexesWas, ns, ok: 1 });
}

/** Drops every collection of the database. */
function dropDatabase(command: Command, engine: Engine): BsonValue {
  const collections = engine.catalog.list(command.database);
  for (const collection of collections) dropCollection(engine, collection, 'database dropped');
  return documentOf({ ...(collections.length > 0 && { dropped: command.database }), ok: 1 });
}

/** Gives a collection another name, in place of the one that has it when that may be dropped: one transaction. */
function renameCollection(command: Command, engine: Engine): BsonValue {
  const from = splitNamespace(command.string('renameCollection'));
  const to = splitNamespace(command.string('to'));
  if (command.database !== 'admin') {
    throw new CommandError(
      'UnauthorizedError',
      'renameCollection may only be run against the admin database.',
    );
  }
  if (from === to) throw new CommandError('IllegalOperation', "Can't rename a collection to itself");
  const source = engine.catalog.find(from);
  if (!source) throw new CommandError('NamespaceNotFound', `Source collection ${from} does not exist`);
  const target = engine.catalog.find(to);
  if (databaseOf(from) !== databaseOf(to)) throw notImplemented('renaming to another database');
  if (target && !command.flag('dropTarget'))
    throw new CommandError('NamespaceExists', 'target namespace exists');
  if (target) dropCollection(engine, target, `collection dropped: '${to}'`);
  engine.cursors.invalidate(source.space, `collection renamed from '${from}' to '${to}'`);
  engine.catalog.rename(source, to);
  return documentOf({ ok: 1 });
}

function splitNamespace(namespace: string): string {
  const dot = namespace.indexOf('.');
  return namespaceOf(namespace.slice(0, Math.max(dot, 0)), namespace.slice(dot + 1));
}

function databaseOf(namespace: string): string {
  return namespace.slice(0, namespace.indexOf('.'));
}

/** The databases that have a collection. */
function listDatabases(command: Command, engine: Engine): BsonValue {
  const matches = compileFilter(command.document('filter'));
  const names = new Set(engine.catalog.list().map(({ namespace }) => databaseOf(namespace)));
  const isNameOnly = command.flag('nameOnly');
  const databases = [...names]
    .map((name) => documentOf(isNameOnly ? { name } : { name, sizeOnDisk: 0, empty: false }))
    .filter(matches)
    .map(toDocument);
  return documentOf({ databases, ...(!isNameOnly && { totalSize: 0, totalSizeMb: 0 }), ok: 1 });
}

/** The database's collections with their uuids. */
function listCollections(command: Command, engine: Engine): Sliced {
  const matches = compileFilter(command.document('filter'));
  const isNameOnly = command.flag('nameOnly');
  const { database } = command;
  const collections = engine.catalog
    .list(database)
    .map((collection) => describeCollection(collection, database))
    .filter(matches)
    .map((description) => (isNameOnly ? nameAndType(description) : description));
  const namespace = `${database}.$cmd.listCollections`;
  const options = { namespace, source: listSource(collections), session: sessionOf(command) };
  return engine.cursors.first(options, cursorBatchSize(command));
}

function describeCollection({ namespace, uuid, options }: Collection, database: string): BsonValue {
  return documentOf({
    name: namespace.slice(database.length + 1),
    type: 'collection',
    options,
    info: { readOnly: false, uuid: new Binary(uuid, Binary.SUBTYPE_UUID) },
    idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
  });
}

function nameAndType(description: BsonValue): BsonValue {
  const { name, type } = toDocument(description);
  return documentOf({ name, type });
}

/** Commands about databases and collections. */
export const ADMIN_HANDLERS: HandlerTable = {
  create: {
    run: create,
    isWrite: true,
    fields: [...REFUSED_OPTIONS, ...COLLECTION_OPTIONS, 'collation', 'autoIndexId'],
  },
  collMod: { run: modifyCollection, isWrite: true, fields: COLLECTION_OPTIONS },
  drop: { run: drop, isWrite: true, fields: [] },
  dropDatabase: { run: dropDatabase, isWrite: true, fields: [] },
  renameCollection: { run: renameCollection, isWrite: true, fields: ['to', 'dropTarget'] },
  listDatabases: { run: listDatabases, fields: ['filter', 'nameOnly', 'authorizedDatabases'] },
  listCollections: {
    run: listCollections,
    fields: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  },
};
