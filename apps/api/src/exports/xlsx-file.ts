import { Readable } from 'node:stream';
import { type ColumnKind, type ExportCell, guardCell } from '@app/domain';
import { type CellValue, writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import type { ExportRow, ExportTable } from './export-table.js';
import { sheetName } from './file-name.js';
import { columnWidths, moneyFormat } from './xlsx-columns.js';

/** What a sheet of Excel holds, without the row of the header: it opens no file that has more. */
export const MAX_XLSX_ROWS = 1_048_575;
/** What a cell of Excel holds, in UTF-16 units. */
const LONGEST_CELL = 32_767;
const SHORTENED = ' … (shortened: the CSV export has the whole text)';
/** Rows of a sheet that is written at once, with filters in its header: a tenth of a second, which others wait for. */
const MOST_AT_ONCE = 2_000;

/** As its parts are dated: the same table is the same file, whenever it is asked for. */
const UNDATED = new Date('1980-01-01T00:00:00Z');

/** How a workbook is to be. */
export interface Workbook {
  /** What its sheet is called, in words. */
  readonly sheet: string;
  /** ISO 4217 code of what amounts are in. */
  readonly currency: string;
}

/** How a spreadsheet shows a kind of column; none for whole numbers and words. */
const FORMATS: Readonly<Partial<Record<ColumnKind, string>>> = { date: 'yyyy-mm-dd', ratio: '0.0%' };

/**
 * A table as the bytes of an XLSX workbook of one sheet: typed dates and numbers, amounts in their currency, columns as
 * wide as what is in them, the header in sight. A list of up to 2,000 rows has filters in its header, totals
 * outside of them; a longer one is written while it is read, which leaves no place for them. A text that is longer than a cell may be is shortened and
 * says so.
 */
export function xlsxFile(table: ExportTable, workbook: Workbook): Readable {
  return Readable.from(chunks(table, workbook), { objectMode: false });
}

async function* chunks(table: ExportTable, workbook: Workbook): AsyncGenerator<Uint8Array> {
  const { batches } = table;
  const kinds = table.columns.map(({ kind }) => kind);
  try {
    const first = await batches.next();
    const rows = first.done ? [] : first.value;
    const second = rows.length > MOST_AT_ONCE ? null : await batches.next();
    const sheet = sheetOf(table, rows, workbook);
    if (second?.done === true) yield await wholeSheet(sheet, rows, kinds, rows.length - (table.totals ?? 0));
    else yield* growingSheet(sheet, lines(rows, second?.value ?? [], batches, kinds));
  } finally {
    await batches.return(undefined);
  }
}

function sheetOf({ columns }: ExportTable, rows: readonly ExportRow[], { sheet, currency }: Workbook) {
  const formats = { ...FORMATS, money: moneyFormat(currency) };
  const widths = columnWidths(columns, rows);
  return {
    name: sheetName(sheet),
    columns: columns.map(({ label, kind }, at) => ({
      header: guardCell(label),
      ...(widths[at] === undefined ? {} : { width: widths[at] }),
      ...(formats[kind] === undefined ? {} : { numFmt: formats[kind] }),
    })),
    freezePane: { rows: 1 },
  };
}

type Sheet = ReturnType<typeof sheetOf>;

function wholeSheet(
  sheet: Sheet,
  rows: readonly ExportRow[],
  kinds: readonly ColumnKind[],
  filtered: number,
): Promise<Uint8Array> {
  const header: CellValue[] = sheet.columns.map(({ header }) => header);
  const autoFilter = { range: `A1:${columnLetters(kinds.length)}${filtered + 1}` };
  const written = rows.map((row) => lineOf(row, kinds));
  const sheets = [{ ...sheet, rows: [header, ...written], autoFilter }];
  return writeXlsx({ sheets, properties: { modified: UNDATED } });
}

async function* growingSheet(sheet: Sheet, rows: AsyncGenerator<CellValue[]>): AsyncGenerator<Uint8Array> {
  const reader = writeXlsxStream(rows, sheet).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    // Not awaited: the writer waits for ever for a reader that went away, and does not end its rows. Rejected when the
    // rows broke, which the reader of this file was told already.
    reader.cancel().catch(() => undefined);
  }
}

async function* lines(
  first: readonly ExportRow[],
  second: readonly ExportRow[],
  rest: ExportTable['batches'],
  kinds: readonly ColumnKind[],
): AsyncGenerator<CellValue[]> {
  for (const row of first) yield lineOf(row, kinds);
  for (const row of second) yield lineOf(row, kinds);
  for await (const rows of rest) {
    for (const row of rows) yield lineOf(row, kinds);
  }
}

const lineOf = (row: ExportRow, kinds: readonly ColumnKind[]): CellValue[] =>
  kinds.map((kind, at) => cellOf(row[at] ?? null, kind));

function cellOf(cell: ExportCell, kind: ColumnKind): CellValue {
  if (typeof cell !== 'string') return cell;
  return kind === 'date' ? new Date(`${cell}T00:00:00Z`) : plainText(guardCell(cell));
}

/** The name of a column by its number, the first being 1: A to Z, then AA. */
function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : `${columnLetters(rest)}${letter}`;
}

// XML has no place for most control characters and two others; Excel would read `_x0041_` as one character.
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
const LIKE_AN_ESCAPE = /_(?=x[0-9a-f]{4}_)/gi;

function plainText(text: string): string {
  const plain = text.toWellFormed().replace(UNWRITABLE, '').replace(LIKE_AN_ESCAPE, '_x005F_');
  if (plain.length <= LONGEST_CELL) return plain;
  return `${plain.slice(0, LONGEST_CELL - SHORTENED.length).replace(/[\uD800-\uDBFF]$/, '')}${SHORTENED}`;
}
