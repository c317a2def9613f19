import { startsWith } from './starts-with.js';
import { decode } from './encoding.js';
import { utf16Of } from './utf16.js';

/**
 * What a file looks like from its bytes: a sheet as text, a zip as today's workbooks are, a container as workbooks with a
 * password and those of old versions are, nothing at all, or anything else.
 */
export type Sniffed = 'csv' | 'zip' | 'ole' | 'empty' | 'binary';

const ZIPS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/* Picture, archive and document, by their first bytes. */
const SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x1f, 0x8b],
];
const BOM = [0xef, 0xbb, 0xbf];
const NUL = 0;
const BLANKS = new Set([NUL, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]);
const UTF_16_MARKS = new Set([0xfe, 0xff]);
const BEGINNING = 1024;
/** Text has a control character here and there, at most. */
const MOST_CONTROLS = 0.25;
/** Other than NUL, which damaged text has by the dozen: random bytes have one in ten. */
const MOST_BESIDE_NUL = 0.05;
/** So few bytes say nothing about a share. */
const FEW = 64;

/**
 * Whether bytes can be a CSV, by what they begin with and by how many control characters there are.
 *
 * @param bytes a whole file, or its beginning
 */
export function sniff(bytes: Uint8Array): Sniffed {
  if (ZIPS.some((signature) => startsWith(bytes, signature))) return 'zip';
  if (startsWith(bytes, OLE)) return 'ole';
  if (SIGNATURES.some((signature) => startsWith(bytes, signature))) return 'binary';
  const isUtf16 = utf16Of(bytes) !== null;
  const text = startsWith(bytes, BOM) ? bytes.subarray(BOM.length) : bytes;
  if (text.every((byte, at) => BLANKS.has(byte) || (isUtf16 && at < 2 && UTF_16_MARKS.has(byte))))
    return 'empty';
  return !isUtf16 && isNoText(text.subarray(0, BEGINNING)) ? 'binary' : 'csv';
}

const WEB_PAGE = /^\s*(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i;

/** Whether a text is a web page, which a browser saves or a sign-in answers in place of a sheet. */
export const isWebPage = (bytes: Uint8Array): boolean =>
  WEB_PAGE.test(decode((startsWith(bytes, BOM) ? bytes.subarray(BOM.length) : bytes).subarray(0, BEGINNING)));

function isNoText(bytes: Uint8Array): boolean {
  const nuls = bytes.filter((byte) => byte === NUL).length;
  const others = bytes.filter((byte) => byte < 0x20 && !BLANKS.has(byte)).length;
  if (nuls + others > MOST_CONTROLS * bytes.length) return true;
  return others > MOST_BESIDE_NUL * Math.max(bytes.length, FEW);
}
