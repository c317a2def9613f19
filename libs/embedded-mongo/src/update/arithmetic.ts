import { Double, Int32, Long } from 'bson';
import { BsonType, fromJs, type BsonValue } from '../bson/value.js';
import { toDouble } from '../bson/numbers.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { describeValue } from '../bson/describe.js';

/** `$inc`: the sum has the wider type of the two; one of int32 that is too large becomes a long. */
export function increment(current: BsonValue | undefined, step: BsonValue, path: string): BsonValue {
  assertNumber(step, path);
  if (!current) return step;
  assertNumber(current, path);
  if (current.type === BsonType.decimal || step.type === BsonType.decimal)
    throw notImplemented('$inc with decimal128');
  if (current.type === BsonType.double || step.type === BsonType.double)
    return fromJs(new Double(toDouble(current) + toDouble(step)));
  return sumOfIntegers(current, step);
}

function sumOfIntegers(current: BsonValue, step: BsonValue): BsonValue {
  const sum = integerOf(current) + integerOf(step);
  if (BigInt.asIntN(64, sum) !== sum) {
    throw new CommandError(
      'BadValue',
      'Failed to apply $inc operations to current value: the result is too large',
    );
  }
  const isInt = current.type === BsonType.int32 && step.type === BsonType.int32;
  if (isInt && BigInt.asIntN(32, sum) === sum) return fromJs(new Int32(Number(sum)));
  return fromJs(Long.fromBigInt(sum));
}

function integerOf(value: BsonValue): bigint {
  return value.type === BsonType.int32
    ? BigInt(value.buffer.readInt32LE(value.start))
    : value.buffer.readBigInt64LE(value.start);
}

function assertNumber(value: BsonValue, path: string): void {
  if (value.isNumber) return;
  throw new CommandError(
    'TypeMismatch',
    `Cannot increment with non-numeric argument: {${path}: ${describeValue(value)}}`,
  );
}
