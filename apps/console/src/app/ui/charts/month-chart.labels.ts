import type { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import type { FilledSeries } from './chart-series';
import { type MonthChartData, soFar } from './month-chart.data';
import type { SeriesLabels } from './series-labels';

/**
 * The labels in the chart: the value of each bar and of each stack's total; of the other lines only the last value,
 * since tooltips show the others; a label on the second axis would be mistaken for one of the first.
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
 * Whether a point of a line lies within the bars of its month, where its label could not be read. Compares heights on
 * the screen, not money: a total is on top of its stack even if the last bits of a sum differ.
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
