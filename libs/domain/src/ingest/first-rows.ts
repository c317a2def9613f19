import type { CsvScanner } from './csv-scanner.js';
import type { EncodedSheet } from './encoding.js';
import type { Header } from './header.js';
import { cellText, contentFrom } from './line-text.js';
import type { FirstRows } from './sheet.js';
import { SheetError } from './sheet-error.js';

const ROWS = 20;
const CELLS = 50;
const LONGEST = 200;
/** Blank lines may go on for ever. */
const MOST_LINES = 1_000;

/**
 * The beginning of a sheet as it was read, so that people see whether it was read as it is written.
 *
 * @param scanner before the first line
 */
export function firstRows(sheet: EncodedSheet, scanner: CsvScanner, header: Header): FirstRows {
  const found: FirstRows = { header: header.written.slice(0, CELLS).map(cut), rows: [], row_numbers: [] };
  try {
    while (found.rows.length < ROWS && scanner.row < header.row + MOST_LINES && scanner.next()) {
      if (scanner.row <= header.row || contentFrom(scanner, sheet) === 'nothing') continue;
      const cells = Array.from({ length: Math.min(scanner.count, CELLS) }, (_, at) =>
        cut(cellText(scanner, sheet, at)),
      );
      found.rows.push(cells);
      found.row_numbers.push(scanner.row);
    }
  } catch (error) {
    // A line that is too long: whoever reads the sheet itself says so.
    if (!(error instanceof SheetError)) throw error;
  }
  return found;
}

/* Characters, not halves of them. */
const cut = (text: string) => (text.length > LONGEST ? Array.from(text).slice(0, LONGEST).join('') : text);
