import type { MetricTable } from '@app/contracts';

/** What the running sum is a metric of. */
const METRIC = 'pipe.cumulative_weighted';

/**
 * The months of the half, each number with the link that shows it. The metric runs from the first day of the half: up to
 * the end of a month it is the sum so far, while what the month alone added is a step of it and no metric.
 */
export function runningSum(
  table: MetricTable,
  series: readonly { readonly column: string; readonly label?: string }[],
): MetricTable {
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      label: series.find((each) => each.column === column.id)?.label ?? column.label,
      metric: column.id === METRIC ? null : METRIC,
    })),
  };
}
