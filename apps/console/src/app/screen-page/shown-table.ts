import type { MetricTable } from '@app/contracts';
import { withColumns } from '@app/domain/metrics';
import type { TableBlock } from '@app/domain/screens';

/** A table of a screen as it is shown. */
export interface ShownTable {
  table: MetricTable;
  bar: string | null;
  aside: string;
}

/**
 * A table under the labels of its block and without what nobody has, such as goals: the bars are then those of its first
 * column, and nothing is said beside the heading of what is not there.
 */
export function shownTable({ bar, aside, labels = {} }: TableBlock, whole: MetricTable): ShownTable {
  const columns = whole.columns.map((column) => ({ ...column, label: labels[column.id] ?? column.label }));
  const table = withColumns({ ...whole, columns }, filledColumns(whole));
  const [first] = table.columns;
  if (bar === undefined) return { table, bar: null, aside };
  return table.columns.some(({ id }) => id === bar)
    ? { table, bar, aside }
    : { table, bar: first?.id ?? null, aside: '' };
}

/** Numbers of the catalogue stay: that there is none is an answer, too. */
const filledColumns = ({ columns, rows }: MetricTable): string[] =>
  columns
    .filter(({ metric }, at) => metric !== null || rows.some(({ values }) => values[at] !== null))
    .map(({ id }) => id);
