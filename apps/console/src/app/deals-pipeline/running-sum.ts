import type { MetricTable } from '@app/contracts';

const METRIC = 'pipe.cumulative_weighted';

/**
 * The months of the half, each number with the link that shows it. The metric runs from the first day of the half: up to
 * the end of a month it is the sum so far, while what the month alone added is a step of it and no metric.
 */
export function runningSum(table: MetricTable, labels: { month: string; soFar: string }): MetricTable {
  return {
    ...table,
    columns: table.columns.map((column) =>
      column.id === METRIC
        ? { ...column, label: labels.month, metric: null }
        : { ...column, label: labels.soFar, metric: METRIC },
    ),
  };
}
