import type { MetricTable, MetricUnit, NumberId, TableColumn } from '@app/contracts';
import { type ColourToken, barColours } from '../base/chart-colours';
import type { LegendEntry } from './chart-legend';
import type { SwitchedSeries } from './shown-series';

/** A column of a table as it is drawn. */
export interface ChartSeries extends SwitchedSeries {
  /**
   * `stacked` bars are on top of each other, `bar`s side by side, a `line` is drawn over both and its values are written
   * below the axis. A `total` is written over its stack, `figures` are only written below the axis.
   */
  kind: 'stacked' | 'bar' | 'line' | 'total' | 'figures';
  colour: ColourToken;
  /** The column's own label where it is left out. */
  label?: string;
  isDashed?: boolean;
  /** The column of which a line is the running sum: it goes on as far as something is added. */
  sumOf?: string;
}

/** A series with its numbers. */
export interface FilledSeries extends ChartSeries {
  label: string;
  unit: MetricUnit;
  /** Metric whose records a click opens; null where the column is not a metric. */
  metric: NumberId | null;
  /** One value per row of the table. */
  values: readonly (number | null)[];
  /** The same of the period before, the first beside the first; null where it is not compared. */
  before: readonly (number | null)[] | null;
}

/**
 * The series that the table has numbers for, in the given order.
 *
 * @param earlier the period before, step by step; null when nothing is compared
 */
export function filledSeries(
  table: MetricTable,
  series: readonly ChartSeries[],
  earlier: MetricTable | null = null,
): FilledSeries[] {
  const hasTotal = series.some(({ kind }) => kind === 'total');
  return series.flatMap((each) => {
    const at = table.columns.findIndex(({ id }) => id === each.column);
    const column: TableColumn | undefined = table.columns[at];
    const values = table.rows.map((row) => row.values[at] ?? null);
    const before = valuesOf(earlier, each.column);
    // A part that is zero in all of them adds nothing to a stack, it would only make the legend longer. Where no total
    // says what the period before was, all that was something then is kept.
    const isIdle = each.kind === 'stacked' && (hasTotal || !before?.some(Boolean));
    const isNothing = values.every((value) => value === null || (isIdle && value === 0));
    if (!column || (isNothing && values.length > 0)) return [];
    return {
      ...each,
      label: each.label ?? column.label,
      unit: column.unit,
      metric: column.metric,
      values,
      before,
    };
  });
}

function valuesOf(earlier: MetricTable | null, column: string): (number | null)[] | null {
  const at = earlier?.columns.findIndex(({ id }) => id === column) ?? -1;
  if (!earlier || at < 0) return null;
  return earlier.rows.flatMap(({ key, values }) => (key === null ? [] : [values[at] ?? null]));
}

/** Totals and figures are text, which a reader neither needs a legend for nor turns off. */
const isText = ({ kind }: ChartSeries) => kind === 'total' || kind === 'figures';

/** The series as the legend names them. */
export const legendOf = (series: readonly FilledSeries[]): LegendEntry[] =>
  series
    .filter((each) => !isText(each))
    .map(({ column, label, colour, kind, isDashed }) => {
      if (kind === 'line') return { column, label, colour, mark: isDashed ? 'dashed' : 'line' };
      const { fill, edge } = barColours(colour);
      return { column, label, colour: fill, ...(edge ? { edge } : {}), mark: 'box' };
    });

/** What is drawn of the reader's choice: figures always, a total only over all of its parts. */
export function drawnOf(series: readonly FilledSeries[], chosen: ReadonlySet<string>): ReadonlySet<string> {
  const isWhole = series.every(({ kind, column }) => kind !== 'stacked' || chosen.has(column));
  const isDrawn = (each: FilledSeries) =>
    each.kind === 'figures' || (each.kind === 'total' ? isWhole : chosen.has(each.column));
  return new Set(series.filter(isDrawn).map(({ column }) => column));
}
