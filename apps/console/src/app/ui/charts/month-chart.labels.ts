import type { Formats } from '../formats';
import type { ChartColours } from './chart-colours';
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
    const texts = values.map((value, at) => (isEach || at === last ? textOf(value, each, formats) : ''));
    return { dataset, texts, colour: each.kind === 'line' ? colours[each.colour] : colours.ink };
  });
}

const textOf = (value: number | null, { unit }: FilledSeries, formats: Formats) =>
  value === null || value === 0 ? '' : formats.short(value, unit);
