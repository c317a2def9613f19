import { DATE_COLUMNS, type DealField, MONEY_COLUMNS } from '../deal/sheet-columns.js';
import type { PairedRow } from './pair-deals.js';
import type { ImportFinding } from './sheet.js';

/** Cells of a kind that hold something, and how many of them cannot be read. */
export interface Unreadable {
  readonly count: number;
  readonly of: number;
}

/** How many dates and amounts of the kept rows cannot be read, broken formulas among them. */
export function unreadableCells(
  rows: readonly Pick<PairedRow, 'row' | 'deal'>[],
  findings: readonly ImportFinding[],
): { dates: Unreadable; amounts: Unreadable } {
  const faults = findings.filter(({ code }) => UNREADABLE.has(code));
  const kept = new Set(faults.length === 0 ? [] : rows.map(({ row }) => row));
  const among = (columns: readonly DealField[]): Unreadable => {
    const count = faults.filter(
      ({ row, column }) => row !== null && kept.has(row) && columns.some((each) => each === column),
    ).length;
    if (count === 0) return { count: 0, of: 0 };
    const read = rows.reduce(
      (sum, { deal }) => sum + columns.filter((column) => deal[column] !== null).length,
      0,
    );
    return { count, of: count + read };
  };
  return { dates: among(DATE_COLUMNS), amounts: among(MONEY_COLUMNS) };
}

const UNREADABLE = new Set<ImportFinding['code']>([
  'unreadable_date',
  'unreadable_money',
  'spreadsheet_error',
]);
