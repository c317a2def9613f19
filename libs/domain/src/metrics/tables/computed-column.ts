import type { MetricTable, TableColumn, TableRow } from './metric-table.js';

/** A column that is computed from what a table already shows. */
export interface ComputedColumn extends Omit<TableColumn, 'metric'> {
  readonly valueOf: (row: TableRow) => number | null;
  /** Null where a total has no meaning. */
  readonly total: number | null;
}

/** A table with one more column, computed row by row. */
export function withColumn(
  table: MetricTable,
  { id, label, unit, valueOf, total }: ComputedColumn,
): MetricTable {
  return {
    ...table,
    columns: [...table.columns, { id, label, unit, metric: null }],
    rows: table.rows.map((row) => ({ ...row, values: [...row.values, valueOf(row)] })),
    totals: [...table.totals, total],
  };
}
