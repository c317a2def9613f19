import type { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import type { FilledSeries } from './chart-series';
import { type FigureRow, NO_FIGURE } from './figure-row';
import { type MonthChartData, areInRows, lineValues, rowsOf } from './month-chart.data';
import type { SeriesLabels } from './series-labels';

/**
 * The labels in the chart: the value of each bar and the total of each stack. The parts of a stack without a total carry
 * theirs within. Where they have no room, all values are in rows of figures, see {@link areInRows}.
 */
export function monthChartLabels(
  data: MonthChartData,
  formats: Formats,
  colours: ChartColours,
): SeriesLabels[] {
  if (areInRows(data)) return [];
  const { series } = data;
  const hasTotal = series.some(({ kind }) => kind === 'total');
  return series.flatMap((each, dataset) => {
    const { kind, values } = each;
    if (kind === 'line' || kind === 'figures' || (kind === 'stacked' && hasTotal)) return [];
    return { dataset, ...textsOf(values, each, formats), colour: colours.ink, isInside: kind === 'stacked' };
  });
}

/** A row of figures below the steps: of what is only that, and of all that is shown where none has a label. */
export interface SeriesFigures extends FigureRow {
  series: FilledSeries;
}

/** The rows of figures below the steps. A step without any has a dash. */
export function monthChartFigures(data: MonthChartData, formats: Formats): SeriesFigures[] {
  return rowsOf(data).map((series) => {
    // A sum repeats itself where it has ended; what is booked for later is said, though no line leads there.
    const values = series.sumOf ? lineValues(series, data) : series.values;
    const { texts, shorter } = textsOf(values, series, formats);
    const orDash = (text: string) => text || NO_FIGURE;
    return { series, label: series.label, texts: texts.map(orDash), shorter: shorter.map(orDash) };
  });
}

/** The texts of values, none for nothing: as they are written, and as short as they can be. */
function textsOf(values: readonly (number | null)[], { unit }: FilledSeries, formats: Formats) {
  const written = (write: (value: number) => string) => values.map((value) => (value ? write(value) : ''));
  return {
    texts: written((value) => formats.short(value, unit)),
    shorter: written((value) => formats.shortest(value, unit)),
  };
}
