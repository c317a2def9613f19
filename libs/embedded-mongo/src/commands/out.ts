import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { collectItems, type InTurns } from '../query/iterables.js';
import type { Slice } from '../query/slice.js';
import { dropCollection } from './admin.js';
import { namespaceOf } from './command.js';
import type { Engine } from './engine.js';

/**
 * `$out`: puts the results in place of what a collection held. They are collected out of sight first, so that a refused
 * document, or an end before the last one, leaves the old collection as it was; its indexes hold for the new documents.
 */
export function* replaceCollection(
  engine: Engine,
  database: string,
  argument: BsonValue,
  results: InTurns<BsonValue>,
  isBypassing: boolean,
  slice: Slice,
): Generator<undefined> {
  const namespace = targetOf('$out', argument, database);
  const documents = yield* collectItems(results);
  const { catalog } = engine;
  const filled = catalog.prepare(namespace, catalog.find(namespace));
  try {
    for (const document of documents) {
      slice.add(document);
      if (slice.isFull) yield* slice.turn();
      filled.insert(document, isBypassing);
    }
  } catch (error) {
    catalog.discardPrepared(filled);
    throw error;
  }
  const before = catalog.find(namespace);
  if (before) dropCollection(engine, before, `collection dropped: '${namespace}'`);
  catalog.publish(filled);
}

/** The collection that `$out` or `$merge` names: by its name, or as `{ db, coll }`. */
export function targetOf(stage: string, target: BsonValue, database: string): string {
  if (target.type === BsonType.string) return namespaceOf(database, target.text());
  const name = target.isObject ? fieldOf(target, fieldName('coll')) : undefined;
  const other = target.isObject ? fieldOf(target, fieldName('db')) : undefined;
  const isKnown = target.isObject && fieldsOf(target).every(([field]) => field === 'db' || field === 'coll');
  if (target.isObject && !isKnown) throw notImplemented(`these options of ${stage}`);
  if (name?.type === BsonType.string && (!other || other.type === BsonType.string)) {
    return namespaceOf(other?.text() ?? database, name.text());
  }
  throw new CommandError('FailedToParse', `${stage} needs the name of a collection`);
}
