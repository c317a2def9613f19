import type { Deal } from '../deal/deal.js';
import type { DealField } from '../deal/sheet-columns.js';
import { changeOf, type DealDifference } from './diff.js';
import type { PairedDeal } from './pair-deals.js';

/** The deals of a view with a sheet merged into them. */
export interface Merged {
  /** The deals that were there in their order, then the new ones in the order of the sheet. */
  readonly deals: PairedDeal[];
  /** Nothing is removed. */
  readonly difference: DealDifference;
}

/**
 * Merges the rows of a sheet into the deals of a view: a row replaces, in the deal it is, the fields whose columns the
 * sheet has, empty cells included; the other rows are added, and nothing is removed or deduplicated again. A deal that
 * stays as it is, is the very object that was given.
 *
 * @param existing deals of the view, normalised, in their order
 * @param rows the rows as the deals they are, from {@link pairDeals}
 * @param columns columns that the sheet has
 * @see docs/domain.md, section 9
 */
export function mergeDeals(
  existing: readonly Deal[],
  rows: readonly PairedDeal[],
  columns: readonly DealField[],
): Merged {
  const rowOf = new Map(rows.map((row) => [row.continues, row.deal]));
  const kept = existing.map((deal, place): PairedDeal => {
    const row = rowOf.get(place);
    return { deal: row ? replaced(deal, row, columns) : deal, continues: place };
  });
  const added = rows.filter(({ continues }) => continues === null);
  return {
    deals: [...kept, ...added],
    difference: {
      added: added.map(({ deal }) => deal),
      removed: [],
      changed: kept.flatMap(({ deal }, place) => changeOf(existing[place], deal)),
    },
  };
}

function replaced(deal: Deal, row: Deal, columns: readonly DealField[]): Deal {
  const isSame = deal.id === row.id && columns.every((field) => deal[field] === row[field]);
  if (isSame) return deal;
  return { ...deal, id: row.id, ...Object.fromEntries(columns.map((field) => [field, row[field]])) };
}
