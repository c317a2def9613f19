import { fold } from '@app/domain/normalise';
import type { MetricTable, TableRow } from '@app/contracts';
import type { Formats } from '../formats';
import { isUnassigned, rowLabel } from './row-label';

/** Name of the label column in a sort. */
export const LABEL = 'label';

/** How a column is sorted, as `aria-sort` says it. */
export type Direction = 'ascending' | 'descending' | 'none';

/** A row as it is shown, with what it is called. */
export interface ShownRow {
  row: TableRow;
  label: string;
  isUnassigned: boolean;
}

/** The rows of a table with what they are called. */
export function labelledRows(table: MetricTable, formats: Formats): readonly ShownRow[] {
  return table.rows.map((row) => ({
    row,
    label: rowLabel(table, row, formats),
    isUnassigned: isUnassigned(table, row),
  }));
}

/** Rows whose label holds a text, without accents, case and blanks. */
export function rowsWith(rows: readonly ShownRow[], search: string): readonly ShownRow[] {
  const wanted = fold(search);
  return wanted === '' ? rows : rows.filter(({ label }) => fold(label).includes(wanted));
}

/**
 * Rows in the order of a sort, `column` or `-column`; any other sort leaves the order of the API. Unassigned stays
 * last, absent values stand after all others.
 */
export function sortedRows(
  rows: readonly ShownRow[],
  { columns, by }: MetricTable,
  sort: string,
): readonly ShownRow[] {
  const id = sort.replace(/^-/, '');
  const column = columns.findIndex((each) => each.id === id);
  if (column < 0 && id !== LABEL) return rows;
  const sign = sort.startsWith('-') ? -1 : 1;
  const compare =
    id === LABEL
      ? (one: ShownRow, other: ShownRow) => sign * compareLabels(one, other, by === 'month')
      : (one: ShownRow, other: ShownRow) =>
          compareValues(one.row.values[column] ?? null, other.row.values[column] ?? null, sign);
  return [...rows].sort((one, other) => lastOf(one, other) || compare(one, other));
}

/** Direction of a column under a sort. */
export function directionOf(sort: string, id: string): Direction {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : 'none';
}

/** The sort after a click on a column: numbers start with the largest, names with A. */
export function nextSort(sort: string, id: string): string {
  const [first, second] = id === LABEL ? [LABEL, `-${LABEL}`] : [`-${id}`, id];
  return sort === first ? second : first;
}

const lastOf = (one: ShownRow, other: ShownRow) => Number(one.isUnassigned) - Number(other.isUnassigned);

// Months are in the order of the calendar, not of their names.
const compareLabels = (one: ShownRow, other: ShownRow, byKey: boolean) =>
  byKey
    ? (one.row.key ?? '').localeCompare(other.row.key ?? '')
    : one.label.localeCompare(other.label, 'en', { sensitivity: 'base' });

function compareValues(one: number | null, other: number | null, sign: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return sign * Math.sign(one - other);
}
