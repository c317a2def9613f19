import { buildDocument } from '../bson/build.js';
import { elementsOf, fieldsOf } from '../bson/fields.js';
import { BsonType, EMPTY_DOCUMENT, type BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { isOperatorDocument } from '../matching/matcher.js';
import { idOf } from '../storage/collection.js';
import { applyChange } from './path.js';
import { freeze, MutableDocument } from './tree.js';

/** The document an upsert starts from: the fields that the filter fixes; of those a replacement keeps `_id`. */
export function upsertBase(filter: BsonValue, isReplacement: boolean): BsonValue {
  const root = new MutableDocument();
  for (const [path, value] of equalitiesOf(filter)) {
    applyChange(root, { path, change: () => value, isCreating: true });
  }
  const base = freeze(root);
  if (!isReplacement) return base;
  const id = idOf(base);
  return id ? buildDocument([['_id', id]]) : EMPTY_DOCUMENT;
}

/** What every match must be equal to; a field that is fixed twice is an error. */
function equalitiesOf(filter: BsonValue): Map<string, BsonValue> {
  const equalities = new Map<string, BsonValue>();
  for (const [name, condition] of fieldsOf(filter)) {
    for (const [path, value] of equalitiesIn(name, condition)) {
      if (equalities.has(path))
        throw new CommandError(
          'NotSingleValueField',
          `cannot infer query fields to set, path '${path}' is matched twice`,
        );
      equalities.set(path, value);
    }
  }
  return equalities;
}

function equalitiesIn(name: string, condition: BsonValue): Iterable<[string, BsonValue]> {
  if (name === '$and' && condition.isArray)
    return elementsOf(condition).flatMap((clause) => [...equalitiesOf(clause)]);
  if (name === '$or' && condition.isArray) return singleAlternative(elementsOf(condition));
  if (name.startsWith('$')) return [];
  if (condition.type === BsonType.regex) return [];
  if (!isOperatorDocument(condition)) return [[name, condition]];
  return fieldsOf(condition).flatMap(([operator, argument]) =>
    fixedBy(operator, argument).map((value) => [name, value] as [string, BsonValue]),
  );
}

/** A `$or` fixes values only when it has a single clause. */
function singleAlternative([only, second]: readonly BsonValue[]): Iterable<[string, BsonValue]> {
  return only && !second ? equalitiesOf(only) : [];
}

function fixedBy(operator: string, argument: BsonValue): BsonValue[] {
  if (operator === '$eq') return [argument];
  const isList = operator === '$in' && argument.isArray;
  const values = isList ? elementsOf(argument) : [];
  return values.length === 1
    ? values.filter((value) => value.type !== BsonType.regex && !isOperatorDocument(value))
    : [];
}
