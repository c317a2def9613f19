import type { RevenueMonth } from '@app/contracts';
import type { ChartConfiguration } from 'chart.js';
import type { ChartColours } from '../ui/base/chart-colours';
import { CHART_FRAME, monthAxis, tooltipStyle, valueAxis } from '../ui/charts/chart-style';
import type { Formats } from '../ui/base/formats';
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

/** Axes, tooltip and clicks. */
export function revenueChartOptions(frame: RevenueChartFrame): Options {
  const { months, open } = frame;
  return {
    ...CHART_FRAME,
    layout: { padding: { top: 4 } },
    onClick: (_, [bar]) => {
      const month = bar ? months[bar.index] : undefined;
      if (month) open(month.month);
    },
    plugins: { legend: { display: false }, tooltip: tooltipOf(frame) },
    scales: scalesOf(frame),
  };
}

function tooltipOf({ colours, formats }: RevenueChartFrame): NonNullable<Options['plugins']>['tooltip'] {
  return {
    ...tooltipStyle(colours),
    callbacks: {
      label: ({ dataset, raw }) => ` ${dataset.label ?? ''}  ${formats.money(Number(raw))}`,
      labelColor: ({ datasetIndex, dataset }) => {
        const isTarget = datasetIndex === datasetOf('target');
        const colour = datasetIndex === datasetOf('closed') ? colours.accent : dataset.backgroundColor;
        return {
          borderColor: isTarget ? colours['ink-3'] : 'transparent',
          backgroundColor: typeof colour === 'string' ? colour : 'transparent',
        };
      },
    },
  };
}

function scalesOf(frame: RevenueChartFrame): Options['scales'] {
  const { months, thisMonth, colours, hasSums } = frame;
  return {
    x: monthAxis((at) => months[at]?.month === thisMonth, colours),
    y: { ...moneyAxis(frame, highestOf(frame, MONTHLY), hasSums ? 4 : 5), stackWeight: 3, weight: 0 },
    // Its zero would overlap the label of the highest month.
    ...(hasSums
      ? { sum: { ...moneyAxis(frame, highestOf(frame, SUMS), 3, ''), stackWeight: 2, weight: 1 } }
      : {}),
  };
}

function highestOf({ months, shown }: RevenueChartFrame, series: readonly Series[]): number {
  const visible = series.filter((each) => shown.has(each));
  return Math.max(0, ...months.flatMap((month) => visible.map((each) => month[each] ?? 0)));
}

/** Leaves room above the highest value, so that labels over bars and lines stay within the band. */
function moneyAxis(
  { colours, formats }: RevenueChartFrame,
  highest: number,
  maxTicksLimit: number,
  zero = '0',
) {
  const axis = valueAxis('money', formats, colours);
  return {
    ...axis,
    stack: 'money',
    max: Math.max(highest, 1) * 1.2,
    ticks: {
      ...axis.ticks,
      maxTicksLimit,
      includeBounds: false,
      // Without values, only zero is meaningful.
      callback: (value: string | number) =>
        value === 0 ? zero : highest === 0 ? '' : formats.moneyShort(Number(value)),
    },
  };
}
