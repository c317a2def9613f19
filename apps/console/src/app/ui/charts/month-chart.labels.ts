import type { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import type { FilledSeries } from './chart-series';
import type { FigureRow } from './figure-row';
import type { MonthChartData } from './month-chart.data';
import type { SeriesLabels } from './series-labels';
import { soFar } from './unfinished';

/**
 * The labels in the chart, the most important first: the total of each stack, the value of each bar, and of each line
 * the last one, since tooltips show the others.
 */
export function monthChartLabels(
  { series, steps, now }: MonthChartData,
  formats: Formats,
  colours: ChartColours,
): SeriesLabels[] {
  const labelled = series.flatMap((each, dataset) => {
    if (each.kind === 'stacked' || each.kind === 'figures') return [];
    const isLine = each.kind === 'line';
    const values = isLine ? soFar(each.values, steps, now) : each.values;
    const last = values.findLastIndex((value) => value !== null);
    const texts = values.map((value, at) => (!isLine || at === last ? textOf(value, each, formats) : ''));
    return { isLine, labels: { dataset, texts, colour: isLine ? colours[each.colour] : colours.ink } };
  });
  return [...labelled.filter(({ isLine }) => !isLine), ...labelled.filter(({ isLine }) => isLine)].map(
    ({ labels }) => labels,
  );
}

/** The row of figures below the steps; null without one. A step without any says nothing. */
export function monthChartFigures({ series }: MonthChartData, formats: Formats): FigureRow | null {
  const figures = series.find(({ kind }) => kind === 'figures');
  if (!figures) return null;
  return {
    label: figures.label,
    texts: figures.values.map((value) => textOf(value, figures, formats) || '–'),
  };
}

const textOf = (value: number | null, { unit }: FilledSeries, formats: Formats) =>
  value === null || value === 0 ? '' : formats.short(value, unit);
