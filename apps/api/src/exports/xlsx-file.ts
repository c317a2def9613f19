import { Readable } from 'node:stream';
import { type ColumnKind, type ExportCell, guardCell } from '@app/domain';
import { type CellValue, writeXlsxStream } from 'hucre/xlsx';
import type { ExportTable } from './export-table.js';
import { sheetName } from './file-name.js';

/** What a sheet of Excel holds, without the row of the header: it opens no file that has more. */
export const MAX_XLSX_ROWS = 1_048_575;
/** What a cell of Excel holds, in UTF-16 units. */
const LONGEST_CELL = 32_767;
const SHORTENED = ' … (shortened: the CSV export has the whole text)';

/** How a spreadsheet shows a kind of column; none for whole numbers and words. */
const FORMATS: Readonly<Partial<Record<ColumnKind, string>>> = {
  date: 'yyyy-mm-dd',
  money: '#,##0.00',
  ratio: '0.0%',
};

/** Widths in characters. */
const WIDTHS: Readonly<Record<ColumnKind, number>> = { text: 20, date: 12, money: 14, count: 10, ratio: 10 };

/**
 * A table as the bytes of an XLSX workbook of one sheet: typed dates and numbers, the header in sight. A text that is
 * longer than a cell may be is shortened and says so.
 */
export function xlsxFile(table: ExportTable, sheet: string): Readable {
  return Readable.from(chunks(table, sheet), { objectMode: false });
}

async function* chunks({ columns, batches }: ExportTable, sheet: string): AsyncGenerator<Uint8Array> {
  const kinds = columns.map(({ kind }) => kind);
  const reader = writeXlsxStream(lines(batches, kinds), {
    name: sheetName(sheet),
    columns: columns.map(({ label, kind }) => ({
      header: guardCell(label),
      width: WIDTHS[kind],
      ...(FORMATS[kind] === undefined ? {} : { numFmt: FORMATS[kind] }),
    })),
    freezePane: { rows: 1 },
  }).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    // Not awaited: the writer waits for ever for a reader that went away, and does not end its rows. Rejected when the
    // rows broke, which the reader of this file was told already.
    reader.cancel().catch(() => undefined);
    await batches.return(undefined);
  }
}

async function* lines(
  batches: ExportTable['batches'],
  kinds: readonly ColumnKind[],
): AsyncGenerator<CellValue[]> {
  for await (const rows of batches) {
    for (const row of rows) yield kinds.map((kind, at) => cellOf(row[at] ?? null, kind));
  }
}

function cellOf(cell: ExportCell, kind: ColumnKind): CellValue {
  if (typeof cell !== 'string') return cell;
  return kind === 'date' ? new Date(`${cell}T00:00:00Z`) : plainText(guardCell(cell));
}

// XML has no place for most control characters and two others; Excel would read `_x0041_` as one character.
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
const LIKE_AN_ESCAPE = /_(?=x[0-9a-f]{4}_)/gi;

function plainText(text: string): string {
  const plain = text.toWellFormed().replace(UNWRITABLE, '').replace(LIKE_AN_ESCAPE, '_x005F_');
  if (plain.length <= LONGEST_CELL) return plain;
  return `${plain.slice(0, LONGEST_CELL - SHORTENED.length).replace(/[\uD800-\uDBFF]$/, '')}${SHORTENED}`;
}
