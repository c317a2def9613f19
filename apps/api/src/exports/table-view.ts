import type { MetricTable } from '@app/contracts';
import { hasOrder, LABEL_COLUMN, orderedRows } from '@app/domain';
import { refusedField } from '../refusals/refusal.js';

/** How a table is shown. */
export interface TableView {
  /** Ids of its columns in their order; all of them when there are none. */
  readonly columns: readonly string[];
  /** Id of a column or `label`, with a leading "-" for descending. */
  readonly sort: string | null;
}

/**
 * A table as somebody sees it: the columns asked for in their order, all of them without any, and sorted.
 *
 * @throws Refusal for a column that the table does not have, whether to be shown or to sort by
 */
export function tableAsShown(table: MetricTable, { columns, sort }: TableView): MetricTable {
  const shown = columns.map((id) => columnAt(table, id));
  return withColumns({ ...table, rows: inOrder(table, sort) }, shown);
}

function columnAt({ columns }: MetricTable, id: string): number {
  const at = columns.findIndex((column) => column.id === id);
  if (at < 0)
    throw refusedField('columns', `columns must be of ${columns.map((each) => each.id).join(', ')}.`);
  return at;
}

function inOrder(table: MetricTable, sort: string | null): MetricTable['rows'] {
  if (sort === null) return table.rows;
  if (!hasOrder(table, sort)) {
    const orders = [LABEL_COLUMN, ...table.columns.map((each) => each.id)];
    throw refusedField(
      'sort',
      `sort must be one of ${orders.join(', ')}, with a leading "-" for descending.`,
    );
  }
  const labelled = table.rows.map((row) => ({
    row,
    label: row.label,
    isUnassigned: isUnassigned(table, row.key),
  }));
  return orderedRows(labelled, table, sort).map(({ row }) => row);
}

const isUnassigned = ({ by }: MetricTable, key: string | null): boolean =>
  key === null || (by === 'source_group' && key === 'unassigned');

function withColumns(table: MetricTable, shown: readonly number[]): MetricTable {
  if (shown.length === 0) return table;
  const pick = <Each>(each: readonly Each[]) => shown.flatMap((at) => each.slice(at, at + 1));
  return {
    ...table,
    columns: pick(table.columns),
    rows: table.rows.map((row) => ({ ...row, values: pick(row.values) })),
    totals: pick(table.totals),
  };
}
