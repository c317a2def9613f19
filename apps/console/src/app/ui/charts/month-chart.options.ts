import type { ChartConfiguration } from 'chart.js';
import type { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import type { FilledSeries } from './chart-series';
import { CHART_FRAME, monthAxis, tooltipStyle, valueAxis } from './chart-style';
import type { MonthChartData } from './month-chart.data';
import { CHART_FONT } from './parts';
import { CHARTS } from './texts';

type Options = NonNullable<ChartConfiguration<'bar'>['options']>;

/** The input of a month chart's axes, tooltip and clicks. */
export interface MonthChartFrame extends MonthChartData {
  colours: ChartColours;
  formats: Formats;
  /** A click on a bar or point; without a series when the click was beside them. */
  open(month: number, series: number | null): void;
}

export function monthChartOptions(frame: MonthChartFrame): Options {
  return {
    ...CHART_FRAME,
    layout: { padding: { top: 4 } },
    onClick: (event, found, chart) => {
      const [mark] = event.native
        ? chart.getElementsAtEventForMode(event.native, 'nearest', { intersect: true }, false)
        : [];
      const month = mark ?? found[0];
      if (month) frame.open(month.index, mark ? mark.datasetIndex : null);
    },
    plugins: { legend: { display: false }, tooltip: tooltipOf(frame) },
    scales: scalesOf(frame),
  };
}

function tooltipOf({
  series,
  colours,
  formats,
}: MonthChartFrame): NonNullable<Options['plugins']>['tooltip'] {
  return {
    ...tooltipStyle(colours),
    filter: ({ datasetIndex, raw }) =>
      raw !== null && (series[datasetIndex]?.kind !== 'stacked' || raw !== 0),
    callbacks: {
      label: ({ dataset, datasetIndex, raw }) =>
        ` ${dataset.label ?? ''}  ${formats.long(Number(raw), series[datasetIndex]?.unit ?? 'count')}`,
      labelColor: ({ datasetIndex }) => {
        const colour = colours[series[datasetIndex]?.colour ?? 'ink-3'];
        return { borderColor: colour, backgroundColor: colour };
      },
    },
  };
}

function scalesOf(frame: MonthChartFrame): NonNullable<Options['scales']> {
  const { months, thisMonth, colours, series } = frame;
  const left = series.filter(({ axis }) => axis !== 'right');
  const right = series.filter(({ axis }) => axis === 'right');
  const isTwoSided = right.some(({ column }) => frame.shown.has(column));
  return {
    x: monthAxis((at) => months[at] === thisMonth, colours),
    y: axisOf(left, frame, isTwoSided),
    ...(isTwoSided
      ? { right: { ...axisOf(right, frame, true), position: 'right' as const, grid: { display: false } } }
      : {}),
  };
}

/** Leaves room for labels above the highest value; titled when there are two axes. */
function axisOf(
  series: readonly FilledSeries[],
  { formats, colours, shown }: MonthChartFrame,
  isTitled: boolean,
) {
  const visible = series.filter(({ column }) => shown.has(column));
  return {
    ...valueAxis(series[0]?.unit ?? 'count', formats, colours),
    grace: '12%',
    title: {
      display: isTitled && visible.length > 0,
      text: visible.length === 1 ? visible[0]?.label : CHARTS.axes[series[0]?.unit ?? 'count'],
      color: colours['ink-2'],
      font: { family: CHART_FONT, size: 11, weight: 500 as const },
    },
  };
}
