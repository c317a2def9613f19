import type { Document } from 'bson';
import { elementsOf } from '../bson/fields.js';
import { BsonType, toDocument, type BsonValue } from '../bson/value.js';
import { notImplemented } from '../errors/command-error.js';

/**
 * Decodes a document for mingo, which computes with JavaScript numbers. A document whose numbers do not fit
 * them is refused rather than rounded.
 */
export function toExactDocument(document: BsonValue): Document {
  assertExact(document);
  return toDocument(document);
}

function assertExact(value: BsonValue): void {
  if (value.type === BsonType.decimal)
    throw notImplemented('expressions over documents with decimal128 values');
  if (value.type === BsonType.long) assertSafe(value);
  else if (value.isObject || value.isArray) elementsOf(value).forEach(assertExact);
}

function assertSafe(value: BsonValue): void {
  const long = value.buffer.readBigInt64LE(value.start);
  if (BigInt.asIntN(54, long) !== long)
    throw notImplemented('expressions over documents with integers beyond 2^53');
}
