import type { ChartData } from 'chart.js';
import { type ChartColours, barColours } from '../base/chart-colours';
import type { Hatched } from './bar-hatching';
import type { Ghosts } from './ghost-bars';
import type { FilledSeries } from './chart-series';
import { isUnfinished, soFar, unfinishedDash } from './unfinished';

type Dataset = ChartData<'bar', (number | null)[]>['datasets'][number];

/** The data of a chart by month, week or day. */
export interface MonthChartData {
  /** Keys of its months, weeks or days, oldest first. */
  steps: readonly string[];
  series: readonly FilledSeries[];
  /** Columns that are drawn. */
  shown: ReadonlySet<string>;
  /** Where today stands among them: a line ends there, and bars from there on are hatched. See {@link nowAmong}. */
  now: string;
  /** What the period before is called; empty when nothing is compared. */
  beforeName: string;
  /** Whether it is drawn on a phone: bars beside each other have no room for their values. */
  isNarrow: boolean;
}

/** Bars stacked or side by side, lines over them; hidden series keep their position. */
export function monthChart(
  data: MonthChartData,
  labels: string[],
  colours: ChartColours,
): ChartData<'bar', (number | null)[]> {
  const { steps, series, shown, now } = data;
  const datasets = series.map((each): Dataset => {
    const frame = {
      label: each.label,
      hidden: !shown.has(each.column),
      yAxisID: each.kind === 'figures' ? 'figures' : 'y',
    };
    if (each.kind === 'line')
      return {
        ...frame,
        ...lineOf(each, colours, lineValues(each, data)),
        segment: unfinishedDash(steps, now, each.isDashed ? DASH : []),
      } as Dataset;
    if (each.kind === 'total' || each.kind === 'figures') return { ...frame, ...textOf(each, colours) };
    const isEmpty = steps.map((step) => isUnfinished(step, now));
    return { ...frame, ...barOf(each, colours, isEmpty) };
  });
  return { labels, datasets };
}

/** Whether no step has anything to draw. */
export function isBlank(series: readonly FilledSeries[]): boolean {
  return series.every(({ values }) => values.every((value) => value === null || value === 0));
}

/** Whether a bar that is drawn is not over. */
export function hasUnfinished({ series, steps, shown, now }: MonthChartData): boolean {
  const bars = series.filter(
    ({ kind, column }) => (kind === 'bar' || kind === 'stacked') && shown.has(column),
  );
  return bars.some(({ values }) => steps.some((step, at) => isUnfinished(step, now) && Boolean(values[at])));
}

/** The bars that are hatched: what is not over. */
export function hatchedBars({ series, steps, now }: MonthChartData, colours: ChartColours): Hatched[] {
  const bars = steps.flatMap((step, at) => (isUnfinished(step, now) ? [at] : []));
  return series.flatMap(({ kind, colour }, dataset) => {
    if (kind !== 'bar' && kind !== 'stacked') return [];
    const { fill, edge = fill } = barColours(colour);
    return [{ dataset, colour: colours[fill], edge: colours[edge], bars }];
  });
}

/**
 * The period before behind bars, and behind a stack as one: its total, which is there only while all of its parts are
 * shown, or the shown parts together where it has none. A period with nothing in it draws nothing, and has no word in the
 * legend.
 */
export function ghostsOf({ series, shown }: MonthChartData): Ghosts[] {
  const isShown = ({ column }: FilledSeries) => shown.has(column);
  const first = series.findIndex((each) => each.kind === 'stacked' && isShown(each));
  const bars = series.flatMap((each, at) => {
    if (!isShown(each) || (each.kind !== 'bar' && each.kind !== 'total')) return [];
    return { dataset: each.kind === 'bar' ? at : first, values: each.before ?? [] };
  });
  const hasTotal = series.some(({ kind }) => kind === 'total');
  const parts = series.filter((each) => each.kind === 'stacked' && isShown(each) && !hasTotal);
  const together = { dataset: first, values: summed(parts.map(({ before }) => before ?? [])) };
  return [...bars, together].filter(({ dataset, values }) => dataset >= 0 && values.some(Boolean));
}

/** How high the parts of a stack are together, step by step. */
const summed = (parts: readonly (readonly (number | null)[])[]): number[] =>
  (parts[0] ?? []).map((_, at) => parts.reduce((sum, values) => sum + (values[at] ?? 0), 0));

