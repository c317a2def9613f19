import { ObjectId } from 'bson';
import { fieldsOf } from './fields.js';
import { decimalOf } from './numbers.js';
import { BsonType, toJs, type BsonValue } from './value.js';

/** A value as MongoDB's messages show it: `"a"`, `1.5`, `ObjectId('…')`, `{ a: 1 }`. */
export function describeValue(value: BsonValue): string {
  if (value.isObject || value.isArray) return describeFields(value);
  switch (value.type) {
    case BsonType.string:
      return JSON.stringify(value.text());
    case BsonType.objectId:
      return `ObjectId('${new ObjectId(Uint8Array.from(value.bytes)).toHexString()}')`;
    case BsonType.date:
      return `new Date(${value.buffer.readBigInt64LE(value.start)})`;
    case BsonType.double:
      return describeDouble(value.buffer.readDoubleLE(value.start));
    case BsonType.decimal:
      return decimalOf(value).toString();
    case BsonType.binary:
      return `BinData(${value.buffer[value.start + 4] ?? 0}, ${value.bytes.subarray(5).toString('hex').toUpperCase()})`;
    default:
      return String(toJs(value));
  }
}

function describeDouble(number: number): string {
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
}

function describeFields(value: BsonValue): string {
  const fields = fieldsOf(value);
  if (value.isArray) return `[ ${fields.map(([, element]) => describeValue(element)).join(', ')} ]`;
  return `{ ${fields.map(([name, element]) => `${name}: ${describeValue(element)}`).join(', ')} }`;
}
