import { buildArray, buildDocument } from '../bson/build.js';
import { compareValues, equalValues } from '../bson/compare.js';
import { elementsOf, fieldsOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { compileFilter, isOperatorDocument } from '../matching/matcher.js';
import { compileSort, sortBy } from '../query/sort.js';
import type { Change } from './path.js';

/** The elements of a field that must be an array; a missing one is empty. */
function arrayElements(operator: string, current: BsonValue | undefined, path: string): BsonValue[] {
  if (!current) return [];
  if (current.isArray) return elementsOf(current);
  throw new CommandError(
    'BadValue',
    `The field '${path}' must be an array but is not, so ${operator} cannot be applied`,
  );
}

/** `$push`: one value, or `$each` with `$position`, `$sort` and `$slice`. */
export function pushChange(argument: BsonValue, path: string): Change {
  const modifiers = isOperatorDocument(argument) ? pushModifiers(argument) : undefined;
  return (current) => {
    const elements = arrayElements('$push', current, path);
    if (!modifiers) return buildArray([...elements, argument]);
    const position = modifiers.position ?? elements.length;
    elements.splice(position, 0, ...modifiers.each);
    return buildArray(sliced(sorted(elements, modifiers.sort), modifiers.slice));
  };
}

interface PushModifiers {
  each: BsonValue[];
  position: number | undefined;
  slice: number | undefined;
  sort: BsonValue | undefined;
}

function pushModifiers(argument: BsonValue): PushModifiers {
  const modifiers = new Map(fieldsOf(argument));
  for (const name of modifiers.keys()) {
    if (!['$each', '$position', '$slice', '$sort'].includes(name)) {
      throw new CommandError('BadValue', `Unrecognized clause in $push: ${name}`);
    }
  }
  return {
    each: eachOf('$push', modifiers.get('$each')),
    position: wholeNumber('$position', modifiers.get('$position')),
    slice: wholeNumber('$slice', modifiers.get('$slice')),
    sort: modifiers.get('$sort'),
  };
}

function eachOf(operator: string, each: BsonValue | undefined): BsonValue[] {
  if (each?.isArray) return elementsOf(each);
  throw new CommandError('BadValue', `The argument to $each in ${operator} must be an array`);
}

function wholeNumber(name: string, value: BsonValue | undefined): number | undefined {
  if (!value) return undefined;
  const number = value.isNumber ? toDouble(value) : NaN;
  if (Number.isInteger(number)) return number;
  throw new CommandError('BadValue', `The value for ${name} must be an integer value`);
}

function sorted(elements: BsonValue[], sort: BsonValue | undefined): BsonValue[] {
  if (!sort) return elements;
  if (sort.isNumber) {
    const direction = toDouble(sort);
    if (direction !== 1 && direction !== -1)
      throw new CommandError('BadValue', 'The $sort element value must be either 1 or -1');
    return elements.toSorted((a, b) => compareValues(a, b) * direction);
  }
  const sorter = sort.isObject ? compileSort(sort) : undefined;
  if (!sorter) throw new CommandError('BadValue', 'The $sort is invalid: use 1 or -1, or a sort pattern');
  return sortBy(elements, sorter, (element) => element);
}

function sliced(elements: BsonValue[], slice: number | undefined): BsonValue[] {
  if (slice === undefined) return elements;
  return slice < 0 ? elements.slice(slice) : elements.slice(0, slice);
}

/** `$addToSet`: values that are not in the array yet. */
export function addToSetChange(argument: BsonValue, path: string): Change {
  const [first] = argument.isObject ? fieldsOf(argument) : [];
  const added = first?.[0] === '$each' ? eachOf('$addToSet', first[1]) : [argument];
  return (current) => {
    const elements = arrayElements('$addToSet', current, path);
    for (const value of added) {
      if (!elements.some((element) => equalValues(element, value))) elements.push(value);
    }
    return buildArray(elements);
  };
}

/** `$pop`: the last element, or with -1 the first. */
export function popChange(argument: BsonValue, path: string): Change {
  const end = argument.isNumber ? toDouble(argument) : NaN;
  if (end !== 1 && end !== -1) throw new CommandError('FailedToParse', `$pop expects 1 or -1`);
  return (current) => {
    if (!current) return undefined;
    const elements = arrayElements('$pop', current, path);
    return buildArray(end === 1 ? elements.slice(0, -1) : elements.slice(1));
  };
}

/** `$pull`: every element that equals the argument or satisfies it as a condition. */
export function pullChange(argument: BsonValue, path: string): Change {
  return removeWhere('$pull', path, pullCondition(argument));
}

/** `$pullAll`: every element that is in the list. */
export function pullAllChange(argument: BsonValue, path: string): Change {
  if (!argument.isArray) throw new CommandError('BadValue', '$pullAll requires an array argument');
  const values = elementsOf(argument);
  return removeWhere('$pullAll', path, (element) => values.some((value) => equalValues(element, value)));
}

function removeWhere(operator: string, path: string, matches: (element: BsonValue) => boolean): Change {
  return (current) =>
    current && buildArray(arrayElements(operator, current, path).filter((element) => !matches(element)));
}

/** A document without operators is a filter for documents; operators and patterns test the element itself. */
function pullCondition(argument: BsonValue): (element: BsonValue) => boolean {
  if (argument.isObject && !isOperatorDocument(argument)) {
    const matches = compileFilter(argument);
    return (element) => element.isObject && matches(element);
  }
  if (argument.isArray) return (element) => equalValues(element, argument);
  const matches = compileFilter(buildDocument([['v', argument]]));
  return (element) => matches(buildDocument([['v', element]]));
}
