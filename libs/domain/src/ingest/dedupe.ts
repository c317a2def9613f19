import type { DedupeRule, SheetRow } from './sheet.js';
import { isLink } from '../normalise/index.js';
import { FoldedPairs } from './folded-pairs.js';

type Row = Pick<SheetRow, 'client' | 'stage' | 'hubspot_link' | 'discovery_date'>;

/**
 * Which row of a sheet stays for the deal of each: of rows that are one deal the one with the latest discovery date
 * (none is earliest), the first on ties.
 *
 * @param rows normalised, in the order of the sheet
 * @param rule what makes two rows one deal
 * @returns for each row the place of the one that stays: its own, or that of the row it is merged into
 * @see docs/domain.md, section 9
 */
export function stayingRows(rows: readonly Row[], rule: DedupeRule): Int32Array {
  const deals = new FoldedPairs();
  const dealOf = Int32Array.from(rows, (row) => NUMBERS[rule](row, deals) ?? NO_DEAL);
  const kept: number[] = []; // row that is kept so far, by number of the deal
  for (const [at, deal] of dealOf.entries()) {
    if (deal === NO_DEAL) continue;
    const other = kept[deal];
    if (other === undefined || isLater(rows[at], rows[other])) kept[deal] = at;
  }
  return dealOf.map((deal, at) => kept[deal] ?? at);
}

/** Of a row that is no other's deal, whatever that has. */
const NO_DEAL = -1;

const NUMBERS: Readonly<Record<DedupeRule, (row: Row, deals: FoldedPairs) => number | null>> = {
  client_stage: ({ client, stage }, deals) => deals.numberOf(client, stage),
  link: ({ hubspot_link }, deals) => (isLink(hubspot_link) ? deals.numberOf(hubspot_link, '') : null),
  none: () => null,
};

const isLater = (row: Row | undefined, other: Row | undefined) => dateOf(row) > dateOf(other);

const dateOf = (row: Row | undefined) => row?.discovery_date ?? Number.NEGATIVE_INFINITY;
