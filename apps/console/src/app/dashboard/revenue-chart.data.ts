import type { RevenueMonth } from '@app/contracts';
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

/** Running sums are drawn in a band of their own, else they would dwarf the months. */
export const SUMS = ['cumulative_closed', 'cumulative_target'] as const satisfies Series[];

export const isSum = (series: Series): boolean => SUMS.some((each) => each === series);

/** Whether the band of running sums is drawn: a single month has none. */
export function hasSums(months: readonly RevenueMonth[], shown: ShownSeries): boolean {
  return (
    months.length > 1 &&
    SUMS.some((series) => shown.has(series) && months.some((month) => month[series] !== null))
  );
}

/**
 * The chart of revenue by month: bars for closed deals, outlines for targets, lines for the others. Months and running
 * sums share the time axis; each has a band of its own.
 */
export function revenueChart(
  months: readonly RevenueMonth[],
  shown: ShownSeries,
  colours: ChartColours,
  labels: string[],
  thisMonth: string,
): ChartData<'bar'> {
  const values = (series: Series): (number | null)[] => months.map((month) => month[series]);
  // After today the sum continues only as far as deals are signed already.
  const last = months.findLastIndex(({ month, closed }) => month <= thisMonth || closed !== 0);
  const signed = months.map(({ cumulative_closed }, at) => (at <= last ? cumulative_closed : null));
  const dataOf = (series: Series) => {
    if (series === 'cumulative_closed') return signed;
    return series === 'cumulative_target' ? values(series) : soFar(values(series), keys, thisMonth);
  };
  const isSplit = hasSums(months, shown);
  const keys = months.map(({ month }) => month);
  const fills = keys.map((month) => (isUnfinished(month, thisMonth) ? colours.surface : colours.accent));
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
      ...(series === 'cumulative_target' ? {} : { segment: unfinishedDash(keys, thisMonth, borderDash) }),
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
        barPercentage: 0.46,
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
        barPercentage: 0.62,
        maxBarThickness: 76,
        order: 2,
      },
      line('cumulative_closed', colours.accent),
      line('cumulative_target', colours['ink-3'], [3, 3]),
      line('created_weighted', colours['step-2']),
      line('created', colours['step-1']),
    ],
  };
}
