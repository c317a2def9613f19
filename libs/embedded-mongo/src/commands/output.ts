import { buildDocument } from '../bson/build.js';
import { fieldsOf } from '../bson/fields.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../command-error.js';
import { idOf } from '../storage/collection.js';
import { namespaceOf } from './command.js';
import type { Engine } from './engine.js';

/** The last stage of a pipeline that writes its results. */
interface Output {
  operator: '$out' | '$merge';
  argument: BsonValue;
}

/** Parts a pipeline from a last stage that writes. */
export function splitOutput(pipeline: readonly BsonValue[]): {
  stages: readonly BsonValue[];
  output?: Output;
} {
  const last = pipeline.at(-1);
  const [operator, argument] = last ? (fieldsOf(last)[0] ?? []) : [];
  if ((operator !== '$out' && operator !== '$merge') || !argument) return { stages: pipeline };
  return { stages: pipeline.slice(0, -1), output: { operator, argument } };
}

/** Writes the results of a pipeline, all in the transaction of the command. */
export function writeOutput(
  engine: Engine,
  database: string,
  output: Output,
  results: readonly BsonValue[],
): void {
  if (output.operator === '$merge') {
    mergeInto(engine, targetOf(database, mergeTarget(output.argument)), results);
    return;
  }
  const before = engine.catalog.replaceContents(targetOf(database, output.argument), results);
  if (!before) return;
  engine.cursors.invalidate(before.space, `collection dropped: '${before.namespace}'`);
  engine.purgeSoon();
}

function mergeTarget(argument: BsonValue): BsonValue {
  if (!argument.isObject) return argument;
  const options = new Map(fieldsOf(argument));
  const into = options.get('into');
  if (!into)
    throw new CommandError('Location40414', "BSON field '$merge.into' is missing but a required field");
  if (options.size > 1) throw notImplemented('$merge with options beside into');
  return into;
}

/** A collection's name, or `{ db, coll }`. */
function targetOf(database: string, target: BsonValue): string {
  if (target.type === BsonType.string) return namespaceOf(database, target.text());
  const parts = new Map(target.isObject ? fieldsOf(target) : []);
  const [db, coll] = [parts.get('db'), parts.get('coll')];
  if (coll?.type !== BsonType.string)
    throw new CommandError('FailedToParse', 'The target must be a collection name');
  return namespaceOf(db?.type === BsonType.string ? db.text() : database, coll.text());
}

/** MongoDB's default: a result is merged into the document with its `_id`, or inserted. */
function mergeInto(engine: Engine, namespace: string, results: readonly BsonValue[]): void {
  const collection = engine.collectionFor(namespace);
  for (const result of results) {
    const id = idOf(result);
    const stored = id && collection.findById(id);
    if (stored) collection.replace(stored, mergeFields(stored.document, result));
    else collection.insert(result);
  }
}

function mergeFields(before: BsonValue, changes: BsonValue): BsonValue {
  return buildDocument(new Map([...fieldsOf(before), ...fieldsOf(changes)]));
}
