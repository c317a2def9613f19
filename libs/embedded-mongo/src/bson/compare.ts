import { fieldsOf } from './fields.js';
import { compareNumbers } from './numbers.js';
import { BsonType, type BsonValue } from './value.js';

/** Place of each type in MongoDB's comparison order; the four number types share one, as do string and symbol. */
const TYPE_ORDER = new Map<number, number>([
  [BsonType.minKey, 1],
  [BsonType.undefined, 3],
  [BsonType.null, 5],
  [BsonType.int32, 10],
  [BsonType.double, 10],
  [BsonType.long, 10],
  [BsonType.decimal, 10],
  [BsonType.string, 15],
  [BsonType.symbol, 15],
  [BsonType.object, 20],
  [BsonType.array, 25],
  [BsonType.binary, 30],
  [BsonType.objectId, 35],
  [BsonType.boolean, 40],
  [BsonType.date, 45],
  [BsonType.timestamp, 47],
  [BsonType.regex, 50],
  [BsonType.dbPointer, 55],
  [BsonType.code, 60],
  [BsonType.codeWithScope, 65],
  [BsonType.maxKey, 127],
]);

/** The place of a value's type in MongoDB's order across types; values of one place compare with each other. */
export function typeOrder(value: BsonValue): number {
  return TYPE_ORDER.get(value.type) ?? 0;
}

/** How a collation orders two texts: negative, zero or positive. */
export type TextComparison = (a: string, b: string) => number;

/**
 * MongoDB's total order over all values: negative, zero or positive.
 *
 * @param compareText order of texts, also inside documents and arrays; that of their bytes when not given
 */
export function compareValues(a: BsonValue, b: BsonValue, compareText?: TextComparison): number {
  const byType = typeOrder(a) - typeOrder(b);
  if (byType !== 0) return byType;
  if (a.isNumber) return compareNumbers(a, b);
  switch (a.type) {
    case BsonType.object:
      return compareFields(a, b, true, compareText);
    case BsonType.array:
      return compareFields(a, b, false, compareText);
    case BsonType.binary:
      return compareBinary(a, b);
    case BsonType.date:
      return compareBigInt(a.buffer.readBigInt64LE(a.start), b.buffer.readBigInt64LE(b.start));
    case BsonType.timestamp:
      return compareBigInt(a.buffer.readBigUInt64LE(a.start), b.buffer.readBigUInt64LE(b.start));
    case BsonType.string:
    case BsonType.symbol:
      return compareText ? compareText(a.text(), b.text()) : compareTexts(a, b);
    case BsonType.code:
      return compareTexts(a, b);
    default:
      return a.buffer.compare(b.buffer, b.start, b.end, a.start, a.end);
  }
}

function compareTexts(a: BsonValue, b: BsonValue): number {
  return a.buffer.compare(b.buffer, b.start + 4, b.end - 1, a.start + 4, a.end - 1);
}

/** True when MongoDB's `$eq` would say so: numbers by value, documents field by field in their order. */
export function equalValues(a: BsonValue, b: BsonValue, compareText?: TextComparison): boolean {
  return compareValues(a, b, compareText) === 0;
}

function compareBigInt(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

/** Length first, then subtype, then bytes; the layout holds them in that order behind the little-endian length. */
function compareBinary(a: BsonValue, b: BsonValue): number {
  const byLength = a.buffer.readInt32LE(a.start) - b.buffer.readInt32LE(b.start);
  return byLength === 0 ? a.buffer.compare(b.buffer, b.start + 4, b.end, a.start + 4, a.end) : byLength;
}

/** Field by field: type, then name (not for arrays), then value; a prefix is smaller. */
function compareFields(
  a: BsonValue,
  b: BsonValue,
  withNames: boolean,
  compareText: TextComparison | undefined,
): number {
  const left = fieldsOf(a);
  const right = fieldsOf(b);
  for (const [index, [name, value]] of left.entries()) {
    const other = right[index];
    if (!other) return 1;
    const byType = typeOrder(value) - typeOrder(other[1]);
    const byName = withNames ? Buffer.compare(Buffer.from(name), Buffer.from(other[0])) : 0;
    const order = byType || byName || compareValues(value, other[1], compareText);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
