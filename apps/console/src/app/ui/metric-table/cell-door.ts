import type { Dimension, MetricTable, TableColumn, TableRow } from '@app/contracts';

/** What a number of a table opens: `situation.explain(metric, part, only)`. */
export interface CellDoor {
  metric: string;
  /** The month `YYYY-MM` of a row by month, else null. */
  part: string | null;
  /** The row it stands in, `''` for unassigned; null for the total row and for months. */
  only: { field: Exclude<Dimension, 'month'>; value: string } | null;
}

/** The door of a number; null where the column is no metric. A null row is the total row. */
export function doorOf(table: MetricTable, column: TableColumn, row: TableRow | null): CellDoor | null {
  if (column.metric === null) return null;
  const door = { metric: column.metric, part: null, only: null };
  if (row === null) return door;
  // Records without a date are in no month: their number cannot be narrowed to days.
  if (table.by === 'month') return row.key === null ? null : { ...door, part: row.key };
  return { ...door, only: { field: table.by, value: row.key ?? '' } };
}
