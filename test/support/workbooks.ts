import { type DealField, fieldOfHeader, isoDay, MONEY_COLUMNS, normaliseSheet } from '@app/domain';
import { parse } from 'csv-parse/sync';
import { type CellValue, writeXlsx } from 'hucre/xlsx';

/** Whether the cells of a workbook all hold text, or dates and amounts where the sheet has them. */
export type WorkbookKind = 'texts' | 'types';

const OPTIONS = { dateOrder: 'day_first', dedupe: 'none', currency: 'USD' } as const;
const MONEY: ReadonlySet<DealField> = new Set(MONEY_COLUMNS);
/** Amounts in other currencies stay texts: nothing says how a team formats them. */
const FOREIGN = /[€£¥]|EUR|GBP/;

/** A workbook of what a CSV holds, written by a library that the product does not read with. */
export async function workbookOf(csv: Buffer<ArrayBuffer>, kind: WorkbookKind): Promise<Buffer<ArrayBuffer>> {
  const lines = linesOf(csv);
  const rows = kind === 'texts' ? lines : typed(csv, lines);
  const file = await writeXlsx({
    sheets: [
      { name: 'Notes', rows: [['Not this one']] },
      { name: 'Deals', rows: rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))) },
    ],
  });
  return Buffer.from(file);
}

function linesOf(csv: Buffer): string[][] {
  const { encoding, separator } = normaliseSheet(csv, OPTIONS).report;
  const text = new TextDecoder(encoding === 'windows-1252' ? encoding : 'utf-8').decode(csv);
  return parse(text, {
    delimiter: separator ?? ',',
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: false,
  });
}

function typed(csv: Buffer, lines: readonly string[][]): CellValue[][] {
  const { rows, header } = normaliseSheet(csv, OPTIONS);
  const deals = new Map(rows.map((deal) => [deal.row, deal]));
  const fields = (lines[header.row - 1] ?? []).map((name) => fieldOfHeader(name));
  return lines.map((cells, at) => {
    const deal = deals.get(at + 1);
    return cells.map((text, column) => {
      const field = fields[column] ?? null;
      const value = deal && field !== null ? deal[field] : null;
      if (field === null || typeof value !== 'number' || FOREIGN.test(text)) return text;
      return MONEY.has(field) ? value : new Date(`${isoDay(value)}T00:00:00Z`);
    });
  });
}
