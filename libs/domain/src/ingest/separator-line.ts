import { decode } from './encoding.js';
import type { Separator } from './sheet.js';

const LONGEST = 16;
const LINE = /^"?sep=([,;\t])"? {0,3}(?:\r\n|\n|\r|$)/i;

/** What a first line `sep=;` says, which spreadsheets write and read: the separator, and where the sheet begins. */
export function separatorLine(bytes: Uint8Array): { separator: Separator; end: number } | null {
  const [line, separator] = LINE.exec(decode(bytes.subarray(0, LONGEST))) ?? [];
  return line === undefined ? null : { separator: separator as Separator, end: line.length };
}
