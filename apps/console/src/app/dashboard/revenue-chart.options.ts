import type { RevenueMonth } from '@app/contracts';
import type { ChartConfiguration } from 'chart.js';
import type { ChartColours } from '../ui/charts/chart-colours';
import { CHART_FONT } from '../ui/charts/parts';
import type { Formats } from '../ui/formats';
import { SERIES, SUMS, type Series, type ShownSeries, datasetOf, isSum } from './revenue-chart.data';

/** What the chart of revenue by month depends on, beside its numbers. */
export interface RevenueChartFrame {
  months: readonly RevenueMonth[];
  /** `YYYY-MM` */
  thisMonth: string;
  shown: ShownSeries;
  hasSums: boolean;
  colours: ChartColours;
  formats: Formats;
  open(month: string): void;
}

const MONTHLY = SERIES.filter((series) => !isSum(series));

type Options = NonNullable<ChartConfiguration<'bar'>['options']>;

/** Axes, tooltip and clicks. Nothing moves: a number that slides to its place cannot be read meanwhile. */
export function revenueChartOptions(frame: RevenueChartFrame): Options {
  const { months, open } = frame;
  return {
    maintainAspectRatio: false,
    animation: false,
    interaction: { mode: 'index', intersect: false },
    layout: { padding: { top: 4 } },
    onClick: (_, [bar]) => {
      const month = bar ? months[bar.index] : undefined;
      if (month) open(month.month);
    },
    onHover: (event, found) => {
      const target = event.native?.target;
      if (target instanceof HTMLElement) target.style.cursor = found.length > 0 ? 'pointer' : '';
    },
    plugins: { legend: { display: false }, tooltip: tooltipOf(frame) },
    scales: scalesOf(frame),
  };
}

function tooltipOf({ colours, formats }: RevenueChartFrame): NonNullable<Options['plugins']>['tooltip'] {
  return {
    backgroundColor: colours.surface,
    titleColor: colours.ink,
    bodyColor: colours['ink-2'],
    borderColor: colours.hairline,
    borderWidth: 1,
    padding: 10,
    boxPadding: 4,
    titleFont: { family: CHART_FONT, weight: 600, size: 12 },
    bodyFont: { family: CHART_FONT, size: 12 },
    callbacks: {
      label: ({ dataset, raw }) => ` ${dataset.label ?? ''}  ${formats.money(Number(raw))}`,
      labelColor: ({ datasetIndex, dataset }) => ({
        borderColor: datasetIndex === datasetOf('target') ? colours['ink-3'] : 'transparent',
        backgroundColor:
          typeof dataset.backgroundColor === 'string' ? dataset.backgroundColor : 'transparent',
      }),
    },
  };
}

function scalesOf(frame: RevenueChartFrame): Options['scales'] {
  const { months, thisMonth, colours, hasSums } = frame;
  const isNow = (at: number) => months[at]?.month === thisMonth;
  return {
    x: {
      grid: { display: false },
      border: { display: false },
      ticks: {
        maxRotation: 0,
        color: ({ index }) => (isNow(index) ? colours.ink : colours['ink-2']),
        font: ({ index }) => ({ family: CHART_FONT, size: 11, weight: isNow(index) ? 600 : 500 }),
      },
    },
    y: { ...moneyAxis(frame, highestOf(frame, MONTHLY), hasSums ? 4 : 5), stackWeight: 3, weight: 0 },
    // Its zero stands on the highest month, where a second label would not fit.
    ...(hasSums
      ? { sum: { ...moneyAxis(frame, highestOf(frame, SUMS), 3, ''), stackWeight: 2, weight: 1 } }
      : {}),
  };
}

function highestOf({ months, shown }: RevenueChartFrame, series: readonly Series[]): number {
  const visible = series.filter((each) => shown[each]);
  return Math.max(1, ...months.flatMap((month) => visible.map((each) => month[each] ?? 0)));
}

/** Ends above its highest value, so that what is written over bars and lines stays within its band. */
function moneyAxis(
  { colours, formats }: RevenueChartFrame,
  highest: number,
  maxTicksLimit: number,
  zero = '0',
) {
  return {
    type: 'linear' as const,
    stack: 'money',
    beginAtZero: true,
    max: highest * 1.2,
    grid: { color: colours.hairline },
    border: { display: false },
    ticks: {
      maxTicksLimit,
      includeBounds: false,
      color: colours['ink-2'],
      font: { family: CHART_FONT, size: 11, weight: 500 as const },
      callback: (value: string | number) => (value === 0 ? zero : formats.moneyShort(Number(value))),
    },
  };
}
