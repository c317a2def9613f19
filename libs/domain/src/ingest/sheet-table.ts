import type { DealField } from '../deal/sheet-columns.js';
import { CellCollector } from './cell-collector.js';
import type { Cells } from './cells.js';
import type { CsvScanner } from './csv-scanner.js';
import type { EncodedSheet } from './encoding.js';
import type { FindingStore } from './finding-store.js';
import { type Header, repeatsHeader } from './header.js';
import { LineFindings } from './line-findings.js';
import { cellText, contentFrom, textsOf } from './line-text.js';
import { SheetError } from './sheet-error.js';
import type { ReadSheetOptions } from './sheet.js';

/** The cells of a sheet below its header, column by column, as they were written. */
export interface SheetTable {
  /** Row of the sheet of each row with text. */
  readonly rowNumbers: readonly number[];
  /** In the order of the sheet. */
  readonly columns: ReadonlyMap<DealField, Cells>;
  /** Places of the rows that repeat the header, among the rows with text. */
  readonly repeatedHeaders: ReadonlySet<number>;
  /** About lines as they stand in the file, in the order of the sheet; those about their cells are added to them. */
  readonly lineFindings: FindingStore;
}

/**
 * Collects the rows of a sheet: lines below the header with more than check boxes. Missing cells are empty, surplus ones ignored.
 *
 * @param sheet the file
 * @param scanner before its first line
 * @param header its header
 * @param options how many rows there may be, and whom to tell how many have been read
 * @throws SheetError when a line is too long, and as soon as there are too many rows
 * @see docs/domain.md, section 9
 */
export function collectRows(
  sheet: EncodedSheet,
  scanner: CsvScanner,
  header: Header,
  { rowLimit = Infinity, onProgress }: Pick<ReadSheetOptions, 'rowLimit' | 'onProgress'> = {},
): SheetTable {
  const collectors = [...header.positions].map(([field, position]) => {
    return { field, position, collector: new CellCollector(sheet) };
  });
  const rowNumbers: number[] = [];
  const repeatedHeaders = new Set<number>();
  const lines = new LineFindings(sheet, header);
  const namesClient = headerDetector(sheet, header);
  while (scanner.next()) {
    lines.look(scanner);
    if (scanner.row <= header.row || contentFrom(scanner, sheet) !== 'text') continue;
    if (namesClient(scanner) && repeatsHeader(textsOf(scanner, sheet), header))
      repeatedHeaders.add(rowNumbers.length);
    const { count, starts, ends } = scanner;
    for (const { position, collector } of collectors) {
      const at = position < count ? position : MISSING;
      collector.add(starts[at] ?? 0, ends[at] ?? 0);
    }
    if (rowNumbers.length === rowLimit) throw tooManyRows(rowLimit);
    if (rowNumbers.push(scanner.row) % ROWS_PER_STEP === 0) onProgress?.(rowNumbers.length);
  }
  lines.end(scanner);
  onProgress?.(rowNumbers.length);
  return {
    rowNumbers,
    columns: new Map(collectors.map(({ field, collector }) => [field, collector.cells()])),
    repeatedHeaders,
    lineFindings: lines.found,
  };
}

const ROWS_PER_STEP = 5_000;

// The row has no such cell: it is read as from 0 to 0, which is empty.
const MISSING = -1;

const CLIENT = 'client';
const LONGEST_NAME = 64;

/*
 * Whether the client of a row is the name of its column. Only what begins as it does and has no more letters is read
 * as text: a sheet has hundreds of thousands of clients, and many may be called "Client 7".
 */
function headerDetector(
  sheet: EncodedSheet,
  { positions, names, known }: Header,
): (scanner: CsvScanner) => boolean {
  const position = positions.get(CLIENT) ?? 0;
  const own = [CLIENT, names[position] ?? CLIENT].map((name) => name.replace(/[^a-z]/g, ''));
  const firsts = new Set(own.map((name) => name.charCodeAt(0)));
  const most = Math.max(...own.map(({ length }) => length));
  return (scanner) => {
    const [start, end] = [scanner.starts[position] ?? 0, scanner.ends[position] ?? 0];
    if (position >= scanner.count || end - start > LONGEST_NAME) return false;
    let [first, count] = [0, 0];
    for (let at = start; at < end && count <= most; at++) {
      const byte = sheet.bytes[at] ?? 0;
      if (first === 0 && isLetter(byte)) first = byte;
      if (byte < BEYOND_ASCII && isLetter(byte)) count++;
    }
    const mayBe = count <= most && (first >= BEYOND_ASCII || firsts.has(first | LOWER));
    return mayBe && known.fieldOf(cellText(scanner, sheet, position)) === CLIENT;
  };
}

const LOWER = 0x20;
const BEYOND_ASCII = 0x80;
const isLetter = (byte: number) => byte >= BEYOND_ASCII || ((byte | LOWER) >= 0x61 && (byte | LOWER) <= 0x7a);

const tooManyRows = (limit: number) =>
  new SheetError(
    'too_many_rows',
    `The sheet has more than ${limit.toLocaleString('en')} rows, the most that this installation takes. Nothing was ` +
      'changed; split the sheet, or ask a super admin to raise the limit.',
  );