/**
 * Whether all values are in rows of figures: a line would cross them, or on a phone, bars beside each other and the parts of
 * a stack are too narrow.
 */
export function areInRows({ series, shown, isNarrow }: MonthChartData): boolean {
  const drawn = series.filter(({ column }) => shown.has(column));
  const hasTotal = drawn.some(({ kind }) => kind === 'total');
  const bars = drawn.filter(({ kind }) => kind === 'bar' || (kind === 'stacked' && !hasTotal));
  return drawn.some(({ kind }) => kind === 'line') || (isNarrow && bars.length > 1);
}

/** The series in rows of figures: what is only that, and all that is shown where none has a label. */
export function rowsOf(data: MonthChartData): FilledSeries[] {
  const isEach = areInRows(data);
  return data.series.filter(({ kind, column }) => (kind === 'figures' || isEach) && data.shown.has(column));
}

/** Whether a bar is drawn, or the period before behind it. */
export function hasBar(data: MonthChartData, dataset: number, at: number): boolean {
  const ghost = ghostsOf(data).find((each) => each.dataset === dataset);
  return Boolean(data.series[dataset]?.values[at]) || Boolean(ghost?.values[at]);
}

/** The values of a line, up to where it ends. */
export function lineValues({ values, sumOf }: FilledSeries, data: MonthChartData): (number | null)[] {
  const added = data.series.find(({ column }) => column === sumOf)?.values;
  return soFar(values, data.steps, data.now, added);
}

/** How high and how low the marks of a chart go: its bars, its stacks as a whole, its lines and the period before. */
export function drawnValues(data: MonthChartData): number[] {
  const shown = data.series.filter(({ column }) => data.shown.has(column));
  const stacked = shown.filter(({ kind }) => kind === 'stacked');
  return [
    ...summed(stacked.map(({ values }) => values)),
    ...shown.flatMap((each) => (each.kind === 'line' ? lineValues(each, data) : [])),
    ...shown.flatMap(({ kind, values }) => (kind === 'bar' ? values : [])),
    ...ghostsOf(data).flatMap(({ values }) => values),
  ].map(Number);
}

/** Of bars whose fill alone is too pale: at least one whole pixel of a screen. */
const EDGE = 1.5;
/** Dashes of a line that is not an outcome. */
const DASH = [4, 3];

function barOf(
  { kind, colour, column, values }: FilledSeries,
  colours: ChartColours,
  isEmpty: readonly boolean[],
): Dataset {
  const { fill, edge } = barColours(colour);
  const fills = isEmpty.map((is) => (is ? colours.surface : colours[fill]));
  const isStacked = kind === 'stacked';
  const around = edge ? { top: EDGE, left: EDGE, right: EDGE, bottom: 0 } : 0;
  return {
    data: [...values],
    // Only bars with the same stack name are stacked; the others are placed side by side.
    stack: isStacked ? 'stack' : column,
    backgroundColor: fills,
    hoverBackgroundColor: fills,
    borderColor: isStacked || !edge ? colours.surface : colours[edge],
    borderWidth: isStacked ? { top: 1, right: 0, bottom: 0, left: 0 } : around,
    borderSkipped: false,
    borderRadius: isStacked ? 0 : { topLeft: 3, topRight: 3, bottomLeft: 0, bottomRight: 0 },
    categoryPercentage: 0.72,
    barPercentage: isStacked ? 0.8 : 0.9,
    maxBarThickness: 56,
    order: 1,
  };
}

/** Points without a mark, for the tooltip and for where a text stands. */
function textOf({ colour, values }: FilledSeries, colours: ChartColours): Dataset {
  return {
    type: 'line',
    data: [...values],
    showLine: false,
    borderWidth: 0,
    backgroundColor: colours[colour],
    pointRadius: 0,
    pointHoverRadius: 0,
    order: 0,
  } as unknown as Dataset;
}

function lineOf({ colour }: FilledSeries, colours: ChartColours, data: (number | null)[]): Dataset {
  return {
    type: 'line',
    data,
    borderColor: colours[colour],
    backgroundColor: colours[colour],
    borderWidth: 2,
    pointRadius: 2.5,
    pointHoverRadius: 4,
    order: 0,
    // Mixed charts are typed by their first kind only.
  } as unknown as Dataset;
}
