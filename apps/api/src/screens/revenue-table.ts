import type { MetricTable, RevenueAmounts, RevenueStep } from '@app/contracts';
import type { MetricValue } from '@app/domain';

type Column = keyof RevenueAmounts;

const LABELS: Readonly<Record<Column, string>> = {
  closed: 'Closed',
  target: 'Target',
  cumulative_closed: 'Cumulative',
  cumulative_target: 'Cumulative target',
  created_weighted: 'Weighted pipe',
  created: 'Pipe created',
};
const COLUMNS = [
  'closed',
  'target',
  'cumulative_closed',
  'cumulative_target',
  'created_weighted',
  'created',
] as const;

/**
 * Revenue by month, day or week as a table. Its totals are the numbers themselves; a running sum has none but its last
 * value.
 *
 * @param labels of the rows; their keys when left out
 */
export function revenueTable(
  by: 'day' | 'week' | 'month',
  steps: readonly RevenueStep[],
  metrics: Readonly<Record<string, Pick<MetricValue, 'value'>>>,
  labels: readonly string[] = [],
): MetricTable {
  const last = steps.at(-1);
  const totals: Partial<Record<Column, number | null>> = {
    closed: last?.cumulative_closed ?? null,
    target: last?.cumulative_target ?? null,
    created_weighted: metrics['pipe.created_weighted']?.value ?? null,
    created: metrics['pipe.created']?.value ?? null,
  };
  return {
    by,
    columns: COLUMNS.map((id) => ({ id, label: LABELS[id], unit: 'money', metric: null })),
    rows: steps.map((step, at) => ({
      key: step.key,
      label: labels[at] ?? step.key,
      values: COLUMNS.map((column) => step[column]),
      small: [],
    })),
    totals: COLUMNS.map((column) => totals[column] ?? null),
  };
}
