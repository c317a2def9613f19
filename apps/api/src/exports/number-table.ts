import type { Breakdown, MetricTable } from '@app/contracts';
import { CLOSED_ARR, DIMENSION_LABELS, type ExportColumn, isFigure, metricDefinitions } from '@app/domain';
import { atOnce, type ExportTable } from './export-table.js';
import { rowsInOrder } from './table-view.js';

/** Numbers by a dimension; of its columns only what a file shows. */
type Numbers = Pick<MetricTable, 'by' | 'totals'> & {
  readonly columns: readonly Pick<MetricTable['columns'][number], 'label' | 'unit'>[];
  readonly rows: readonly Pick<MetricTable['rows'][number], 'key' | 'label' | 'values'>[];
};

const UNASSIGNED = 'Unassigned';
const TOTAL = 'Total';

/** Numbers as a file: the rows in their order, then the totals, each number unrounded. */
export function numberTable({ by, columns, rows, totals }: Numbers): ExportTable {
  return {
    columns: [
      { label: DIMENSION_LABELS[by], kind: 'text' },
      ...columns.map(({ label, unit }): ExportColumn => ({ label, kind: unit })),
    ],
    batches: atOnce([
      ...rows.map(({ key, label, values }) => [key === null ? UNASSIGNED : label, ...values]),
      [TOTAL, ...totals],
    ]),
    totals: 1,
  };
}

/** What the number of each row is sorted by in the file of a breakdown. */
const VALUE = 'value';

/**
 * A breakdown as a file: one number a row, under the name of its metric; the parts of a figure are closed ARR.
 *
 * @param sort "value" or "label", with a leading "-" for descending; null for the order of the answer
 * @throws Refusal for any other order
 */
export function breakdownTable({ metric, by, rows, total }: Breakdown, sort: string | null): ExportTable {
  const named = isFigure(metric) ? CLOSED_ARR : metric;
  const { label, unit } = metricDefinitions().find(({ id }) => id === named) ?? {
    label: metric,
    unit: 'count',
  };
  const columns = [{ id: VALUE, label, unit }];
  const parts = rows.map(({ value, ...row }) => ({ ...row, values: [value] }));
  const ordered = rowsInOrder({ by, columns, rows: parts }, sort);
  return numberTable({ by, columns, rows: ordered, totals: [total] });
}
