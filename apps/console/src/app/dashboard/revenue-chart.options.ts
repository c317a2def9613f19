import type { RevenueStep } from '@app/contracts';
import type { ChartConfiguration } from 'chart.js';
import type { ChartColours } from '../ui/base/chart-colours';
import { CHART_FRAME, monthAxis, tooltipStyle, valueAxis } from '../ui/charts/chart-style';
import { LABEL_HEIGHT } from '../ui/charts/label-places';
import { valueEnds } from '../ui/charts/value-ends';
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

/** Two scales one above the other would read as one: an axis of nothing lies between them. */
const BETWEEN_BANDS = {
  type: 'linear' as const,
  position: 'left' as const,
  stack: 'money',
  stackWeight: 0.6,
  weight: 1,
  ticks: { display: false },
  grid: { display: false },
  border: { display: false },
};
const NOT_SUMMED = SERIES.filter((series) => !isSum(series));

type Options = NonNullable<ChartConfiguration<'bar'>['options']>;

/** Axes, tooltip and clicks. */
export function revenueChartOptions(frame: RevenueChartFrame): Options {
  const { steps, open } = frame;
  return {
    ...CHART_FRAME,
    // Room for the label of the highest bar.
    layout: { padding: { top: LABEL_HEIGHT + 4 } },
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
  const sums = valuesOf(frame, SUMS);
  // In a band below that of the sums, the label of the highest bar stays within its own.
  const barValues = valuesOf(frame, NOT_SUMMED).map((value) => (hasSums ? value * 1.2 : value));
  return {
    x: monthAxis((at) => steps[at]?.key === now, colours),
    y: { ...moneyAxis(frame, barValues, hasSums ? 4 : 5), stackWeight: 3, weight: 0 },
    ...(hasSums
      ? { apart: BETWEEN_BANDS, sum: { ...moneyAxis(frame, sums, 2), stackWeight: 2, weight: 2 } }
      : {}),
  };
}

function valuesOf({ steps, shown }: RevenueChartFrame, series: readonly Series[]): number[] {
  const visible = series.filter((each) => shown.has(each));
  return steps.flatMap((step) => visible.map((each) => step[each] ?? 0));
}

function moneyAxis({ colours, formats }: RevenueChartFrame, values: readonly number[], most: number) {
  const axis = valueAxis('money', valueEnds(values, { most }), formats, colours);
  const isNothing = values.every((value) => value === 0);
  return {
    ...axis,
    stack: 'money',
    ticks: {
      ...axis.ticks,
      // Without values, only zero is meaningful.
      callback: (value: string | number) =>
        value === 0 ? '0' : isNothing ? '' : formats.moneyShort(Number(value)),
    },
  };
}
