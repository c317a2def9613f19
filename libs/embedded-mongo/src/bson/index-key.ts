import { createHash } from 'node:crypto';
import { fieldsOf } from './fields.js';
import { toDouble } from './numbers.js';
import { typeOrder } from './compare.js';
import { BsonType, type BsonValue } from './value.js';

/** LMDB keys have at most 1,978 bytes; a longer one is cut to this many and a hash, and verified when read. */
const MAX_KEY_BYTES = 1900;

/**
 * Bytes whose order is MongoDB's order of the values. Equal values have equal bytes; the reverse does not
 * hold (numbers are rounded to a double), so whoever reads an index checks the documents it names. No
 * encoding is a prefix of another, so several can be joined.
 */
export function encodeValue(value: BsonValue): Buffer {
  const parts: Buffer[] = [];
  append(parts, value);
  return Buffer.concat(parts);
}

/** What an empty array has in an index: below null, as MongoDB's undefined. */
export const EMPTY_ARRAY_KEY = Buffer.from([3]);

/** Shortens a key for storage; the same values always give the same bytes. */
export function storedKey(key: Buffer): Buffer {
  if (key.length <= MAX_KEY_BYTES) return key;
  return Buffer.concat([key.subarray(0, MAX_KEY_BYTES), createHash('sha1').update(key).digest()]);
}

/** Shortens a key to bound a range: it must not hold the hash, which has no order. */
export function boundKey(key: Buffer): Buffer {
  return key.subarray(0, MAX_KEY_BYTES);
}

function append(parts: Buffer[], value: BsonValue): void {
  parts.push(Buffer.from([typeOrder(value)]));
  if (value.isNumber) {
    parts.push(encodeDouble(toDouble(value)));
    return;
  }
  switch (value.type) {
    case BsonType.string:
    case BsonType.symbol:
    case BsonType.code:
      parts.push(escapeZeros(value.buffer.subarray(value.start + 4, value.end - 1)));
      return;
    case BsonType.object:
    case BsonType.array:
      appendFields(parts, value);
      return;
    case BsonType.binary:
      parts.push(encodeLength(value), value.buffer.subarray(value.start + 4, value.end));
      return;
    case BsonType.date:
      parts.push(encodeDate(value));
      return;
    case BsonType.timestamp:
      parts.push(Buffer.from(value.bytes).reverse());
      return;
    case BsonType.objectId:
    case BsonType.boolean:
    case BsonType.null:
    case BsonType.minKey:
    case BsonType.maxKey:
    case BsonType.undefined:
      parts.push(value.bytes);
      return;
    default:
      parts.push(escapeZeros(value.bytes));
  }
}

function appendFields(parts: Buffer[], value: BsonValue): void {
  for (const [name, element] of fieldsOf(value)) {
    if (value.isObject) parts.push(Buffer.from([typeOrder(element)]), escapeZeros(Buffer.from(name)));
    append(parts, element);
  }
  parts.push(Buffer.from([0]));
}

/** Sign bit flipped for positives, all bits for negatives: then bytes sort as the numbers do. */
function encodeDouble(number: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(number)) return bytes;
  bytes.writeDoubleBE(number === 0 ? 0 : number);
  const bits = bytes.readBigUInt64BE();
  const isNegative = bits >> 63n === 1n;
  bytes.writeBigUInt64BE(isNegative ? ~bits & 0xffffffffffffffffn : bits | (1n << 63n));
  return bytes;
}

function encodeDate(value: BsonValue): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value.buffer.readBigInt64LE(value.start)) ^ (1n << 63n));
  return bytes;
}

function encodeLength(value: BsonValue): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value.buffer.readUInt32LE(value.start));
  return bytes;
}

/** A zero becomes 00 FF and the end is 00 00, so that a prefix sorts first and values do not run together. */
function escapeZeros(bytes: Buffer): Buffer {
  const end = Buffer.from([0, 0]);
  if (!bytes.includes(0)) return Buffer.concat([bytes, end]);
  const escaped: number[] = [];
  for (const byte of bytes) {
    escaped.push(byte);
    if (byte === 0) escaped.push(0xff);
  }
  return Buffer.concat([Buffer.from(escaped), end]);
}
