import type { MetricTable } from '@app/contracts';
import type { Formats } from '../base/formats';
import { rowLabel } from '../base/row-label';
import type { Copyable } from './copyable';

/** The labels that a copied table needs. */
export interface TableLabels {
  title: string;
  subtitle: string;
  /** Heading of the label column. */
  heading: string;
  totalLabel: string;
}

/** A table of numbers as it is copied: its rows in their order, each number as it is shown, then the totals. */
export function copyOfTable(table: MetricTable, words: TableLabels, formats: Formats): Copyable {
  const written = (values: readonly (number | null)[]) =>
    table.columns.map(({ unit }, at) => formats.long(values[at] ?? null, unit));
  return {
    title: words.title,
    subtitle: words.subtitle,
    columns: [{ label: words.heading, unit: null }, ...table.columns],
    rows: table.rows.map((row) => [rowLabel(table, row, formats), ...written(row.values)]),
    totals: [words.totalLabel, ...written(table.totals)],
  };
}
