import { DATE_COLUMNS, type DateColumn } from '../deal/sheet-columns.js';
import type { Deal } from '../deal/deal.js';
import { civil, type Day, dayOf } from '../period/day.js';
import type { PairedDeal } from './pair-deals.js';

/** A column whose dates are, in many deals, those of before with day and month swapped. */
export interface SwappedDates {
  readonly column: DateColumn;
  /** Dates that are swapped. */
  readonly count: number;
  /** Deals that were there and have a date in this column, before and afterwards. */
  readonly of: number;
}

/** So few may be chance. */
const FEWEST = 3;

/**
 * Columns that seem to be read in another order than the stored deals were, though nothing in them says which it is:
 * half of the dates that change, and a tenth of those that were there, are the old ones with day and month swapped.
 *
 * @param existing the stored deals
 * @param deals the deals of the sheet, and which of the stored ones they continue
 * @see docs/domain.md, section 9
 */
export function swappedDates(existing: readonly Deal[], deals: readonly PairedDeal[]): SwappedDates[] {
  return DATE_COLUMNS.flatMap((column) => {
    const { count, changed, of } = countSwapped(existing, deals, column);
    const isMany = count >= FEWEST && count * 2 >= changed && count * 10 >= of;
    return isMany ? [{ column, count, of }] : [];
  });
}

function countSwapped(existing: readonly Deal[], deals: readonly PairedDeal[], column: DateColumn) {
  const counts = { count: 0, changed: 0, of: 0 };
  for (const { deal, continues } of deals) {
    const before = continues === null ? null : (existing[continues]?.[column] ?? null);
    const after = deal[column];
    if (before === null || after === null) continue;
    counts.of++;
    if (before === after) continue;
    counts.changed++;
    if (isSwapped(before, after)) counts.count++;
  }
  return counts;
}

/** Whether a day is another one with day and month swapped. */
function isSwapped(before: Day, after: Day): boolean {
  const { year, month, date } = civil(before);
  return dayOf(year, date, month) === after;
}
