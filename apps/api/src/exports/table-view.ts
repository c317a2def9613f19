import type { MetricTable } from '@app/contracts';
import { hasOrder, LABEL_COLUMN, orderedRows, withColumns } from '@app/domain';
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
  for (const id of columns) checkColumn(table, id);
  const sorted = { ...table, rows: rowsInOrder(table, sort) };
  return columns.length === 0 ? sorted : withColumns(sorted, columns);
}

function checkColumn({ columns }: MetricTable, id: string): void {
  if (columns.some((column) => column.id === id)) return;
  throw refusedField('columns', `columns must be of ${columns.map((each) => each.id).join(', ')}.`);
}

/** What of a table its order depends on. */
interface Sortable<Row> {
  readonly by: MetricTable['by'];
  readonly columns: readonly { readonly id: string }[];
  readonly rows: readonly Row[];
}

/**
 * The rows of numbers in an order; null leaves them in that of the answer.
 *
 * @throws Refusal for a column that they do not have
 */
export function rowsInOrder<Row extends Pick<MetricTable['rows'][number], 'key' | 'label' | 'values'>>(
  table: Sortable<Row>,
  sort: string | null,
): Row[] {
  if (sort === null) return [...table.rows];
  if (!hasOrder(table, sort)) {
    const orders = [LABEL_COLUMN, ...table.columns.map((each) => each.id)];
    throw refusedField(
      'sort',
      `sort must be one of ${orders.join(', ')}, with a leading "-" for descending.`,
    );
  }
  const labelled = table.rows.map((row) => ({ row, label: row.label }));
  return orderedRows(labelled, table, sort).map(({ row }) => row);
}
