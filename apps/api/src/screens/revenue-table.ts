import type { MetricTable, RevenueMonth } from '@app/contracts';
import type { MetricValue } from '@app/domain';

type Column = Exclude<keyof RevenueMonth, 'month'>;

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

/** Revenue by month as a table. Its totals are the numbers themselves; a running sum has none but its last value. */
export function revenueTable(
  months: readonly RevenueMonth[],
  metrics: Readonly<Record<string, Pick<MetricValue, 'value'>>>,
): MetricTable {
  const last = months.at(-1);
  const totals: Partial<Record<Column, number | null>> = {
    closed: last?.cumulative_closed ?? null,
    target: last?.cumulative_target ?? null,
    created_weighted: metrics['pipe.created_weighted']?.value ?? null,
    created: metrics['pipe.created']?.value ?? null,
  };
  return {
    by: 'month',
    columns: COLUMNS.map((id) => ({ id, label: LABELS[id], unit: 'money', metric: null })),
    rows: months.map((month) => ({
      key: month.month,
      label: month.month,
      values: COLUMNS.map((column) => month[column]),
      small: [],
    })),
    totals: COLUMNS.map((column) => totals[column] ?? null),
  };
}
