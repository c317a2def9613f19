import { CommandError, notImplemented } from '../errors/command-error.js';
import { compareValues, equalValues, typeOrder, type TextComparison } from '../bson/compare.js';
import { elementsOf, fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { compileRegex } from './regex.js';
import { typeTest } from './type-test.js';

/** What one operator asks of a value at the end of a path (undefined: missing). */
export interface LeafPredicate {
  test: (value: BsonValue | undefined) => boolean;
  /** The path matches when no value on it passes the test. */
  isNegated: boolean;
}

type Test = LeafPredicate['test'];
type ElementTest = (value: BsonValue) => boolean;

/**
 * The predicate of one operator.
 *
 * @param condition the whole operator document, for operators that belong together (`$regex`, `$options`)
 * @throws CommandError for an unknown operator or a wrong argument
 */
export function leafPredicate(
  operator: string,
  argument: BsonValue,
  condition: BsonValue,
  compareText: TextComparison | undefined,
): LeafPredicate {
  if (operator === '$ne') return { test: equality(argument, compareText), isNegated: true };
  if (operator === '$nin') return { test: membership(argument, operator, compareText), isNegated: true };
  if (operator === '$exists' && !isTruthy(argument)) return { test: isPresent, isNegated: true };
  return { test: positiveTest(operator, argument, condition, compareText), isNegated: false };
}

function positiveTest(
  operator: string,
  argument: BsonValue,
  condition: BsonValue,
  compareText: TextComparison | undefined,
): Test {
  switch (operator) {
    case '$eq':
      return argument === condition && argument.type === BsonType.regex
        ? onElements(regexTest(argument))
        : equality(argument, compareText);
    case '$gt':
      return ordering(argument, compareText, (order) => order > 0);
    case '$gte':
      return ordering(argument, compareText, (order) => order >= 0);
    case '$lt':
      return ordering(argument, compareText, (order) => order < 0);
    case '$lte':
      return ordering(argument, compareText, (order) => order <= 0);
    case '$in':
      return membership(argument, operator, compareText);
    case '$exists':
      return isPresent;
    case '$type':
      return onElements(typeTest(argument));
    case '$regex':
      return onElements(compileRegex(argument, fieldOf(condition, fieldName('$options'))));
    default:
      throw unknownOperator(operator);
  }
}

/** Operators of MongoDB that nothing here needs. */
const REFUSED = new Set([
  '$all',
  '$elemMatch',
  '$mod',
  '$size',
  '$geoWithin',
  '$geoIntersects',
  '$near',
  '$nearSphere',
  '$bitsAllSet',
  '$bitsAllClear',
  '$bitsAnySet',
  '$bitsAnyClear',
]);

function unknownOperator(operator: string): CommandError {
  return REFUSED.has(operator)
    ? notImplemented(operator)
    : new CommandError('BadValue', `unknown operator: ${operator}`);
}

const isPresent: Test = (value) => value !== undefined;

/** MongoDB tests an array's elements, then the array itself. */
function onElements(test: ElementTest): Test {
  return (value) => {
    if (!value) return false;
    return test(value) || (value.isArray && elementsOf(value).some(test));
  };
}

/** Null stands for a missing field too; a plain regular expression in a filter is a pattern, not a value. */
function equality(argument: BsonValue, compareText: TextComparison | undefined): Test {
  if (argument.type === BsonType.undefined) throw new CommandError('BadValue', 'cannot compare to undefined');
  const onPresent = onElements((value) => equalValues(value, argument, compareText));
  if (argument.type !== BsonType.null) return onPresent;
  const isNullish = onElements((value) => value.type === BsonType.null || value.type === BsonType.undefined);
  return (value) => value === undefined || isNullish(value);
}

/** Comparisons stay within one type, but MinKey and MaxKey bound them all; null equals only null and missing. */
function ordering(
  argument: BsonValue,
  compareText: TextComparison | undefined,
  accepts: (order: number) => boolean,
): Test {
  const acceptsEqual = accepts(0);
  if (argument.type === BsonType.null) {
    const isNull = equality(argument, compareText);
    return (value) => acceptsEqual && isNull(value);
  }
  if (argument.type === BsonType.regex) {
    throw new CommandError('BadValue', "Can't have RegEx as arg to predicate over field");
  }
  const crossesTypes = argument.type === BsonType.minKey || argument.type === BsonType.maxKey;
  const isNan = argument.isNumber && Number.isNaN(toDouble(argument));
  return onElements((value) => {
    if (!crossesTypes && typeOrder(value) !== typeOrder(argument)) return false;
    if (argument.isNumber && isNan !== Number.isNaN(toDouble(value))) return false;
    return accepts(compareValues(value, argument, compareText));
  });
}

function membership(argument: BsonValue, operator: string, compareText: TextComparison | undefined): Test {
  if (!argument.isArray) throw new CommandError('BadValue', `${operator} needs an array`);
  const candidates = elementsOf(argument);
  const isLookedUp = ({ type }: BsonValue): boolean =>
    type === BsonType.objectId || (type === BsonType.string && !compareText);
  const isOneOfKeys = oneOfKeys(candidates.filter(isLookedUp));
  const others = candidates.filter((candidate) => !isLookedUp(candidate));
  const tests = others.map((candidate) => {
    if (candidate.isObject && fieldsOf(candidate)[0]?.[0].startsWith('$')) {
      throw new CommandError('BadValue', `cannot nest $ under ${operator}`);
    }
    return candidate.type === BsonType.regex
      ? onElements(regexTest(candidate))
      : equality(candidate, compareText);
  });
  return (value) => isOneOfKeys(value) || tests.some((test) => test(value));
}

/** Looked up rather than compared one by one: ids and texts are asked for by the thousand. */
function oneOfKeys(candidates: readonly BsonValue[]): Test {
  const keyOf = (value: BsonValue) => `${typeOrder(value)} ${value.bytes.toString('latin1')}`;
  const keys = new Set(candidates.map(keyOf));
  const places = new Set(candidates.map(typeOrder));
  return onElements((value) => places.has(typeOrder(value)) && keys.has(keyOf(value)));
}

/** A pattern in a filter matches strings, and a stored regular expression that is the same. */
function regexTest(pattern: BsonValue): ElementTest {
  const matchesText = compileRegex(pattern, undefined);
  return (value) => (value.type === BsonType.regex ? equalValues(value, pattern) : matchesText(value));
}

/** MongoDB's reading of a flag: false, null, undefined and zero are false. */
export function isTruthy(value: BsonValue): boolean {
  if (value.isNumber) return toDouble(value) !== 0;
  if (value.type === BsonType.boolean) return value.buffer[value.start] === 1;
  return value.type !== BsonType.null && value.type !== BsonType.undefined;
}
