import type { Field } from './fields.js';
import { BsonType, BsonValue, fromJs } from './value.js';

/** Joins fields into a document; the bytes of the values are copied as they are. */
export function buildDocument(fields: Iterable<Field>): BsonValue {
  return join(BsonType.object, [...fields]);
}

/** Joins values into an array, or into the part of one whose first element has the index `first`. */
export function buildArray(values: readonly BsonValue[], first = 0): BsonValue {
  return join(
    BsonType.array,
    values.map((value, index) => [String(first + index), value] as const),
  );
}

/** Joins parts of an array, one after another. */
export function joinArrays(parts: readonly BsonValue[]): BsonValue {
  const elements = parts.map(({ buffer, start, end }) => buffer.subarray(start + 4, end - 1));
  const joined = Buffer.concat([Buffer.alloc(4), ...elements, Buffer.alloc(1)]);
  joined.writeInt32LE(joined.length);
  return new BsonValue(BsonType.array, joined, 0, joined.length);
}

/** A document of plain values, in which {@link BsonValue}s stand for themselves. For replies. */
export function documentOf(entries: Record<string, unknown>): BsonValue {
  return buildDocument(
    Object.entries(entries)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value instanceof BsonValue ? value : fromJs(value)] as const),
  );
}

function join(type: number, fields: readonly Field[]): BsonValue {
  let size = 5;
  for (const [name, value] of fields) size += 2 + Buffer.byteLength(name) + value.end - value.start;
  const buffer = Buffer.allocUnsafe(size);
  buffer.writeInt32LE(size, 0);
  let position = 4;
  for (const [name, value] of fields) {
    position = buffer.writeUInt8(value.type, position);
    position += buffer.write(name, position, 'utf8');
    position = buffer.writeUInt8(0, position);
    position += value.buffer.copy(buffer, position, value.start, value.end);
  }
  buffer.writeUInt8(0, position);
  return new BsonValue(type, buffer, 0, size);
}
