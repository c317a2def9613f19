import type { Day } from '../period/day.js';
import type { SheetColumn } from './sheet-columns.js';

type ValueOf<Column extends SheetColumn> = Column extends { readonly kind: 'date' }
  ? Day | null
  : Column extends { readonly kind: 'money' }
    ? number | null
    : Column extends { readonly isNeverNull: true }
      ? string
      : string | null;

/**
 * A row of the sheet before it is matched with the deals that are there and gets its id: a field for each of
 * `SHEET_COLUMNS`.
 *
 * Dates are {@link Day}s, money is in the installation's currency (a double, at most two decimals), text is
 * repaired and trimmed, classified fields hold their canonical value or, when unknown, the text as it was written.
 * Absent is `null`, except `client` and `stage`, which are `""`.
 *
 * @see docs/domain.md, section 2
 */
export type DealRow = {
  readonly [Column in SheetColumn as Column['field']]: ValueOf<Column>;
};

/** One row of the sales sheet after normalising: one opportunity with one client. */
export interface Deal extends DealRow {
  /** Stable across imports. */
  readonly id: string;
}
