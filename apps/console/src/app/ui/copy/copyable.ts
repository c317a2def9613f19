import type { MetricUnit } from '@app/contracts';

/** What a card, chart or table gives for a mail: words and numbers as they are shown. */
export interface Copyable {
  title: string;
  /** What the numbers are about: view, period, as-of date. */
  subtitle: string;
  columns: readonly CopyColumn[];
  /** A text a column, as the reader sees it. */
  rows: readonly (readonly string[])[];
  /** The total row, when there is one. */
  totals?: readonly string[];
  /** The chart, when there is one: the picture shows it instead of the rows. */
  canvas?: HTMLCanvasElement;
  /** What the colours of the chart mean, where the chart itself does not say it. */
  legend?: readonly LegendEntry[];
}

/** A colour of a chart, as a canvas takes it, and what it stands for. */
interface LegendEntry {
  label: string;
  colour: string;
}

/** A column of a {@link Copyable}. */
interface CopyColumn {
  label: string;
  /** Null for words, which stand left; numbers stand right. */
  unit: MetricUnit | null;
}
