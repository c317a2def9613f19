import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip: its content, and what the zip says of it where that is not true. */
export interface ZipPart {
  readonly content: Buffer | string;
  readonly said?: { readonly size?: number; readonly crc?: number };
}

/** A zip of parts by name. */
export function zipOf(parts: Readonly<Record<string, ZipPart | string>>): Buffer<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const { content, said = {} } = typeof part === 'string' ? { content: part } : part;
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(said.crc ?? crc32(bytes), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(said.size ?? bytes.length, 8);
    const local = Buffer.concat([
      head(0x04034b50, [20, 0x800, 8, 0, 0]),
      sizes,
      head(null, [Buffer.byteLength(name), 0]),
      Buffer.from(name),
      packed,
    ]);
    const at = Buffer.alloc(4);
    at.writeUInt32LE(offset);
    directory.push(
      Buffer.concat([
        head(0x02014b50, [20, 20, 0x800, 8, 0, 0]),
        sizes,
        head(null, [Buffer.byteLength(name), 0, 0, 0, 0, 0, 0]),
        at,
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const places = Buffer.alloc(8);
  places.writeUInt32LE(listed.length, 0);
  places.writeUInt32LE(offset, 4);
  const count = directory.length;
  return Buffer.concat([...locals, listed, head(0x06054b50, [0, 0, count, count]), places, head(null, [0])]);
}

function head(signature: number | null, fields: readonly number[]): Buffer {
  const from = signature === null ? 0 : 4;
  const bytes = Buffer.alloc(from + fields.length * 2);
  if (signature !== null) bytes.writeUInt32LE(signature, 0);
  for (const [at, field] of fields.entries()) bytes.writeUInt16LE(field, from + at * 2);
  return bytes;
}
