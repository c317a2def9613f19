import { buildDocument, documentOf } from '../bson/build.js';
import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { candidateSlices } from '../query/plan.js';
import { collectItems, type InTurns } from '../query/iterables.js';
import type { Slice } from '../query/slice.js';
import { compileQuery } from '../query/source.js';
import { idOf, type Collection, type StoredDocument } from '../storage/collection.js';
import type { Engine } from './engine.js';
import { targetOf } from './out.js';

/** `$merge` without options: each result goes into the document of its `_id`, or is a new one. */
export function* mergeInto(
  engine: Engine,
  database: string,
  argument: BsonValue,
  results: InTurns<BsonValue>,
  isBypassing: boolean,
  slice: Slice,
): Generator<undefined> {
  const namespace = targetOf('$merge', intoOf(argument), database);
  for (const document of yield* collectItems(results)) {
    // It is looked for, put together and written.
    slice.add(document, 3);
    if (slice.isFull) yield* slice.turn();
    const collection = engine.collectionFor(namespace);
    const stored = storedLike(collection, document);
    if (stored) collection.replace(stored, mergeFields(stored.document, document), isBypassing);
    else collection.insert(document, isBypassing);
  }
  engine.collectionFor(namespace);
}

function intoOf(argument: BsonValue): BsonValue {
  if (!argument.isObject) return argument;
  const option = fieldsOf(argument).find(([name]) => name !== 'into');
  if (option) throw notImplemented(`$merge with ${option[0]}`);
  const into = fieldOf(argument, fieldName('into'));
  if (into) return into;
  throw new CommandError('Location40414', "BSON field '$merge.into' is missing but a required field");
}

/** One look into the index over `_id`. */
function storedLike(collection: Collection, document: BsonValue): StoredDocument | undefined {
  const id = idOf(document);
  if (!id) return undefined;
  const { filter, matches } = compileQuery({ filter: documentOf({ _id: documentOf({ $eq: id }) }) });
  for (const { records } of candidateSlices(collection, filter)) {
    for (const record of records) {
      const stored = collection.read(record);
      if (stored && matches(stored)) return { record, document: stored };
    }
  }
  return undefined;
}

/** Fields of the result replace those of the stored document in their places; new ones are appended. */
function mergeFields(stored: BsonValue, result: BsonValue): BsonValue {
  const added = fieldsOf(result).filter(([name]) => name !== '_id');
  return buildDocument(new Map([...fieldsOf(stored), ...added]));
}
