import { DEAL_FIELDS, type DealField } from '../deal/sheet-columns.js';
import fc from 'fast-check';
import { USUAL_LIMITS } from './gate-limits.js';
import { type GateFacts, reasonsToHold } from './publish-gate.js';
import type { ImportFinding } from './sheet.js';

const FACTS: GateFacts = {
  mode: 'replace',
  money: { before: { openPipe: 100, closedArr: 50 }, after: { openPipe: 100, closedArr: 50 } },
  unreadable: { dates: { count: 0, of: 0 }, amounts: { count: 0, of: 0 } },
  currency: 'USD',
  limits: USUAL_LIMITS,
  live: 58,
  removed: 0,
  continued: 58,
  columns: DEAL_FIELDS,
  lastColumns: DEAL_FIELDS,
  separators: { now: {}, last: {} },
  swapped: [],
  stages: null,
  unknown: [],
  findings: [],
};
const messages = (facts: Partial<GateFacts>) =>
  reasonsToHold({ ...FACTS, ...facts }).map(({ message }) => message);
const codes = (facts: Partial<GateFacts>) => reasonsToHold({ ...FACTS, ...facts }).map(({ code }) => code);
const without = (...fields: DealField[]) => DEAL_FIELDS.filter((field) => !fields.includes(field));

const quote = (
  row: number,
  column: DealField | null,
  code: ImportFinding['code'] = 'quote_not_closed',
): ImportFinding => ({ row, column, code, message: '', value: null, count: null, sum: null });

it('lets an ordinary upload through', () => {
  expect(messages({ removed: 3 })).toEqual([]);
});

describe('deals that would be removed', () => {
  it('are a reason when they are more than a fifth', () => {
    expect(messages({ removed: 50, continued: 8 })).toEqual(['50 of the 58 deals here would be removed.']);
    expect(codes({ live: 10, removed: 2 })).toEqual([]);
    expect(codes({ live: 10, removed: 3 })).toEqual(['removes_deals']);
  });

  it('are two reasons when they are all there are', () => {
    expect(messages({ live: 7, removed: 7, continued: 0 })).toEqual([
      'None of the 7 deals here is in the file: it may be the sheet of another team.',
      'All 7 deals here would be removed.',
    ]);
  });

  it('are no reason in a view without deals', () => {
    expect(codes({ live: 0, removed: 300, continued: 0 })).toEqual([]);
  });
});

it('asks about amounts whose decimals may be read as thousands', () => {
  const separators = {
    last: { expected_arr: { point: 'three_decimals', comma: null } },
    now: { expected_arr: { point: 'mixed', comma: null } },
  } as const;
  expect(messages({ separators })).toEqual([
    'The amounts of Expected ARR mean something else by point and comma than at the last import: what was decimals may be read as thousands.',
  ]);
  expect(messages({ separators: { now: separators.last, last: separators.last } })).toEqual([]);
});

it('counts one deal, and thousands of them, as people do', () => {
  expect(messages({ live: 1, removed: 1, continued: 0 })).toEqual([
    'The only deal here is not in the file: it may be the sheet of another team.',
    'The only deal here would be removed.',
  ]);
  expect(messages({ live: 2500, removed: 1200, continued: 1300 })).toEqual([
    '1,200 of the 2,500 deals here would be removed.',
  ]);
});

describe('missing columns', () => {
  it('are a reason when the last import had them', () => {
    expect(messages({ columns: without('stage', 'owner', 'expected_arr') })).toEqual([
      'The file lacks the columns Stage, Expected ARR and Owner, which the last import had.',
    ]);
    expect(messages({ columns: without('stage') })).toEqual([
      'The file has no column Stage, which the last import had.',
    ]);
  });

  it('may be meant by headers that are no known column', () => {
    const facts = { columns: without('stage'), unknown: ['Phase', 'Money'] };
    expect(messages(facts)[0]).toContain('had. It has "Phase" and "Money", which are no known columns.');
    expect(messages({ ...facts, unknown: ['Phase'] })[0]).toContain(
      'It has "Phase", which is no known column.',
    );
    const many = Array.from({ length: 12 }, (_, at) => `Column ${at}`);
    expect(messages({ ...facts, unknown: many })[0]).toContain('"Column 9" and 2 more, which are');
    expect(messages({ unknown: many })).toEqual([]);
  });

  it('are no reason when the sheet is merged into deals that have them', () => {
    expect(codes({ mode: 'merge', columns: without('stage') })).toEqual([]);
    expect(codes({ mode: 'merge', live: 0, columns: without('stage'), lastColumns: null })).toEqual([
      'column_missing',
    ]);
  });

  it('are no reason when the last import lacked them too', () => {
    expect(codes({ columns: without('stage'), lastColumns: without('stage') })).toEqual([]);
  });

  it.each<[string, DealField[], string | null]>([
    ['Stage', ['stage'], 'The file has no column Stage.'],
    ['one date', ['poa_date'], null],
    ['every date', ['discovery_date', 'poa_date', 'billing_start'], 'The file has no column with dates.'],
    [
      'every amount and Stage',
      ['expected_mrr', 'expected_arr', 'pipeline', 'stage'],
      'The file has no column Stage and no column with amounts.',
    ],
  ])('are judged by themselves at a first import: %s', (_, missing, message) => {
    const first = { live: 0, lastColumns: null, columns: without(...missing) };
    expect(messages(first)).toEqual(message === null ? [] : [message]);
  });
});

