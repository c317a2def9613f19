import type { MetricTable, MetricUnit, NumberId, TableColumn } from '@app/contracts';
import type { ColourToken } from '../base/chart-colours';
import type { LegendEntry } from './chart-legend';
import type { SwitchedSeries } from './shown-series';

/** A column of a table as it is drawn. */
export interface ChartSeries extends SwitchedSeries {
  /** `stacked` bars are on top of each other, `bar`s side by side, a `line` is drawn over both. */
  kind: 'stacked' | 'bar' | 'line';
  colour: ColourToken;
  /** The column's own label where it is left out. */
  label?: string;
  /** A second axis, for another unit; it is labelled. */
  axis?: 'right';
  isDashed?: boolean;
}

/** A series with its numbers. */
export interface FilledSeries extends ChartSeries {
  label: string;
  unit: MetricUnit;
  /** Metric whose records a click opens; null where the column is not a metric. */
  metric: NumberId | null;
  /** One value per row of the table. */
  values: readonly (number | null)[];
}

/** The series that the table has numbers for, in the given order. */
export function filledSeries(table: MetricTable, series: readonly ChartSeries[]): FilledSeries[] {
  return series.flatMap((each) => {
    const at = table.columns.findIndex(({ id }) => id === each.column);
    const column: TableColumn | undefined = table.columns[at];
    const values = table.rows.map((row) => row.values[at] ?? null);
    // A part that is zero in all months adds nothing to a stack, it would only make the legend longer.
    const isNothing = values.every((value) => value === null || (each.kind === 'stacked' && value === 0));
    if (!column || (isNothing && values.length > 0)) return [];
    return {
      ...each,
      label: each.label ?? column.label,
      unit: column.unit,
      metric: column.metric,
      values,
    };
  });
}

/** The series as the legend names them. */
export const legendOf = (series: readonly FilledSeries[]): LegendEntry[] =>
  series.map(({ column, label, colour, kind, isDashed }) => ({
    column,
    label,
    colour,
    mark: kind !== 'line' ? 'box' : isDashed ? 'dashed' : 'line',
  }));
