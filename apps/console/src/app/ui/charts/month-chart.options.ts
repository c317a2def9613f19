import type { ChartConfiguration } from 'chart.js';
import type { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import { stepLabel } from '../base/step-label';
import { CHART_FRAME, monthAxis, tooltipStyle, valueAxis } from './chart-style';
import { CHARTS } from './texts';
import { FIGURE_ROW, type FigureRow, figureLabelWidth } from './figure-row';
import { type MonthChartData, ghostsOf } from './month-chart.data';

type Options = NonNullable<ChartConfiguration<'bar'>['options']>;

/** The input of a month chart's axes, tooltip and clicks. */
export interface MonthChartFrame extends MonthChartData {
  colours: ChartColours;
  formats: Formats;
  /** Written below the steps; null for none. */
  figures: FigureRow | null;
  /** A click on a bar or point; without a series when the click was beside them. */
  open(step: number, series: number | null): void;
}

export function monthChartOptions(frame: MonthChartFrame): Options {
  return {
    ...CHART_FRAME,
    layout: { padding: { top: 4, bottom: frame.figures ? FIGURE_ROW : 0 } },
    onClick: (event, found, chart) => {
      const [mark] = event.native
        ? chart.getElementsAtEventForMode(event.native, 'nearest', { intersect: true }, false)
        : [];
      const step = mark ?? found[0];
      if (step) frame.open(step.index, mark ? mark.datasetIndex : null);
    },
    plugins: { legend: { display: false }, tooltip: tooltipOf(frame) },
    scales: scalesOf(frame),
  };
}

function tooltipOf({
  series,
  steps,
  colours,
  formats,
  beforeName,
}: MonthChartFrame): NonNullable<Options['plugins']>['tooltip'] {
  return {
    ...tooltipStyle(colours),
    filter: ({ datasetIndex, raw }) =>
      raw !== null && (series[datasetIndex]?.kind !== 'stacked' || raw !== 0),
    callbacks: {
      title: ([item]) => stepLabel(steps[item?.dataIndex ?? -1] ?? '', formats),
      label: ({ dataset, datasetIndex, dataIndex, raw }) => {
        const { unit = 'count', before } = series[datasetIndex] ?? {};
        const earlier = before?.[dataIndex] ?? null;
        const now = ` ${dataset.label ?? ''}  ${formats.long(Number(raw), unit)}`;
        return earlier === null ? now : CHARTS.before(now, beforeName, formats.long(earlier, unit));
      },
      labelColor: ({ datasetIndex }) => {
        const colour = colours[series[datasetIndex]?.colour ?? 'ink-3'];
        return { borderColor: colour, backgroundColor: colour };
      },
    },
  };
}

function scalesOf(frame: MonthChartFrame): NonNullable<Options['scales']> {
  const { steps, now, colours, formats, figures } = frame;
  const drawn = frame.series.find(({ kind }) => kind !== 'figures');
  return {
    x: monthAxis((at) => steps[at] === now, colours),
    y: {
      ...valueAxis(drawn?.unit ?? 'count', formats, colours),
      // Room for the labels above the highest value.
      grace: '12%',
      suggestedMax: Math.max(0, ...ghostsOf(frame).flatMap(({ values }) => values.map(Number))),
      afterFit: (axis) => {
        if (figures) axis.width = Math.max(axis.width, figureLabelWidth(axis, figures.label));
      },
    },
    ...(figures ? { figures: { type: 'linear', display: false } } : {}),
  };
}
