import { BsonType, BsonValue } from './value.js';

/** A field of a document, or an element of an array under its index. */
export type Field = readonly [name: string, value: BsonValue];

const FIXED_SIZES = new Map<number, number>([
  [BsonType.double, 8],
  [BsonType.undefined, 0],
  [BsonType.objectId, 12],
  [BsonType.boolean, 1],
  [BsonType.date, 8],
  [BsonType.null, 0],
  [BsonType.int32, 4],
  [BsonType.timestamp, 8],
  [BsonType.long, 8],
  [BsonType.decimal, 16],
  [BsonType.minKey, 0],
  [BsonType.maxKey, 0],
]);

/** The document breaks the BSON layout. */
export class InvalidBsonError extends Error {
  override readonly name = 'InvalidBsonError';
}

/** Offset after a value of this type that starts at `start`. */
function valueEnd(type: number, buffer: Buffer, start: number): number {
  const fixed = FIXED_SIZES.get(type);
  if (fixed !== undefined) return start + fixed;
  switch (type) {
    case BsonType.string:
    case BsonType.code:
    case BsonType.symbol:
      return start + 4 + buffer.readInt32LE(start);
    case BsonType.object:
    case BsonType.array:
    case BsonType.codeWithScope:
      return start + buffer.readInt32LE(start);
    case BsonType.binary:
      return start + 5 + buffer.readInt32LE(start);
    case BsonType.dbPointer:
      return start + 4 + buffer.readInt32LE(start) + 12;
    case BsonType.regex:
      return buffer.indexOf(0, buffer.indexOf(0, start) + 1) + 1;
    default:
      throw new InvalidBsonError(`Unrecognized BSON type ${type}`);
  }
}

/** Calls `visit` with the bounds of each element until it answers true; checks the layout as it goes. */
function walk(
  document: BsonValue,
  visit: (type: number, nameStart: number, nameEnd: number, end: number) => boolean,
): void {
  const { buffer } = document;
  const last = document.end - 1;
  let position = document.start + 4;
  while (position < last) {
    const type = buffer[position] ?? 0;
    const nameEnd = buffer.indexOf(0, position + 1);
    const end = valueEnd(type, buffer, nameEnd + 1);
    if (nameEnd < 0 || end > last || end <= nameEnd)
      throw new InvalidBsonError('A BSON element exceeds its document');
    if (visit(type, position + 1, nameEnd, end)) return;
    position = end;
  }
}

/** All fields of a document in their order, or the elements of an array. */
export function fieldsOf(document: BsonValue): Field[] {
  const { buffer } = document;
  const fields: Field[] = [];
  walk(document, (type, nameStart, nameEnd, end) => {
    fields.push([buffer.toString('utf8', nameStart, nameEnd), new BsonValue(type, buffer, nameEnd + 1, end)]);
    return false;
  });
  return fields;
}

/** The elements of an array (or the values of a document), without their names. */
export function elementsOf(array: BsonValue): BsonValue[] {
  const { buffer } = array;
  const elements: BsonValue[] = [];
  walk(array, (type, _nameStart, nameEnd, end) => {
    elements.push(new BsonValue(type, buffer, nameEnd + 1, end));
    return false;
  });
  return elements;
}

/** A field's name with its bytes, so that looking for it in many documents encodes it once. */
export interface FieldName {
  text: string;
  bytes: Buffer;
}

/** Prepares a name for {@link fieldOf}. */
export function fieldName(text: string): FieldName {
  return { text, bytes: Buffer.from(text, 'utf8') };
}

/** The first field of that name, or undefined when it is missing (which differs from null). */
export function fieldOf(document: BsonValue, name: FieldName): BsonValue | undefined {
  const { buffer } = document;
  const { bytes } = name;
  let found: BsonValue | undefined;
  walk(document, (type, nameStart, nameEnd, end) => {
    if (nameEnd - nameStart !== bytes.length || !sameBytes(buffer, nameStart, bytes)) return false;
    found = new BsonValue(type, buffer, nameEnd + 1, end);
    return true;
  });
  return found;
}

/** A loop, because names are short and a call into native code costs more than their few bytes. */
function sameBytes(buffer: Buffer, start: number, expected: Buffer): boolean {
  for (let index = 0; index < expected.length; index++) {
    if (buffer[start + index] !== expected[index]) return false;
  }
  return true;
}

/** Checks that a buffer is one well-formed document, nested ones included. */
export function assertWellFormed(document: BsonValue): void {
  const { buffer, start, end } = document;
  if (end - start < 5 || buffer.readInt32LE(start) !== end - start || buffer[end - 1] !== 0) {
    throw new InvalidBsonError('The length of a BSON document does not match its bytes');
  }
  walk(document, (type, _nameStart, nameEnd, valueEndOffset) => {
    if (type === BsonType.object || type === BsonType.array) {
      assertWellFormed(new BsonValue(type, buffer, nameEnd + 1, valueEndOffset));
    }
    return false;
  });
}
