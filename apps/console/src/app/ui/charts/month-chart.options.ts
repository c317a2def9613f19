import type { ChartConfiguration } from 'chart.js';
import type { Formats } from '../base/formats';
import { type ChartColours, barColours } from '../base/chart-colours';
import { stepLabel } from '../base/step-label';
import { CHART_FRAME, monthAxis, tooltipStyle, valueAxis } from './chart-style';
import { CHARTS } from './texts';
import { LABEL_HEIGHT } from './label-places';
import { valueEnds } from './value-ends';
import { type FigureRow, figureLabelWidth } from './figure-row';
import { type MonthChartData, drawnValues } from './month-chart.data';
import { areNamesAbove, rowHeight } from './plot-sizes';

type Options = NonNullable<ChartConfiguration<'bar'>['options']>;

/** The input of a month chart's axes, tooltip and clicks. */
export interface MonthChartFrame extends MonthChartData {
  colours: ChartColours;
  formats: Formats;
  /** Written below the steps. */
  figures: readonly FigureRow[];
  /** A click on a bar or point; without a series when the click was beside them. */
  open(step: number, series: number | null): void;
}

export function monthChartOptions(frame: MonthChartFrame): Options {
  return {
    ...CHART_FRAME,
    // Room for the label of the highest bar, and for the rows below the steps.
    layout: {
      padding: { top: LABEL_HEIGHT + 8, bottom: frame.figures.length * rowHeight(areNamesAbove(frame)) },
    },
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
        const { colour = 'ink-3', kind } = series[datasetIndex] ?? {};
        const { fill, edge = fill } = kind === 'line' ? { fill: colour } : barColours(colour);
        return { borderColor: colours[edge], backgroundColor: colours[fill] };
      },
    },
  };
}

function scalesOf(frame: MonthChartFrame): NonNullable<Options['scales']> {
  const { steps, now, colours, formats, figures } = frame;
  const unit = frame.series.find(({ kind }) => kind !== 'figures')?.unit ?? 'count';
  const beside = areNamesAbove(frame) ? [] : figures;
  const hasFigures = frame.series.some(({ kind }) => kind === 'figures');
  return {
    x: monthAxis((at) => steps[at] === now, colours),
    y: {
      ...valueAxis(unit, valueEnds(drawnValues(frame), { isWhole: unit === 'count' }), formats, colours),
      afterFit: (axis) => {
        axis.width = Math.max(axis.width, ...beside.map(({ label }) => figureLabelWidth(axis, label)));
      },
    },
    ...(hasFigures ? { figures: { type: 'linear', display: false } } : {}),
  };
}
