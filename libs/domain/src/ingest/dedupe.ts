import type { DedupeRule, SheetRow } from './sheet.js';
import { isLink } from '../normalise/index.js';
import { FoldedPairs } from './folded-pairs.js';

type Row = Pick<SheetRow, 'client' | 'stage' | 'hubspot_link' | 'discovery_date'>;

/**
 * Which rows of a sheet are removed because another one is the same deal: the one with the latest discovery date
 * stays (none is earliest), the first on ties.
 *
 * @param rows normalised, in the order of the sheet
 * @param rule what makes two rows one deal
 * @returns for each row whether it is removed
 * @see docs/domain.md, section 9
 */
export function repeatedRows(rows: readonly Row[], rule: DedupeRule): boolean[] {
  const isRepeated = rows.map(() => false);
  const deals = new FoldedPairs();
  const kept: number[] = []; // row that is kept so far, by number of the deal
  for (const [at, row] of rows.entries()) {
    const deal = NUMBERS[rule](row, deals);
    if (deal === null) continue;
    const other = kept[deal];
    const isKept = other === undefined || isLater(row, rows[other]);
    if (isKept) kept[deal] = at;
    if (other !== undefined) isRepeated[isKept ? other : at] = true;
  }
  return isRepeated;
}

const NUMBERS: Readonly<Record<DedupeRule, (row: Row, deals: FoldedPairs) => number | null>> = {
  client_stage: ({ client, stage }, deals) => deals.numberOf(client, stage),
  link: ({ hubspot_link }, deals) => (isLink(hubspot_link) ? deals.numberOf(hubspot_link, '') : null),
  none: () => null,
};

const isLater = (row: Row, other: Row | undefined) => dateOf(row) > dateOf(other);

const dateOf = (row: Row | undefined) => row?.discovery_date ?? Number.NEGATIVE_INFINITY;
