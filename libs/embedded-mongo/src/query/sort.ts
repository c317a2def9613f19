import { CommandError, notImplemented } from '../errors/command-error.js';
import { compareValues, type TextComparison } from '../bson/compare.js';
import { fieldsOf, type Field } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import { BsonType, BsonValue, NULL_VALUE } from '../bson/value.js';
import { parsePath, valuesAt, type Path } from '../matching/path.js';

/** One field of a sort order. */
interface SortField {
  path: Path;
  direction: 1 | -1;
}

type ValueOrder = (a: BsonValue, b: BsonValue) => number;

/** What a document is sorted by: one value for each field of the order. */
export type SortKey = readonly BsonValue[];

/** A sort order, ready to be applied. */
export interface Sorter {
  keyOf: (document: BsonValue) => SortKey;
  compare: (a: SortKey, b: SortKey) => number;
}

const UNDEFINED_VALUE = new BsonValue(BsonType.undefined, Buffer.alloc(0), 0, 0);

/**
 * Prepares a sort order such as `{ client: 1, value: -1 }`; undefined when it names nothing, or the order of
 * insertion, in which documents come anyway.
 */
export function compileSort(sort: BsonValue | undefined, compareText?: TextComparison): Sorter | undefined {
  const given = sort ? fieldsOf(sort) : [];
  if (isNatural(given)) return undefined;
  const fields = given.map(([name, value]) => sortField(name, value));
  if (fields.length === 0) return undefined;
  const compare: ValueOrder = (a, b) => compareValues(a, b, compareText);
  return {
    keyOf: (document) => fields.map((field) => keyValue(document, field, compare)),
    compare: (a, b) => compareKeys(fields, a, b, compare),
  };
}

/** The direction of a sort order by `_id` alone; undefined for any other. */
export function directionById(sort: BsonValue | undefined): 1 | -1 | undefined {
  const [first, second] = sort ? fieldsOf(sort) : [];
  if (first?.[0] !== '_id' || second) return undefined;
  return sortField(...first).direction;
}

function isNatural([first, second]: readonly Field[]): boolean {
  if (first?.[0] !== '$natural' || second) return false;
  if (!first[1].isNumber || toDouble(first[1]) !== 1) throw notImplemented('$natural backwards');
  return true;
}

function sortField(name: string, value: BsonValue): SortField {
  if (value.isObject) throw notImplemented('sorting by $meta');
  const direction = value.isNumber ? toDouble(value) : NaN;
  if (direction !== 1 && direction !== -1) {
    throw new CommandError('BadValue', `Illegal value for the sort direction of ${name}: it must be 1 or -1`);
  }
  if (name.startsWith('$'))
    throw new CommandError('BadValue', `FieldPath field names may not start with '$'`);
  return { path: parsePath(name), direction };
}

/** An array sorts by its smallest element upwards and by its largest downwards; a missing field as null. */
function keyValue(document: BsonValue, { path, direction }: SortField, compare: ValueOrder): BsonValue {
  let best: BsonValue | undefined;
  for (const value of valuesAt(document, path)) {
    const candidate = candidateOf(value);
    if (!best || compare(candidate, best) * direction < 0) best = candidate;
  }
  return best ?? NULL_VALUE;
}

function candidateOf(value: BsonValue | undefined): BsonValue {
  if (!value) return NULL_VALUE;
  return value.isArray && value.end - value.start === 5 ? UNDEFINED_VALUE : value;
}

function compareKeys(fields: readonly SortField[], a: SortKey, b: SortKey, compare: ValueOrder): number {
  for (const [index, { direction }] of fields.entries()) {
    const order = compare(a[index] ?? NULL_VALUE, b[index] ?? NULL_VALUE) * direction;
    if (order !== 0) return order;
  }
  return 0;
}
