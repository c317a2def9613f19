import type { DealField } from '../deal/sheet-columns.js';
import { CellCollector } from './cell-collector.js';
import type { Cells } from './cells.js';
import type { CsvScanner } from './csv-scanner.js';
import { textsOf } from './dialect.js';
import type { EncodedSheet } from './encoding.js';
import type { Header } from './header.js';
import { QuoteFindings } from './quote-findings.js';
import type { ImportFinding } from './sheet.js';

/** The cells of a sheet below its header, column by column, as they were written. */
export interface SheetTable {
  /** Row of the sheet of each row with text. */
  readonly rowNumbers: readonly number[];
  /** In the order of the sheet. */
  readonly columns: ReadonlyMap<DealField, Cells>;
  /** About quotes, in any row of the file; in the order of the sheet. */
  readonly quoteFindings: readonly ImportFinding[];
}

/**
 * Collects the rows of a sheet: lines with text below the header. Missing cells are empty, surplus ones ignored.
 *
 * @param sheet the file
 * @param scanner before its first line
 * @param header its header
 * @param onProgress called now and then with the number of rows read so far
 * @throws SheetError when a line is too long
 * @see docs/domain.md, section 9
 */
export function collectRows(
  sheet: EncodedSheet,
  scanner: CsvScanner,
  header: Header,
  onProgress?: (rows: number) => void,
): SheetTable {
  const collectors = [...header.positions].map(([field, position]) => {
    return { field, position, collector: new CellCollector(sheet) };
  });
  const rowNumbers: number[] = [];
  const quotes = new QuoteFindings(sheet, header);
  while (scanner.next()) {
    quotes.look(scanner);
    if (scanner.row <= header.row || !hasText(sheet, scanner)) continue;
    const { count, starts, ends } = scanner;
    for (const { position, collector } of collectors) {
      const at = position < count ? position : MISSING;
      collector.add(starts[at] ?? 0, ends[at] ?? 0);
    }
    if (rowNumbers.push(scanner.row) % ROWS_PER_STEP === 0) onProgress?.(rowNumbers.length);
  }
  onProgress?.(rowNumbers.length);
  return {
    rowNumbers,
    columns: new Map(collectors.map(({ field, collector }) => [field, collector.cells()])),
    quoteFindings: quotes.found,
  };
}

const ROWS_PER_STEP = 5_000;

// The row has no such cell: it is read as from 0 to 0, which is empty.
const MISSING = -1;

/* A letter or digit settles it; other lines, nearly always blank ones, are looked at as text. */
function hasText(sheet: EncodedSheet, scanner: CsvScanner): boolean {
  const end = scanner.ends[scanner.count - 1] ?? 0;
  for (let at = scanner.starts[0] ?? 0; at < end; at++)
    if (isLetterOrDigit(sheet.bytes[at] ?? 0)) return true;
  return textsOf(scanner, sheet).some((text) => text.trim() !== '');
}

const isLetterOrDigit = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
