import type { RevenueStep } from '@app/contracts';
import type { ChartData } from 'chart.js';
import type { ChartColours } from '../ui/base/chart-colours';
import { isUnfinished, soFar, unfinishedDash } from '../ui/charts/unfinished';
import { DASHBOARD } from './texts';

export const SERIES = [
  'closed',
  'target',
  'cumulative_closed',
  'cumulative_target',
  'created_weighted',
  'created',
] as const;

export type Series = (typeof SERIES)[number];
export type ShownSeries = ReadonlySet<string>;

/** Series shown by default; the sums are in the cards beside the chart. */
export const FIRST_SHOWN: ShownSeries = new Set<Series>(['closed', 'target']);

/** Position of a series among the datasets. */
export const datasetOf = (series: Series): number => SERIES.indexOf(series);

/** Running sums are drawn in a band of their own, else they would dwarf the bars. */
export const SUMS = ['cumulative_closed', 'cumulative_target'] as const satisfies Series[];

export const isSum = (series: Series): boolean => SUMS.some((each) => each === series);

/** Whether the band of running sums is drawn: a single bar has none. */
export function hasSums(steps: readonly RevenueStep[], shown: ShownSeries): boolean {
  return (
    steps.length > 1 &&
    SUMS.some((series) => shown.has(series) && steps.some((step) => step[series] !== null))
  );
}

/**
 * The chart of revenue by month, week or day: bars for closed deals, outlines for targets, lines for the others. Bars and running
 * sums share the time axis; each has a band of its own.
 */
export function revenueChart(
  steps: readonly RevenueStep[],
  shown: ShownSeries,
  colours: ChartColours,
  labels: string[],
  now: string,
): ChartData<'bar'> {
  const values = (series: Series): (number | null)[] => steps.map((step) => step[series]);
  const dataOf = (series: Series) => {
    if (series === 'cumulative_target') return values(series);
    // After today the sum continues only as far as deals are signed already.
    return soFar(values(series), keys, now, series === 'cumulative_closed' ? values('closed') : []);
  };
  const isSplit = hasSums(steps, shown);
  const keys = steps.map(({ key }) => key);
  const fills = keys.map((key) => (isUnfinished(key, now) ? colours.surface : colours.accent));
  const line = (series: Series, colour: string, borderDash: number[] = []) =>
    ({
      type: 'line',
      yAxisID: isSplit && isSum(series) ? 'sum' : 'y',
      label: DASHBOARD.revenue.series[series],
      data: dataOf(series),
      hidden: !shown.has(series),
      borderColor: colour,
      backgroundColor: colour,
      borderWidth: borderDash.length > 0 ? 1.5 : 2,
      // A target is planned to its end; what closed is drawn as not over from today on.
      borderDash,
      ...(series === 'cumulative_target' ? {} : { segment: unfinishedDash(keys, now, borderDash) }),
      pointRadius: isSum(series) ? 0 : 2,
      pointHoverRadius: 4,
      // Mixed charts are typed by their first kind only.
    }) as unknown as ChartData<'bar'>['datasets'][number];
  const bar = { grouped: false, categoryPercentage: 1, borderSkipped: 'start' as const };
  return {
    labels,
    datasets: [
      {
        ...bar,
        label: DASHBOARD.revenue.series.closed,
        data: values('closed'),
        hidden: !shown.has('closed'),
        backgroundColor: fills,
        hoverBackgroundColor: fills,
        barPercentage: 0.58,
        maxBarThickness: 56,
        borderRadius: 3,
        order: 1,
      },
      {
        ...bar,
        label: DASHBOARD.revenue.series.target,
        data: values('target'),
        hidden: !shown.has('target'),
        backgroundColor: 'transparent',
        hoverBackgroundColor: 'transparent',
        // The value of a bar has room between the sides, on a phone, too.
        barPercentage: 0.86,
        maxBarThickness: 76,
        order: 2,
      },
      line('cumulative_closed', colours.accent),
      line('cumulative_target', colours['ink-3'], [3, 3]),
      line('created_weighted', colours['step-2']),
      line('created', colours['ink-3']),
    ],
  };
}
