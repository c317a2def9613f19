import { buildDocument, documentOf } from '../bson/build.js';
import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { compileQuery, findStored } from '../query/source.js';
import { idOf, type Collection, type StoredDocument } from '../storage/collection.js';
import { firstOrAll } from './delete.js';
import type { Engine } from './engine.js';
import { targetOf } from './out.js';

/** What becomes of a stored document that has the `_id` of a result; undefined leaves it as it is. */
type WhenMatched = (
  collection: Collection,
  stored: StoredDocument,
  result: BsonValue,
) => BsonValue | undefined;

const WHEN_MATCHED = new Map<string, WhenMatched>([
  ['merge', (_collection, { document }, result) => mergeFields(document, result)],
  ['replace', (_collection, _stored, result) => result],
  ['keepExisting', () => undefined],
  [
    'fail',
    ({ namespace, indexes: [ids] }, _stored, result) => {
      throw ids?.duplicateError(namespace, result) ?? notImplemented('$merge without an index');
    },
  ],
]);

const WHEN_NOT_MATCHED = new Set(['insert', 'discard', 'fail']);
const OPTIONS = new Set(['into', 'on', 'let', 'whenMatched', 'whenNotMatched']);

/** `$merge`: brings the results into a collection, document by document, by their `_id`. */
export function mergeInto(
  engine: Engine,
  database: string,
  argument: BsonValue,
  results: () => BsonValue[],
  isBypassing: boolean,
): void {
  const { namespace, whenMatched, whenNotMatched } = parseMerge(argument, database);
  const documents = results();
  const collection = engine.collectionFor(namespace);
  for (const document of documents) {
    const stored = storedLike(collection, document);
    if (stored) {
      const after = whenMatched(collection, stored, document);
      if (after) collection.replace(stored, after, isBypassing);
    } else if (whenNotMatched === 'insert') {
      collection.insert(document, isBypassing);
    } else if (whenNotMatched === 'fail') {
      throw new CommandError(
        'MergeStageNoMatchingDocument',
        '$merge could not find a matching document in the target collection for at least one document',
      );
    }
  }
}

function parseMerge(
  argument: BsonValue,
  database: string,
): { namespace: string; whenMatched: WhenMatched; whenNotMatched: string } {
  const into = argument.isObject ? fieldOf(argument, fieldName('into')) : argument;
  if (!into)
    throw new CommandError('Location40414', "BSON field '$merge.into' is missing but a required field");
  const matched = textOption(argument, 'whenMatched') ?? 'merge';
  const whenNotMatched = textOption(argument, 'whenNotMatched') ?? 'insert';
  const whenMatched = WHEN_MATCHED.get(matched);
  if (!whenMatched || !WHEN_NOT_MATCHED.has(whenNotMatched)) {
    throw new CommandError('BadValue', `$merge does not know '${whenMatched ? whenNotMatched : matched}'`);
  }
  assertOptions(argument);
  return { namespace: targetOf('$merge', into, database), whenMatched, whenNotMatched };
}

function assertOptions(argument: BsonValue): void {
  const names = argument.isObject ? fieldsOf(argument).map(([name]) => name) : [];
  const unknown = names.find((name) => !OPTIONS.has(name));
  if (unknown !== undefined)
    throw new CommandError('Location40415', `BSON field '$merge.${unknown}' is an unknown field.`);
  if (names.includes('let')) throw notImplemented('$merge with let');
  if ((textOption(argument, 'on') ?? '_id') !== '_id')
    throw notImplemented('$merge on other fields than _id');
}

function textOption(argument: BsonValue, name: string): string | undefined {
  const value = argument.isObject ? fieldOf(argument, fieldName(name)) : undefined;
  if (value && value.type !== BsonType.string) throw notImplemented(`$merge with this value of ${name}`);
  return value?.text();
}

function storedLike(collection: Collection, document: BsonValue): StoredDocument | undefined {
  const id = idOf(document);
  if (!id) return undefined;
  const filter = documentOf({ _id: documentOf({ $eq: id }) });
  return firstOrAll(findStored(collection, compileQuery({ filter })), true)[0];
}

/** Fields of the result replace those of the stored document in their places; new ones come behind. */
function mergeFields(stored: BsonValue, result: BsonValue): BsonValue {
  const added = fieldsOf(result).filter(([name]) => name !== '_id');
  return buildDocument(new Map([...fieldsOf(stored), ...added]));
}
