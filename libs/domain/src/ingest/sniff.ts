/** What a file looks like from its bytes: a sheet as text, nothing at all, or anything else. */
export type Sniffed = 'csv' | 'empty' | 'binary';

/* Picture, archive, document and web page, by their first bytes. */
const SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const BOM = [0xef, 0xbb, 0xbf];
const BLANKS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]);

/**
 * Whether bytes can be a CSV, by what they begin with and by NUL bytes, which text has none of.
 *
 * @param bytes a whole file, or its beginning
 */
export function sniff(bytes: Uint8Array): Sniffed {
  if (SIGNATURES.some((signature) => startsWith(bytes, signature)) || bytes.includes(0)) return 'binary';
  const text = startsWith(bytes, BOM) ? bytes.subarray(BOM.length) : bytes;
  return text.every((byte) => BLANKS.has(byte)) ? 'empty' : 'csv';
}

/** Whether bytes begin with others. */
export function startsWith(bytes: Uint8Array, others: readonly number[]): boolean {
  return bytes.length >= others.length && others.every((byte, at) => bytes[at] === byte);
}
