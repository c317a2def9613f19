import type { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import type { FilledSeries } from './chart-series';
import { type MonthChartData, soFar } from './month-chart.data';
import type { SeriesLabels } from './series-labels';

/**
 * What is written into the chart: the value over each bar and each total of a stack; of the other lines only where they
 * end, for numbers along a line are read at the pointer; those of a second axis would be taken for the first one's.
 */
export function monthChartLabels(
  data: MonthChartData,
  formats: Formats,
  colours: ChartColours,
): SeriesLabels[] {
  const { series, months, thisMonth } = data;
  const spoken = series.findIndex((each) => each.kind !== 'stacked' && data.shown.has(each.column));
  return series.flatMap((each, dataset) => {
    if (each.kind === 'stacked' || (each.kind === 'line' && each.axis === 'right')) return [];
    const values = each.kind === 'line' ? soFar(each.values, months, thisMonth) : each.values;
    const last = values.findLastIndex((value) => value !== null);
    const isEach = each.kind === 'bar' || dataset === spoken;
    const texts = values.map((value, at) => {
      const isWritten = (isEach || at === last) && !(each.kind === 'line' && isInBars(data, value, at));
      return isWritten ? textOf(value, each, formats) : '';
    });
    return { dataset, texts, colour: each.kind === 'line' ? colours[each.colour] : colours.ink };
  });
}

/**
 * Whether a point of a line lies within the bars of its month, where a number cannot be read. Heights on the screen,
 * not money: a total stands on its stack though the last bits of a sum differ.
 */
function isInBars({ series, shown }: MonthChartData, value: number | null, at: number): boolean {
  const bars = series.filter((each) => each.kind !== 'line' && !each.axis && shown.has(each.column));
  const height = (kind: 'stacked' | 'bar') =>
    bars.filter((each) => each.kind === kind).map(({ values }) => values[at] ?? 0);
  const stack = height('stacked').reduce((top, part) => top + part, 0);
  return Math.max(stack, ...height('bar')) > (value ?? 0) * (1 + 1e-9);
}

const textOf = (value: number | null, { unit }: FilledSeries, formats: Formats) =>
  value === null || value === 0 ? '' : formats.short(value, unit);
