import type { MetricUnit } from '@app/contracts';

/** A card, chart or table as it is copied into a mail: text and numbers as shown. */
export interface Copyable {
  title: string;
  /** What the numbers are about: view, period, as-of date. */
  subtitle: string;
  columns: readonly CopyColumn[];
  /** One text per column, as shown. */
  rows: readonly (readonly string[])[];
  /** The total row, when there is one. */
  totals?: readonly string[];
  /** The chart, when there is one: the picture shows it instead of the rows. */
  canvas?: HTMLCanvasElement;
  /** The legend, where the chart itself does not show it. */
  legend?: readonly LegendEntry[];
}

/** A colour of a chart, as a canvas takes it, what it stands for, and how it is drawn. */
interface LegendEntry {
  label: string;
  colour: string;
  /** Of a box, where it differs. */
  edge?: string;
  mark: LegendMark;
}

/** How a series is drawn. */
export type LegendMark = 'box' | 'line' | 'dashed' | 'outline';

/** A column of a {@link Copyable}. */
interface CopyColumn {
  label: string;
  /** Null for text, which is aligned left; numbers are aligned right. */
  unit: MetricUnit | null;
}
