import type { MetricTable, NumberId, RevenueStep, ScreenAnswer } from '@app/contracts';
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
  created: { colour: 'ink-3', mark: 'line' },
};

/** The metrics whose records a number opens; running sums and targets have none. */
const METRICS: Partial<Record<Series, NumberId>> = {
  closed: 'period.closed',
  created_weighted: 'pipe.created_weighted',
  created: 'pipe.created',
};

/** The days or weeks of a short period, else the months. */
export function revenueSteps({ revenue_trend, revenue_by_month }: ScreenAnswer<'dashboard'>): RevenueStep[] {
  return revenue_trend ?? revenue_by_month.map(({ month, ...amounts }) => ({ key: month, ...amounts }));
}

/** A series without values, such as targets that are not set, is left out. */
export function offeredSeries(screen: ScreenAnswer<'dashboard'>): readonly Series[] {
  const steps = revenueSteps(screen);
  return SERIES.filter((series) => steps.some((step) => step[series] !== null));
}

export function revenueLegend(series: readonly Series[]): LegendEntry[] {
  return series.map((each) => ({ column: each, label: DASHBOARD.revenue.series[each], ...LOOKS[each] }));
}

/** Revenue step by step as a table. The total of a running sum is its last value. */
export function revenueTable(screen: ScreenAnswer<'dashboard'>, series: readonly Series[]): MetricTable {
  const { metrics, trend } = screen;
  const steps = revenueSteps(screen);
  const last = steps.at(-1);
  const totals: Partial<Record<Series, number | null>> = {
    closed: last?.cumulative_closed ?? null,
    target: last?.cumulative_target ?? null,
    created_weighted: numberOf(metrics, 'pipe.created_weighted').value,
    created: numberOf(metrics, 'pipe.created').value,
  };
  return {
    by: trend?.grain ?? 'month',
    columns: series.map((each) => ({
      id: each,
      label: DASHBOARD.revenue.series[each],
      unit: 'money',
      metric: METRICS[each] ?? null,
    })),
    rows: steps.map((step) => ({
      key: step.key,
      label: step.key,
      values: series.map((each) => step[each]),
      small: [],
    })),
    totals: series.map((each) => totals[each] ?? null),
  };
}
