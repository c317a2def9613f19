import { DATE_COLUMNS, type DealField, MONEY_COLUMNS } from '../deal/sheet-columns.js';
import type { PairedRow } from './pair-deals.js';
import { placesOf } from './finding-list.js';
import type { FindingList, ImportFindingCode } from './sheet.js';

/** Cells of a kind that hold something, and how many of them cannot be read. */
export interface Unreadable {
  readonly count: number;
  readonly of: number;
}

/** How many dates and amounts of the kept rows cannot be read, broken formulas among them. */
export function unreadableCells(
  rows: readonly Pick<PairedRow, 'row' | 'deal'>[],
  findings: FindingList,
): { dates: Unreadable; amounts: Unreadable } {
  const counts = faultsByColumn(rows, findings);
  const among = (columns: readonly DealField[]): Unreadable => {
    const count = columns.reduce((sum, column) => sum + (counts.get(column) ?? 0), 0);
    if (count === 0) return { count: 0, of: 0 };
    const read = rows.reduce(
      (sum, { deal }) => sum + columns.filter((column) => deal[column] !== null).length,
      0,
    );
    return { count, of: count + read };
  };
  return { dates: among(DATE_COLUMNS), amounts: among(MONEY_COLUMNS) };
}

function faultsByColumn(rows: readonly { readonly row: number }[], findings: FindingList) {
  const counts = new Map<DealField, number>();
  let kept: ReadonlySet<number> | null = null;
  for (const { row, column, code } of placesOf(findings)) {
    if (row === null || column === null || !UNREADABLE.has(code)) continue;
    kept ??= new Set(rows.map((each) => each.row));
    if (kept.has(row)) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return counts;
}

const UNREADABLE = new Set<ImportFindingCode>(['unreadable_date', 'unreadable_money', 'spreadsheet_error']);
