import type { MetricUnit } from '../metrics/model/metric-unit.js';

/** What a column of an exported file holds: text, calendar dates (`YYYY-MM-DD`), or numbers in a unit. */
export type ColumnKind = 'text' | 'date' | MetricUnit;

/**
 * A column of an exported file.
 *
 * @see docs/domain.md, section 9
 */
export interface ExportColumn {
  readonly label: string;
  readonly kind: ColumnKind;
}

/** A cell of an exported file: text and dates as text, numbers as numbers, null where there is nothing. */
export type ExportCell = string | number | null;
