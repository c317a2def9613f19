import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { dropCollection } from './admin.js';
import { namespaceOf } from './command.js';
import type { Engine } from './engine.js';

/**
 * `$out`: puts the results in place of what a collection held. They are collected under another name first, so
 * that a refused document leaves the old collection as it was; its indexes hold for the new documents.
 */
export function replaceCollection(
  engine: Engine,
  database: string,
  argument: BsonValue,
  results: () => BsonValue[],
  isBypassing: boolean,
): void {
  const namespace = targetOf('$out', argument, database);
  const documents = results();
  const before = engine.catalog.find(namespace);
  const filled = engine.catalog.create(`${namespace}.$out`, before?.options);
  try {
    // Nothing is there yet that would take more than one step.
    for (const { definition } of before?.indexes.slice(1) ?? [])
      engine.catalog.addIndex(filled, definition).next();
    for (const document of documents) filled.insert(document, isBypassing);
  } catch (error) {
    engine.catalog.drop(filled);
    throw error;
  }
  if (before) dropCollection(engine, before, `collection dropped: '${namespace}'`);
  engine.catalog.rename(filled, namespace);
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
