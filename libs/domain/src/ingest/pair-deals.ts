import type { Deal } from '../deal/deal.js';
import { type DealMatch, matchDeals, type MatchKind } from './identity.js';
import type { SheetRow } from './sheet.js';

/** A deal as it will be, and the stored one that it continues. */
export interface PairedDeal {
  readonly deal: Deal;
  /** Position of the stored deal it continues; null for a new one. */
  readonly continues: number | null;
}

/** A row of the sheet as the deal it is. */
export interface PairedRow extends PairedDeal {
  /** Row of the sheet; its first line is 1. */
  readonly row: number;
  /** How the deal that it continues was recognised; null for a new one. */
  readonly match: DealMatch | null;
}

/**
 * Gives each row the id of the deal it is, or a new one. Matching goes by position, not by id: other software's
 * documents may share an id or have none, and one id is given out once.
 *
 * @param existing deals of the view, normalised, in their order
 * @param rows rows of the sheet that are kept
 * @param newId makes the id of the deal in a row
 * @param kinds what rows may be recognised by; everything unless said
 */
export function pairDeals(
  existing: readonly Deal[],
  rows: readonly SheetRow[],
  newId: (row: SheetRow) => string,
  kinds?: readonly MatchKind[],
): PairedRow[] {
  const matches = matchDeals(existing, rows, kinds);
  const used = new Set<string>();
  return rows.map((row, index) => {
    const match = matches[index] ?? null;
    const continues = match?.place ?? null;
    const known = continues === null ? '' : (existing[continues]?.id ?? '');
    const id = known === '' || used.has(known) ? newId(row) : known;
    used.add(id);
    return { deal: { ...row, id }, continues, row: row.row, match };
  });
}
