import { Decimal128 } from 'bson';
import { BsonType, type BsonValue } from './value.js';

/** A decimal number without rounding: `digits` times ten to the power of `exponent`. */
interface Exact {
  digits: bigint;
  exponent: number;
}

/** The decimal128 that a value holds. */
export function decimalOf(value: BsonValue): Decimal128 {
  return new Decimal128(Uint8Array.from(value.bytes));
}

/** int32 and double as a number, long as a bigint (JavaScript compares the two exactly). */
function plainNumber(value: BsonValue): number | bigint {
  if (value.type === BsonType.int32) return value.buffer.readInt32LE(value.start);
  if (value.type === BsonType.double) return value.buffer.readDoubleLE(value.start);
  return value.buffer.readBigInt64LE(value.start);
}

/** The nearest double of any number value: monotone, so good for index keys and for plain arguments. */
export function toDouble(value: BsonValue): number {
  if (value.type === BsonType.decimal) return Number(decimalOf(value).toString());
  return Number(plainNumber(value));
}

/** Compares two numbers by value, whatever their types; NaN is below all and equals NaN. */
export function compareNumbers(a: BsonValue, b: BsonValue): number {
  if (a.type === BsonType.decimal || b.type === BsonType.decimal) return compareWithDecimal(a, b);
  const left = plainNumber(a);
  const right = plainNumber(b);
  if (left < right) return -1;
  if (left > right) return 1;
  return nanOrder(left, right);
}

function nanOrder(left: number | bigint, right: number | bigint): number {
  return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
}

function compareWithDecimal(a: BsonValue, b: BsonValue): number {
  const left = toDouble(a);
  const right = toDouble(b);
  if (left < right) return -1;
  if (left > right) return 1;
  if (!Number.isFinite(left) || !Number.isFinite(right)) return compareInfinite(a, b, left, right);
  return compareExact(exactOf(a), exactOf(b));
}

/** A finite decimal can be too large for a double: then its exact digits decide. */
function compareInfinite(a: BsonValue, b: BsonValue, left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return nanOrder(left, right);
  const isFinite = (value: BsonValue): boolean =>
    value.type === BsonType.decimal && !decimalOf(value).toString().includes('Inf');
  if (isFinite(a) && isFinite(b)) return compareExact(exactOf(a), exactOf(b));
  return (Number(isFinite(b)) - Number(isFinite(a))) * Math.sign(left);
}

function compareExact(a: Exact, b: Exact): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const left = a.digits * 10n ** BigInt(a.exponent - exponent);
  const right = b.digits * 10n ** BigInt(b.exponent - exponent);
  return left < right ? -1 : Number(left > right);
}

function exactOf(value: BsonValue): Exact {
  if (value.type === BsonType.decimal) return exactOfText(decimalOf(value).toString());
  const number = plainNumber(value);
  return typeof number === 'bigint' ? { digits: number, exponent: 0 } : exactOfDouble(number);
}

function exactOfText(text: string): Exact {
  const [mantissa = '0', power = '0'] = text.split('E');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

/** A double is a whole number over a power of two; a power of two under one is one of five over one of ten. */
function exactOfDouble(number: number): Exact {
  let halvings = 0;
  let whole = number;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    halvings++;
  }
  return { digits: BigInt(whole) * 5n ** BigInt(halvings), exponent: -halvings };
}
