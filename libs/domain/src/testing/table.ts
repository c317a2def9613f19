import type { MetricTable } from '../metrics/tables/metric-table.js';

/** A column of a table: its value by the label of each row, and its total. */
export function columnOf({ columns, rows, totals }: MetricTable, id: string) {
  const at = columns.findIndex((column) => column.id === id);
  if (at < 0) throw new Error(`The table has no column "${id}".`);
  return { ...Object.fromEntries(rows.map(({ label, values }) => [label, values[at]])), total: totals[at] };
}
