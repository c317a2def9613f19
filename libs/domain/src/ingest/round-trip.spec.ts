import fc from 'fast-check';
import type { Deal, DealRow } from '../deal/deal.js';
import { CSV_START, csvHeader, csvLine, DEAL_COLUMNS } from '../export/index.js';
import { isoDay } from '../period/index.js';
import { someDeals } from '../testing/deals.js';
import { diffDeals } from './diff.js';
import { matchDeals } from './identity.js';
import { readSheet } from './read-sheet.js';

const cellOf = (value: string | number | null, kind: string) =>
  kind === 'date' && typeof value === 'number' ? isoDay(value) : value;

const exported = (deals: readonly DealRow[]): Uint8Array => {
  const lines = deals.map((deal) =>
    csvLine(
      DEAL_COLUMNS,
      DEAL_COLUMNS.map(({ field, kind }) => cellOf(deal[field], kind)),
    ),
  );
  return new TextEncoder().encode(CSV_START + csvHeader(DEAL_COLUMNS) + lines.join(''));
};

const imported = (bytes: Uint8Array): DealRow[] =>
  readSheet(bytes, { dateOrder: 'day_first', dedupe: 'client_stage' }).rows.map(
    ({ row: _, ...deal }) => deal,
  );

const idsOf = (deals: readonly Deal[], rows: readonly DealRow[]) =>
  matchDeals(deals, rows).map((match) => match && deals[match.place]?.id);

/** Deals that came in once, each under an id of its own. */
const someImported = () =>
  someDeals()
    .filter((rows) => rows.length > 0)
    .map((rows) => imported(exported(rows)).map((row, at): Deal => ({ ...row, id: `deal-${at}` })));

it('import, export, import changes nothing', () => {
  fc.assert(
    fc.property(someImported(), (deals) => {
      const rows = imported(exported(deals));
      const ids = idsOf(deals, rows);
      const again = rows.map((row, at): Deal => ({ ...row, id: ids[at] ?? 'new' }));
      expect(again).toEqual(deals);
      expect(diffDeals(deals, again)).toEqual({ added: [], changed: [], removed: [] });
    }),
  );
});

it('each deal keeps its identity however the rows are shuffled', () => {
  const shuffled = someImported().chain((deals) =>
    fc.tuple(
      fc.constant(deals),
      fc.shuffledSubarray([...deals], { minLength: deals.length, maxLength: deals.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([deals, rows]) => {
      expect(idsOf(deals, rows)).toEqual(rows.map(({ id }) => id));
    }),
  );
});
