import type { RevenueStep } from '@app/contracts';
import type { ChartConfiguration } from 'chart.js';
import type { ChartColours } from '../ui/base/chart-colours';
import { CHART_FRAME, monthAxis, tooltipStyle, valueAxis } from '../ui/charts/chart-style';
import type { Formats } from '../ui/base/formats';
import { stepLabel } from '../ui/base/step-label';
import { SERIES, SUMS, type Series, type ShownSeries, datasetOf, isSum } from './revenue-chart.data';

/** What the chart of revenue depends on, beside its numbers. */
export interface RevenueChartFrame {
  steps: readonly RevenueStep[];
  /** Where today stands among them. */
  now: string;
  shown: ShownSeries;
  hasSums: boolean;
  colours: ChartColours;
  formats: Formats;
  open(step: string): void;
}

const NOT_SUMMED = SERIES.filter((series) => !isSum(series));

type Options = NonNullable<ChartConfiguration<'bar'>['options']>;

/** Axes, tooltip and clicks. */
export function revenueChartOptions(frame: RevenueChartFrame): Options {
  const { steps, open } = frame;
  return {
    ...CHART_FRAME,
    layout: { padding: { top: 4 } },
    onClick: (_, [bar]) => {
      const step = bar ? steps[bar.index] : undefined;
      if (step) open(step.key);
    },
    plugins: { legend: { display: false }, tooltip: tooltipOf(frame) },
    scales: scalesOf(frame),
  };
}

function tooltipOf({
  steps,
  colours,
  formats,
}: RevenueChartFrame): NonNullable<Options['plugins']>['tooltip'] {
  return {
    ...tooltipStyle(colours),
    callbacks: {
      title: ([item]) => stepLabel(steps[item?.dataIndex ?? -1]?.key ?? '', formats),
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
  const { steps, now, colours, hasSums } = frame;
  return {
    x: monthAxis((at) => steps[at]?.key === now, colours),
    y: { ...moneyAxis(frame, highestOf(frame, NOT_SUMMED), hasSums ? 4 : 5), stackWeight: 3, weight: 0 },
    // Its zero would overlap the label of the highest bar.
    ...(hasSums
      ? { sum: { ...moneyAxis(frame, highestOf(frame, SUMS), 3, ''), stackWeight: 2, weight: 1 } }
      : {}),
  };
}

function highestOf({ steps, shown }: RevenueChartFrame, series: readonly Series[]): number {
  const visible = series.filter((each) => shown.has(each));
  return Math.max(0, ...steps.flatMap((step) => visible.map((each) => step[each] ?? 0)));
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
