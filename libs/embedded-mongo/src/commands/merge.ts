import { buildDocument, documentOf } from '../bson/build.js';
import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { compileQuery, firstStored } from '../query/source.js';
import { idOf, type Collection, type StoredDocument } from '../storage/collection.js';
import type { Engine } from './engine.js';
import { targetOf } from './out.js';

/** `$merge` without options: each result goes into the document of its `_id`, or is a new one. */
export function mergeInto(
  engine: Engine,
  database: string,
  argument: BsonValue,
  results: () => BsonValue[],
  isBypassing: boolean,
): void {
  const namespace = targetOf('$merge', intoOf(argument), database);
  const documents = results();
  const collection = engine.collectionFor(namespace);
  for (const document of documents) {
    const stored = storedLike(collection, document);
    if (stored) collection.replace(stored, mergeFields(stored.document, document), isBypassing);
    else collection.insert(document, isBypassing);
  }
}

function intoOf(argument: BsonValue): BsonValue {
  if (!argument.isObject) return argument;
  const option = fieldsOf(argument).find(([name]) => name !== 'into');
  if (option) throw notImplemented(`$merge with ${option[0]}`);
  const into = fieldOf(argument, fieldName('into'));
  if (into) return into;
  throw new CommandError('Location40414', "BSON field '$merge.into' is missing but a required field");
}

function storedLike(collection: Collection, document: BsonValue): StoredDocument | undefined {
  const id = idOf(document);
  if (!id) return undefined;
  const filter = documentOf({ _id: documentOf({ $eq: id }) });
  return firstStored(collection, compileQuery({ filter }));
}

/** Fields of the result replace those of the stored document in their places; new ones are appended. */
function mergeFields(stored: BsonValue, result: BsonValue): BsonValue {
  const added = fieldsOf(result).filter(([name]) => name !== '_id');
  return buildDocument(new Map([...fieldsOf(stored), ...added]));
}
