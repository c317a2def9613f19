import { Double, Int32, Long } from 'bson';
import { BsonType, fromJs, type BsonValue } from '../bson/value.js';
import { toDouble } from '../bson/numbers.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { describeValue } from '../bson/describe.js';

const SMALLEST_INT = -(2n ** 31n);
const LARGEST_INT = 2n ** 31n - 1n;

/** `$inc` and `$mul`: the result has the wider type of the two; a sum of int32 that is too large becomes a long. */
export function combine(
  operator: '$inc' | '$mul',
  current: BsonValue | undefined,
  operand: BsonValue,
  path: string,
): BsonValue {
  assertNumber(operator, operand, path);
  if (!current) return operator === '$inc' ? operand : zeroOf(operand);
  assertNumber(operator, current, path);
  if (current.type === BsonType.decimal || operand.type === BsonType.decimal)
    throw notImplemented(`${operator} with decimal128`);
  if (current.type === BsonType.double || operand.type === BsonType.double)
    return combineDoubles(operator, current, operand);
  return combineIntegers(operator, current, operand);
}

function combineDoubles(operator: '$inc' | '$mul', current: BsonValue, operand: BsonValue): BsonValue {
  const [a, b] = [toDouble(current), toDouble(operand)];
  return fromJs(new Double(operator === '$inc' ? a + b : a * b));
}

function combineIntegers(operator: '$inc' | '$mul', current: BsonValue, operand: BsonValue): BsonValue {
  const [a, b] = [integerOf(current), integerOf(operand)];
  const result = operator === '$inc' ? a + b : a * b;
  if (BigInt.asIntN(64, result) !== result) {
    throw new CommandError(
      'BadValue',
      `Failed to apply ${operator} operations to current value: the result is too large`,
    );
  }
  const isInt = current.type === BsonType.int32 && operand.type === BsonType.int32;
  if (isInt && result >= SMALLEST_INT && result <= LARGEST_INT) return fromJs(new Int32(Number(result)));
  return fromJs(Long.fromBigInt(result));
}

function integerOf(value: BsonValue): bigint {
  return value.type === BsonType.int32
    ? BigInt(value.buffer.readInt32LE(value.start))
    : value.buffer.readBigInt64LE(value.start);
}

function zeroOf(operand: BsonValue): BsonValue {
  if (operand.type === BsonType.decimal) throw notImplemented('$mul with decimal128');
  if (operand.type === BsonType.double) return fromJs(new Double(0));
  return fromJs(operand.type === BsonType.long ? Long.ZERO : new Int32(0));
}

function assertNumber(operator: string, value: BsonValue, path: string): void {
  if (value.isNumber) return;
  throw new CommandError(
    'TypeMismatch',
    `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${describeValue(value)}}`,
  );
}