describe('quotes', () => {
  it('that do not close are a reason that names the first', () => {
    expect(messages({ findings: [quote(11, 'client')] })).toEqual([
      'A quote in row 11, column Client never closes.',
    ]);
    expect(messages({ findings: [quote(11, 'client'), quote(12, null)] })).toEqual([
      '2 quotes never close, the first in row 11, column Client.',
    ]);
    expect(messages({ findings: [quote(2, null)] })).toEqual(['A quote in row 2 never closes.']);
  });

  it('around what may be rows are one too', () => {
    const rows = quote(2, 'supporters', 'quoted_rows');
    expect(messages({ findings: [rows] })).toEqual([
      'The quoted cell in row 2, column Supporters goes over several lines and looks as if it holds rows of the sheet.',
    ]);
    expect(messages({ findings: [rows, rows] })[0]).toContain('2 quoted cells');
  });

  it('are the only findings that are a reason', () => {
    expect(
      codes({ findings: [quote(3, 'stage', 'unknown_value'), quote(4, 'client', 'no_client')] }),
    ).toEqual([]);
  });
});

describe('what the deals are worth', () => {
  const money = (openPipe: number, closedArr: number, live = 58) =>
    reasonsToHold({
      ...FACTS,
      live,
      money: { before: { openPipe: 1_000, closedArr: 500.5 }, after: { openPipe, closedArr } },
    });

  it('is a reason when it changes by more than the limit, up or down', () => {
    expect(money(1_300, 350.35)).toEqual([]);
    expect(money(1_300.01, 500.5).map(({ message }) => message)).toEqual([
      'The open pipe would go from $1,000 to $1,300 (+30%).',
    ]);
    expect(money(1_000, 0.5)).toMatchObject([
      {
        code: 'closed_arr_changed',
        before: 500.5,
        after: 0.5,
        message: 'The ARR of all closed deals would go from $501 to $1 (-99.9%).',
      },
    ]);
    expect(money(1, 1, 0)).toEqual([]);
  });

  it.each([
    ['all of it', 0, 'from €264,132 to €0 (-100%)'],
    ['almost all of it', 5, 'from €264,132 to €5 (-99.9%)'],
    ['more than it was', -264_132, 'from €264,132 to -€264,132 (-200%)'],
  ])('is said in the currency of the installation where it loses %s', (_, openPipe, words) => {
    const before = { openPipe: 264_132, closedArr: 0 };
    expect(messages({ currency: 'EUR', money: { before, after: { ...before, openPipe } } })).toEqual([
      `The open pipe would go ${words}.`,
    ]);
  });

  it('is no reason where there was nothing', () => {
    const nothing = { openPipe: 0, closedArr: 0 };
    const some = { openPipe: 5, closedArr: 7 };
    expect(codes({ money: { before: nothing, after: some } })).toEqual([]);
    expect(codes({ money: { before: some, after: nothing } })).toEqual([
      'open_pipe_changed',
      'closed_arr_changed',
    ]);
  });
});

describe('cells that cannot be read', () => {
  it('are a reason when they are more than the limit', () => {
    const some = (count: number) => ({ count, of: 30 });
    expect(codes({ unreadable: { dates: some(3), amounts: some(3) } })).toEqual([]);
    expect(messages({ unreadable: { dates: some(4), amounts: some(30) } })).toEqual([
      '4 of the 30 dates in the file cannot be read and would be left empty.',
      '30 of the 30 amounts in the file cannot be read and would be left empty.',
    ]);
  });
});

