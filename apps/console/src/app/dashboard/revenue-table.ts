import type { MetricTable, NumberId, ScreenAnswer } from '@app/contracts';
import type { LegendEntry } from '../ui/charts/chart-legend';
import { numberOf } from './numbers';
import { SERIES, type Series } from './revenue-chart.data';
import { DASHBOARD } from './texts';

const LOOKS: Readonly<Record<Series, Pick<LegendEntry, 'colour' | 'mark'>>> = {
  closed: { colour: 'accent', mark: 'box' },
  target: { colour: 'ink-2', mark: 'outline' },
  cumulative_closed: { colour: 'accent', mark: 'line' },
  cumulative_target: { colour: 'ink-2', mark: 'dashed' },
  created_weighted: { colour: 'step-2', mark: 'line' },
  created: { colour: 'step-1', mark: 'line' },
};

/** The metrics whose records a number opens; running sums and targets have none. */
const METRICS: Partial<Record<Series, NumberId>> = {
  closed: 'period.closed',
  created_weighted: 'pipe.created_weighted',
  created: 'pipe.created',
};

/** A series without values, such as targets that are not set, is left out. */
export function offeredSeries({ revenue_by_month }: ScreenAnswer<'dashboard'>): readonly Series[] {
  return SERIES.filter((series) => revenue_by_month.some((month) => month[series] !== null));
}

export function revenueLegend(series: readonly Series[]): LegendEntry[] {
  return series.map((each) => ({ column: each, label: DASHBOARD.revenue.series[each], ...LOOKS[each] }));
}

/** Revenue by month as a table. The total of a running sum is its last value. */
export function revenueTable(
  { revenue_by_month: months, metrics }: ScreenAnswer<'dashboard'>,
  series: readonly Series[],
): MetricTable {
  const last = months.at(-1);
  const totals: Partial<Record<Series, number | null>> = {
    closed: last?.cumulative_closed ?? null,
    target: last?.cumulative_target ?? null,
    created_weighted: numberOf(metrics, 'pipe.created_weighted').value,
    created: numberOf(metrics, 'pipe.created').value,
  };
  return {
    by: 'month',
    columns: series.map((each) => ({
      id: each,
      label: DASHBOARD.revenue.series[each],
      unit: 'money',
      metric: METRICS[each] ?? null,
    })),
    rows: months.map((month) => ({
      key: month.month,
      label: month.month,
      values: series.map((each) => month[each]),
      small: [],
    })),
    totals: series.map((each) => totals[each] ?? null),
  };
}
