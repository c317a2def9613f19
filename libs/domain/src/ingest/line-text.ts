import { type CsvScanner, unquoted } from './csv-scanner.js';
import { decode, type EncodedSheet } from './encoding.js';
import { cleanCell } from './sheet-column.js';
import { typedText } from './typed-cells.js';

/** What a line or a cell holds: nothing, only check boxes, or text. */
export type Content = 'nothing' | 'check_box' | 'text';

const SPACE = 0x20;
const UPPER_F = 0x46;
const UPPER_T = 0x54;
const CHECK_BOX = new Set(['TRUE', 'FALSE']);

/** Text of a cell of the line that a scanner has just read, as it was written but for quotes and marks of its type. */
export const cellText = ({ starts, ends }: CsvScanner, { bytes, isTyped }: EncodedSheet, at: number) =>
  (isTyped ? typedText : unquoted)(decode(bytes.subarray(starts[at], ends[at])));

/** The texts of all cells of the line. */
export const textsOf = (scanner: CsvScanner, sheet: EncodedSheet): string[] =>
  Array.from({ length: scanner.count }, (_, at) => cellText(scanner, sheet, at));

/**
 * What the cells of a line hold, from one on. The first letter or digit settles it for nearly every line; few cells
 * are looked at as text.
 *
 * @see docs/domain.md, section 9
 */
export function contentFrom(scanner: CsvScanner, sheet: EncodedSheet, from = 0): Content {
  let content: Content = 'nothing';
  for (let at = from; at < scanner.count; at++) {
    const found = contentOf(scanner, sheet, at);
    if (found === 'text') return found;
    if (found === 'check_box') content = found;
  }
  return content;
}

function contentOf(scanner: CsvScanner, sheet: EncodedSheet, cell: number): Content {
  const end = scanner.ends[cell] ?? 0;
  let at = scanner.starts[cell] ?? 0;
  while (at < end && sheet.bytes[at] === SPACE) at++;
  if (at === end) return 'nothing';
  const byte = sheet.bytes[at] ?? 0;
  if (isLetterOrDigit(byte) && byte !== UPPER_F && byte !== UPPER_T) return 'text';
  const text = cleanCell(cellText(scanner, sheet, cell));
  return text === '' ? 'nothing' : CHECK_BOX.has(text) ? 'check_box' : 'text';
}

const isLetterOrDigit = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
