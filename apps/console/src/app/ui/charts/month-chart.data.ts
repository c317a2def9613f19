import type { ChartData } from 'chart.js';
import type { ChartColours } from '../base/chart-colours';
import type { FilledSeries } from './chart-series';

type Dataset = ChartData<'bar', (number | null)[]>['datasets'][number];

/** The data of a chart by month. */
export interface MonthChartData {
  /** `YYYY-MM`, oldest first. */
  months: readonly string[];
  series: readonly FilledSeries[];
  /** Columns that are shown. */
  shown: ReadonlySet<string>;
  /** `YYYY-MM` of today: a line ends there where nothing lies ahead. */
  thisMonth: string;
}

/** Bars stacked or side by side, lines over them; hidden series keep their position. */
export function monthChart(
  { months, series, shown, thisMonth }: MonthChartData,
  labels: string[],
  colours: ChartColours,
): ChartData<'bar', (number | null)[]> {
  const datasets = series.map((each): Dataset => {
    const frame = {
      label: each.label,
      hidden: !shown.has(each.column),
      yAxisID: each.axis === 'right' ? 'right' : 'y',
    };
    return each.kind === 'line'
      ? { ...frame, ...lineOf(each, colours, soFar(each.values, months, thisMonth)) }
      : { ...frame, ...barOf(each, colours) };
  });
  return { labels, datasets };
}

/** Whether no month has anything to draw. */
export function isBlank(series: readonly FilledSeries[]): boolean {
  return series.every(({ values }) => values.every((value) => value === null || value === 0));
}

/** The values up to today; of future months only those up to the last one with a value. */
export function soFar(
  values: readonly (number | null)[],
  months: readonly string[],
  thisMonth: string,
): (number | null)[] {
  const last = values.findLastIndex((value, at) => (months[at] ?? '') <= thisMonth || Boolean(value));
  return values.map((value, at) => (at <= last ? value : null));
}

function barOf({ kind, colour, column, values }: FilledSeries, colours: ChartColours): Dataset {
  const isStacked = kind === 'stacked';
  return {
    data: [...values],
    // Only bars with the same stack name are stacked; the others are placed side by side.
    stack: isStacked ? 'stack' : column,
    backgroundColor: colours[colour],
    hoverBackgroundColor: colours[colour],
    borderColor: colours.surface,
    borderWidth: isStacked ? { top: 1, right: 0, bottom: 0, left: 0 } : 0,
    borderSkipped: false,
    borderRadius: isStacked ? 0 : { topLeft: 3, topRight: 3, bottomLeft: 0, bottomRight: 0 },
    categoryPercentage: 0.72,
    barPercentage: isStacked ? 0.8 : 0.9,
    maxBarThickness: 56,
    order: 1,
  };
}

function lineOf({ colour, isDashed }: FilledSeries, colours: ChartColours, data: (number | null)[]): Dataset {
  return {
    type: 'line',
    data,
    borderColor: colours[colour],
    backgroundColor: colours[colour],
    borderWidth: 2,
    borderDash: isDashed ? [4, 3] : [],
    pointRadius: 2.5,
    pointHoverRadius: 4,
    order: 0,
    // Mixed charts are typed by their first kind only.
  } as unknown as Dataset;
}