describe('stages that are not known', () => {
  const stages = (...counts: number[]) => ({
    count: counts.reduce((sum, count) => sum + count, 0),
    stages: counts.map((count, at) => ({ stage: `Step ${at}`, count })),
  });

  it('are a reason when a sheet of some length has no other, at a first import too', () => {
    const first = { live: 0, continued: 0, lastColumns: null };
    expect(codes({ ...first, stages: stages(18, 1) })).toEqual([]);
    expect(messages({ ...first, stages: stages(19, 1) })).toEqual([
      'None of the stages in the file is known here: "Step 0" (19 rows) and "Step 1" (1 row). The deals would count as open, won or lost nowhere.',
    ]);
  });

  it('are named, the first ten of them', () => {
    const [reason] = reasonsToHold({ ...FACTS, stages: stages(...Array.from({ length: 12 }, () => 2)) });
    expect(reason?.stages).toHaveLength(10);
    expect(reason?.message).toContain('"Step 9" (2 rows) and others (4 rows). The');
  });
});

it('asks about date columns that are read the other way round', () => {
  const turned = { ...quote(1, 'poa_date', 'date_order_turned'), row: null };
  expect(messages({ findings: [turned, { ...turned, column: 'billing_start' }] })).toEqual([
    'The dates of POA date and Billing start would be read with day and month the other way round than at the last import.',
  ]);
});

it('asks about dates that are those of before with day and month swapped, of each column once', () => {
  const swapped = [
    { column: 'discovery_date', count: 1098, of: 1120 },
    { column: 'poa_date', count: 3, of: 4 },
  ] as const;
  expect(messages({ swapped })).toEqual([
    'In Discovery date, 1,098 of 1,120 dates are those of before with day and month swapped: say which is first.',
    'In POA date, 3 of 4 dates are those of before with day and month swapped: say which is first.',
  ]);
  const turned = { ...quote(1, 'poa_date', 'date_order_turned'), row: null };
  expect(
    reasonsToHold({ ...FACTS, swapped, findings: [turned] }).map(({ code, columns, count }) => [
      code,
      columns,
      count,
    ]),
  ).toEqual([
    ['column_turned', ['poa_date'], null],
    ['column_turned', ['discovery_date'], 1098],
  ]);
});

it('goes by the limits that it is given', () => {
  const limits = { removed_share: 0, value_change_share: 1, unreadable_share: 1 };
  expect(codes({ removed: 1, limits })).toEqual(['removes_deals']);
  expect(codes({ live: 10, removed: 3, limits: { ...limits, removed_share: 0.3 } })).toEqual([]);
});

const facts = fc.record({
  live: fc.nat(500),
  removed: fc.nat(500),
  columns: fc.subarray([...DEAL_FIELDS]),
  lastColumns: fc.option(fc.subarray([...DEAL_FIELDS])),
  findings: fc.array(
    fc.constantFrom(quote(2, 'client'), quote(3, null, 'quoted_rows'), quote(4, 'owner', 'no_client')),
  ),
});

it('gives each reason exactly when it holds, and once', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const removed = Math.min(given.removed, given.live);
      const all = { ...given, removed, continued: given.live - removed };
      const held = codes(all);
      expect(held.includes('removes_deals')).toBe(removed * 5 > given.live);
      expect(held.includes('no_deal_in_common')).toBe(given.live > 0 && removed === given.live);
      expect(held.includes('column_lost')).toBe(
        given.lastColumns?.some((field) => !given.columns.includes(field)) ?? false,
      );
      expect(held.includes('column_missing') && given.lastColumns !== null).toBe(false);
      expect(new Set(held).size).toBe(held.length);
    }),
  );
});

it('gives no reason for the sheet that was published last', () => {
  fc.assert(
    fc.property(facts, ({ live, columns }) => {
      expect(codes({ live, removed: 0, continued: live, columns, lastColumns: columns })).toEqual([]);
    }),
  );
});

it('keeps its reasons when more deals are removed', () => {
  fc.assert(
    fc.property(facts, fc.nat(500), (given, more) => {
      const base = { ...given, continued: 1 };
      const held = codes({ ...base, removed: given.removed + more });
      expect(held).toEqual(expect.arrayContaining(codes(base)));
    }),
  );
});
