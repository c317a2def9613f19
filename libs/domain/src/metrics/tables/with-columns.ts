import type { MetricTable } from './metric-table.js';

/** A table with some of its columns, in the order of their ids; ids that it does not have are left out. */
export function withColumns(table: MetricTable, ids: readonly string[]): MetricTable {
  const places = ids.map((id) => table.columns.findIndex((column) => column.id === id));
  const pick = <Each>(each: readonly Each[]) =>
    places.flatMap((at) => (at < 0 ? [] : each.slice(at, at + 1)));
  return {
    ...table,
    columns: pick(table.columns),
    rows: table.rows.map((row) => ({ ...row, values: pick(row.values) })),
    totals: pick(table.totals),
  };
}
