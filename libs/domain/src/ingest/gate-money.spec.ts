import { someDeals } from '../testing/deals.js';
import fc from 'fast-check';
import type { Deal } from '../deal/deal.js';
import { aDealWith } from '../testing/deals.js';
import { gateMoney } from './gate-money.js';
import type { ImportFinding } from './sheet.js';
import { unreadableCells } from './unreadable.js';

it('adds the pipe of open deals and the ARR of closed ones, to the cent', () => {
  const deals = [
    aDealWith({ stage: 'F Inbox', pipeline: 0.1, expected_arr: 9 }),
    aDealWith({ stage: 'B Legals', pipeline: 0.2 }),
    aDealWith({ stage: 'C Proposal sent', pipeline: -5 }),
    aDealWith({ stage: 'A Closed', pipeline: 7, expected_arr: 0.3 }),
    aDealWith({ stage: 'A Closed', expected_arr: null }),
    aDealWith({ stage: 'Lost', pipeline: 100, expected_arr: 100 }),
  ];
  expect(gateMoney(deals)).toEqual({ openPipe: 0.3, closedArr: 0.3 });
});

it('is the sum of its parts', () => {
  fc.assert(
    fc.property(someDeals(), someDeals(), (one, other) => {
      const [a, b, both] = [gateMoney(one), gateMoney(other), gateMoney([...one, ...other])];
      expect(Math.round(both.openPipe * 100)).toBe(Math.round((a.openPipe + b.openPipe) * 100));
      expect(Math.round(both.closedArr * 100)).toBe(Math.round((a.closedArr + b.closedArr) * 100));
    }),
  );
});

it('counts dates and amounts of kept rows that hold something, and those that cannot be read', () => {
  const row = (at: number, fields: Partial<Deal>) => ({
    row: at,
    deal: { ...aDealWith(fields), id: `${at}` },
  });
  const finding = (at: number, column: ImportFinding['column'], code: ImportFinding['code']) =>
    ({ row: at, column, code }) as ImportFinding;
  const rows = [row(2, { poa_date: 20_000, pipeline: 5 }), row(3, { discovery_date: 20_000 })];
  expect(
    unreadableCells(rows, [
      finding(2, 'discovery_date', 'unreadable_date'),
      finding(3, 'pipeline', 'spreadsheet_error'),
      finding(3, 'stage', 'spreadsheet_error'),
      finding(9, 'poa_date', 'unreadable_date'),
    ]),
  ).toEqual({ dates: { count: 1, of: 3 }, amounts: { count: 1, of: 2 } });
});
