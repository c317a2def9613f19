import { CommandError, notImplemented } from '../errors/command-error.js';
import { compareValues, equalValues, typeOrder, type TextComparison } from '../bson/compare.js';
import { documentOf } from '../bson/build.js';
import { elementsOf, fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import { BsonType, BsonValue } from '../bson/value.js';
import { compileRegex } from './regex.js';
import { typeTest } from './type-test.js';

/** What one operator asks of a value at the end of a path (undefined: missing). */
export interface LeafPredicate {
  test: (value: BsonValue | undefined) => boolean;
  /** The path matches when no value on it passes the test. */
  isNegated: boolean;
}

/** How operators reach the rest of the query language. */
export interface OperatorContext {
  filter: (filter: BsonValue) => (document: BsonValue) => boolean;
  compareText: TextComparison | undefined;
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
  context: OperatorContext,
): LeafPredicate {
  if (operator === '$ne') return { test: equality(argument, context), isNegated: true };
  if (operator === '$nin') return { test: membership(argument, operator, context), isNegated: true };
  if (operator === '$exists' && !isTruthy(argument)) return { test: isPresent, isNegated: true };
  return { test: positiveTest(operator, argument, condition, context), isNegated: false };
}

function positiveTest(
  operator: string,
  argument: BsonValue,
  condition: BsonValue,
  context: OperatorContext,
): Test {
  switch (operator) {
    case '$eq':
      return argument === condition && argument.type === BsonType.regex
        ? onElements(regexTest(argument))
        : equality(argument, context);
    case '$gt':
      return ordering(argument, context, (order) => order > 0);
    case '$gte':
      return ordering(argument, context, (order) => order >= 0);
    case '$lt':
      return ordering(argument, context, (order) => order < 0);
    case '$lte':
      return ordering(argument, context, (order) => order <= 0);
    case '$in':
      return membership(argument, operator, context);
    case '$exists':
      return isPresent;
    case '$type':
      return onElements(typeTest(argument));
    case '$regex':
      return onElements(compileRegex(argument, fieldOf(condition, fieldName('$options'))));
    case '$size':
      return sizeTest(argument);
    case '$mod':
      return onElements(modulo(argument));
    case '$elemMatch':
      return elemMatch(argument, context);
    default:
      throw unknownOperator(operator);
  }
}

const KNOWN_ELSEWHERE = new Set([
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
  return KNOWN_ELSEWHERE.has(operator)
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
function equality(argument: BsonValue, { compareText }: OperatorContext): Test {
  if (argument.type === BsonType.undefined) throw new CommandError('BadValue', 'cannot compare to undefined');
  const onPresent = onElements((value) => equalValues(value, argument, compareText));
  if (argument.type !== BsonType.null) return onPresent;
  const isNullish = onElements((value) => value.type === BsonType.null || value.type === BsonType.undefined);
  return (value) => value === undefined || isNullish(value);
}

/** Comparisons stay within one type, but MinKey and MaxKey bound them all; null equals only null and missing. */
function ordering(argument: BsonValue, context: OperatorContext, accepts: (order: number) => boolean): Test {
  const acceptsEqual = accepts(0);
  if (argument.type === BsonType.null) {
    const isNull = equality(argument, context);
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
    return accepts(compareValues(value, argument, context.compareText));
  });
}

function membership(argument: BsonValue, operator: string, context: OperatorContext): Test {
  if (!argument.isArray) throw new CommandError('BadValue', `${operator} needs an array`);
  const candidates = elementsOf(argument);
  const isOneOfIds = oneOfIds(candidates);
  const tests = candidates.filter(isNoId).map((candidate) => {
    if (candidate.isObject && fieldsOf(candidate)[0]?.[0].startsWith('$')) {
      throw new CommandError('BadValue', `cannot nest $ under ${operator}`);
    }
    return candidate.type === BsonType.regex
      ? onElements(regexTest(candidate))
      : equality(candidate, context);
  });
  return (value) => isOneOfIds(value) || tests.some((test) => test(value));
}

const isNoId = ({ type }: BsonValue): boolean => type !== BsonType.objectId;

/** Looked up rather than compared one by one: a page asks for a thousand documents by their `_id`. */
function oneOfIds(candidates: readonly BsonValue[]): Test {
  const textOf = ({ bytes }: BsonValue) => bytes.toString('latin1');
  const ids = new Set(candidates.filter((candidate) => !isNoId(candidate)).map(textOf));
  return onElements((value) => !isNoId(value) && ids.has(textOf(value)));
}

/** A pattern in a filter matches strings, and a stored regular expression that is the same. */
function regexTest(pattern: BsonValue): ElementTest {
  const matchesText = compileRegex(pattern, undefined);
  return (value) => (value.type === BsonType.regex ? equalValues(value, pattern) : matchesText(value));
}

function sizeTest(argument: BsonValue): Test {
  const size = argument.isNumber ? toDouble(argument) : NaN;
  if (!Number.isInteger(size)) throw new CommandError('BadValue', 'Failed to parse $size. Expected a number');
  if (size < 0) throw new CommandError('BadValue', '$size may not be negative');
  return (value) => value !== undefined && value.isArray && elementsOf(value).length === size;
}

function modulo(argument: BsonValue): ElementTest {
  const [divisor = NaN, remainder = NaN, ...rest] = argument.isArray
    ? elementsOf(argument).map((value) => (value.isNumber ? Math.trunc(toDouble(value)) : NaN))
    : [];
  if (rest.length > 0) throw new CommandError('BadValue', 'malformed mod, too many elements');
  if (!Number.isSafeInteger(divisor) || !Number.isSafeInteger(remainder)) {
    throw new CommandError('BadValue', 'malformed mod, needs two numbers');
  }
  if (divisor === 0) throw new CommandError('BadValue', 'divisor cannot be 0');
  return (value) => {
    if (!value.isNumber) return false;
    const number = Math.trunc(toDouble(value));
    return Number.isFinite(number) && number % divisor === remainder;
  };
}

/** Conditions over one element: operators for a value, a filter for a document. */
function elemMatch(argument: BsonValue, context: OperatorContext): Test {
  if (!argument.isObject) throw new CommandError('BadValue', '$elemMatch needs an Object');
  const first = fieldsOf(argument)[0]?.[0] ?? '';
  const isValueMatch = first.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first);
  const matches = isValueMatch ? valueElement(argument, context) : documentElement(argument, context);
  return (value) => value !== undefined && value.isArray && elementsOf(value).some(matches);
}

/** The element itself is compared: wrapped in a field, it goes through the ordinary filter. */
function valueElement(argument: BsonValue, context: OperatorContext): ElementTest {
  const matches = context.filter(documentOf({ v: argument }));
  return (element) => matches(documentOf({ v: element }));
}

function documentElement(argument: BsonValue, context: OperatorContext): ElementTest {
  const matches = context.filter(argument);
  return (element) => (element.isObject || element.isArray) && matches(asDocument(element));
}

/** To MongoDB an array in an array is a document here, with its positions for names. */
function asDocument({ buffer, start, end }: BsonValue): BsonValue {
  return new BsonValue(BsonType.object, buffer, start, end);
}

/** MongoDB's reading of a flag: false, null, undefined and zero are false. */
export function isTruthy(value: BsonValue): boolean {
  if (value.isNumber) return toDouble(value) !== 0;
  if (value.type === BsonType.boolean) return value.buffer[value.start] === 1;
  return value.type !== BsonType.null && value.type !== BsonType.undefined;
}
