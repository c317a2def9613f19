import { isUnassigned, LABEL_COLUMN } from '@app/domain/metrics';
import { fold } from '@app/domain/normalise';
import type { MetricTable, TableRow } from '@app/contracts';
import type { Formats } from '../base/formats';
import { rowLabel } from '../base/row-label';
import { stageName } from '../base/stage-name';

/** How a column is sorted, as `aria-sort` says it. */
export type Direction = 'ascending' | 'descending' | 'none';

/** A row with its label. */
export interface ShownRow {
  row: TableRow;
  label: string;
  isUnassigned: boolean;
}

/** The rows of a table with their labels. */
export function labelledRows(table: MetricTable, formats: Formats): readonly ShownRow[] {
  return table.rows.map((row) => ({
    row,
    label: rowLabel(table, row, formats),
    isUnassigned: isUnassigned(table, row),
  }));
}

/** The table with columns of stages called as stages are everywhere on a page. */
export const withStageNames = (table: MetricTable): MetricTable => ({
  ...table,
  columns: table.columns.map((column) =>
    column.id.startsWith('stage:') ? { ...column, label: stageName(column.label) } : column,
  ),
});

/** Rows whose label contains a text; accents, case and spaces are ignored. */
export function rowsWith(rows: readonly ShownRow[], search: string): readonly ShownRow[] {
  const wanted = fold(search);
  return wanted === '' ? rows : rows.filter(({ label }) => fold(label).includes(wanted));
}

/** Direction of a column under a sort. */
export function directionOf(sort: string, id: string): Direction {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : 'none';
}

/** The sort after a click on a column: numbers start with the largest, names with A. */
export function nextSort(sort: string, id: string): string {
  const [first, second] = id === LABEL_COLUMN ? [LABEL_COLUMN, `-${LABEL_COLUMN}`] : [`-${id}`, id];
  return sort === first ? second : first;
}
