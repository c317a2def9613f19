/** Bytes of a record's number inside a key: room for 281 trillion records of one collection. */
const RECORD_BYTES = 6;

/** Every key of one collection or index starts with its number; this is the first key of that space. */
export function spaceKey(space: number): Buffer {
  const key = Buffer.alloc(4);
  key.writeUInt32BE(space);
  return key;
}

/** Key of a record: natural order is the order of insertion. */
export function recordKey(space: number, record: number): Buffer {
  const key = Buffer.allocUnsafe(4 + RECORD_BYTES);
  key.writeUInt32BE(space);
  key.writeUIntBE(record, 4, RECORD_BYTES);
  return key;
}

/** Key of an index entry: the encoded values, then the record that has them. */
export function entryKey(space: number, values: Buffer, record: number): Buffer {
  const key = Buffer.allocUnsafe(4 + values.length + RECORD_BYTES);
  key.writeUInt32BE(space);
  values.copy(key, 4);
  key.writeUIntBE(record, 4 + values.length, RECORD_BYTES);
  return key;
}

/** The record that a record's or an entry's key ends in. */
export function recordOf(key: Uint8Array): number {
  const bytes = Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  return bytes.readUIntBE(bytes.length - RECORD_BYTES, RECORD_BYTES);
}

/** The encoded values inside an entry's key. */
export function valuesOf(key: Uint8Array): Buffer {
  return Buffer.from(key.subarray(4, key.length - RECORD_BYTES));
}

/** The smallest key above every key that starts with `prefix`. */
export function keyAfter(prefix: Buffer): Buffer {
  const key = Buffer.from(prefix);
  for (let index = key.length - 1; index >= 0; index--) {
    const byte = key[index] ?? 0;
    if (byte < 0xff) {
      key[index] = byte + 1;
      return key.subarray(0, index + 1);
    }
  }
  return Buffer.alloc(prefix.length + 1, 0xff);
}
