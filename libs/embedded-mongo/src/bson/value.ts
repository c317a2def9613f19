import { deserialize, serialize, type Document } from 'bson';

/** BSON element types by their number on the wire. */
export const BsonType = {
  double: 0x01,
  string: 0x02,
  object: 0x03,
  array: 0x04,
  binary: 0x05,
  undefined: 0x06,
  objectId: 0x07,
  boolean: 0x08,
  date: 0x09,
  null: 0x0a,
  regex: 0x0b,
  dbPointer: 0x0c,
  code: 0x0d,
  symbol: 0x0e,
  codeWithScope: 0x0f,
  int32: 0x10,
  timestamp: 0x11,
  long: 0x12,
  decimal: 0x13,
  minKey: 0xff,
  maxKey: 0x7f,
} as const;

/**
 * One BSON value as a slice of the bytes it came in. The server compares, matches and stores these slices;
 * nothing is decoded that does not have to be, so a value cannot change its type on the way through.
 */
export class BsonValue {
  /**
   * @param type number of the BSON type, see {@link BsonType}
   * @param buffer bytes that hold the value
   * @param start offset of the value's first byte (for a document: of its length)
   * @param end offset after its last byte
   */
  constructor(
    readonly type: number,
    readonly buffer: Buffer,
    readonly start: number,
    readonly end: number,
  ) {}

  /** The value's bytes, shared with the buffer they came in. */
  get bytes(): Buffer {
    return this.buffer.subarray(this.start, this.end);
  }

  /** True for an embedded document. */
  get isObject(): boolean {
    return this.type === BsonType.object;
  }

  /** True for an array. */
  get isArray(): boolean {
    return this.type === BsonType.array;
  }

  /** True for one of the four number types. */
  get isNumber(): boolean {
    return (
      this.type === BsonType.int32 ||
      this.type === BsonType.double ||
      this.type === BsonType.long ||
      this.type === BsonType.decimal
    );
  }

  /** The text of a string (or symbol or code) value. */
  text(): string {
    return this.buffer.toString('utf8', this.start + 4, this.end - 1);
  }
}

/** The document that a buffer holds, as a value. */
export function documentValue(bytes: Buffer): BsonValue {
  return new BsonValue(BsonType.object, bytes, 0, bytes.length);
}

/** A document with no field. */
export const EMPTY_DOCUMENT = documentValue(Buffer.from([5, 0, 0, 0, 0]));

/** BSON null. */
export const NULL_VALUE = new BsonValue(BsonType.null, Buffer.alloc(0), 0, 0);

/** Encodes a JavaScript (or `bson` class) value; whole numbers in range become int32. */
export function fromJs(value: unknown): BsonValue {
  const bytes = Buffer.from(serialize({ v: value }, { ignoreUndefined: false }));
  return new BsonValue(bytes[4] ?? BsonType.null, bytes, 7, bytes.length - 1);
}

/** Decodes a document into plain JavaScript values, numbers promoted. */
export function toDocument(value: BsonValue): Document {
  return deserialize(value.bytes, { bsonRegExp: true });
}

/** Decodes any value into a plain JavaScript value, numbers promoted. */
export function toJs(value: BsonValue): unknown {
  const head = Buffer.alloc(7);
  head.writeInt32LE(value.end - value.start + 8, 0);
  head[4] = value.type;
  head[5] = 0x76;
  const wrapped = Buffer.concat([head, value.bytes, Buffer.alloc(1)]);
  return deserialize(wrapped, { bsonRegExp: true }).v;
}
