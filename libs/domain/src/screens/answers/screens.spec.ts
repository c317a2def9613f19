import { day, isoDay } from '../../period/day.js';
import { period } from '../../period/period.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { resolveMasterTargets, resolveTargets } from '../../targets/resolve.js';
import { asking, screenAsking } from '../../testing/asking.js';
import { numbersOf } from '../../testing/screen-of.js';
import { SCREEN_TABS } from '../tabs.js';
import type { ScreenQuestion } from './screen.js';
import { aDealWith } from '../../testing/deals.js';
import { explain } from '../../metrics/explain/explain.js';
import { recordAmounts, shownNames } from '../../metrics/records/record-amounts.js';
import { wholeOf } from '../../metrics/engine/slices.js';
import { selectRecords, sortRecords } from '../../metrics/records/select-records.js';
import type { SortField } from '../../metrics/model/sort.js';
import type { NumberId } from '../../metrics/catalogue/number-ids.js';

const SEPTEMBER = day('2026-09-10');
const NOVEMBER = day('2026-11-05');
const AS_OF = day('2026-11-22');

const closed = (fields: Parameters<typeof aDealWith>[0]) =>
  aDealWith({ stage: 'A Closed', expected_arr: 1000, billing_start: SEPTEMBER, ...fields });
const deals = [
  closed({}),
  closed({ billing_start: NOVEMBER, expected_arr: 500.5 }),
  closed({ expected_arr: null, pipeline: 40 }),
  closed({ billing_start: null }),
  aDealWith({ stage: 'F Inbox', discovery_date: SEPTEMBER, pipeline: 300 }),
  aDealWith({ stage: 'D POA Booked', discovery_date: NOVEMBER, pipeline: 200 }),
  aDealWith({ stage: 'B Legals', expected_arr: 7.1 }),
  aDealWith({ stage: 'C Proposal sent', expected_arr: 0.2 }),
];
const sets = [recordSetOf(deals)];
const targets = resolveTargets({
  revenue_2026: { sep: 1200, nov: 3000, dec: 3100 },
  intro_poa: { poa: 4 },
  dashboard_bottom_cards: { ytd_aggregate_pipeline: 900 },
});

describe('a screen of today', () => {
  it.each(SCREEN_TABS.filter((tab) => 'isOfToday' in tab))(
    'is as it is whatever the period and the comparison: $name',
    ({ name }) => {
      const shown = (changes: Partial<ScreenQuestion>) => {
        // On no block of the page: the months and days of the period, and the comparison itself.
        const {
          months: _,
          trend: ___,
          comparison: __,
          ...numbers
        } = numbersOf(name, sets, screenAsking(changes), targets);
        return numbers;
      };
      const early = { period: period(day('2025-01-01'), day('2025-01-31')) };
      expect(shown({ ...early, against: 'last_year' })).toEqual(shown({}));
    },
  );
});

describe('explain', () => {
  it('shows a sum by stage, its records, and what was left out and why', () => {
    const { formula, records_total, left_out, value } = explain(sets, 'deals.arr', asking(), targets);
    expect(formula).toEqual({
      operator: 'sum',
      terms: [{ label: 'A Closed', value: 1500.5, unit: 'money', metric: null }],
    });
    expect([value.value, records_total]).toEqual([1500.5, 2]);
    expect(left_out).toEqual([
      { reason: 'closed deal without ARR', count: 1, value: 40, pipe: 40 },
      { reason: 'closed deal with ARR but no billing start', count: 1, value: 1000, pipe: 0 },
    ]);
  });

  it('shows a rate by its parts', () => {
    const { formula, records_total, notes } = explain(sets, 'conversion.poa_to_close', asking(), targets);
    expect(formula.operator).toBe('ratio');
    expect(formula.terms.map(({ metric, value }) => [metric, value])).toEqual([
      ['deals.closed', 2],
      ['poa.generated', 1],
    ]);
    expect(records_total).toBe(1);
    expect(notes).toEqual([
      { kind: 'two_cohorts', deals: null, pipe: null },
      { kind: 'small', deals: 1, pipe: null },
    ]);
  });

  it('shows what remains as a difference and the target by its months', () => {
    const remaining = explain(sets, 'revenue.remaining', asking(), targets);
    expect(remaining.formula.operator).toBe('difference');
    expect(remaining.formula.terms.map(({ value }) => value)).toEqual([7300, 1500.5]);
    expect(remaining.value.value).toBe(5799.5);
    const expected = explain(sets, 'revenue.expected', asking(), targets);
    expect(expected.formula.terms.map(({ label, value }) => [label, value])).toEqual([
      ['2026-09', 1200],
      ['2026-11', 2200],
    ]);
    expect([expected.value.value, expected.records_total]).toEqual([3400, 0]);
  });

  it.each([
    ['deals.arr', { from: day('2026-07-01'), to: day('2026-12-31') }],
    ['revenue.ytd', { from: day('2026-01-01'), to: AS_OF }],
    ['revenue.remaining', { from: day('2026-01-01'), to: AS_OF }],
    ['revenue.target', { from: day('2026-01-01'), to: day('2026-12-31') }],
    ['poa.upcoming', { from: AS_OF + 1, to: null }],
    ['deals.active', { from: null, to: null }],
  ] as const)('says which days %s looks at', (id, dates) => {
    expect(explain(sets, id, asking(), targets).dates).toEqual(dates);
  });

  it.each([
    ['year', '2026-01-01', '2026-12-31'],
    ['half', '2026-07-01', '2026-12-31'],
  ] as const)('what is expected of a %s ends today', (revenueSpan, from, to) => {
    const datesAt = (asOf: string, id: NumberId = 'revenue.expected') =>
      explain(sets, id, asking({ revenueSpan, asOf: day(asOf) }), targets).dates;
    expect(datesAt('2026-11-22')).toEqual({ from: day(from), to: AS_OF });
    expect(datesAt(from)).toEqual({ from: day(from), to: day(from) });
    expect(datesAt(to)).toEqual({ from: day(from), to: day(to) });
    expect(datesAt('2026-11-22', 'revenue.target')).toEqual({ from: day(from), to: day(to) });
  });

  it('says how many deals a weighted number counts with weight 0', () => {
    const { of_these } = explain(sets, 'pipe.created_weighted', asking(), targets);
    expect(of_these).toContainEqual({ reason: 'weighs nothing', count: 1, value: 300, pipe: 300 });
  });

  it.each([
    ['poa.generated', { key: 'poa', origin: 'intro_poa.poa', base: 4, months: 6 }],
    [
      'pipe.active',
      {
        key: 'ytd_aggregate_pipeline',
        origin: 'dashboard_bottom_cards.ytd_aggregate_pipeline',
        base: 900,
        months: null,
      },
    ],
    ['revenue.ytd', { key: 'revenue', origin: 'revenue_2026', base: 7300, months: null }],
    ['meetings.total', null],
    ['relevance.rate', null],
  ] as const)('names the origin of the target of %s', (id, origin) => {
    expect(explain(sets, id, asking(), targets).target_origin).toEqual(origin);
  });

  it('names the sum of views on a master, and no target under a filter', () => {
    const master = resolveMasterTargets({}, [targets, targets]);
    expect(explain(sets, 'revenue.ytd', asking(), master).target_origin).toMatchObject({
      origin: 'sum of views',
      base: 14_600,
    });
    const filtered = asking({ filters: { owner: [''] } });
    expect(explain(sets, 'revenue.ytd', filtered, master).target_origin).toBeNull();
    expect(explain(sets, 'revenue.target', filtered, master).formula.terms).toEqual([]);
  });
});

describe('dashboard', () => {
  const shown = numbersOf('dashboard', sets, screenAsking(), targets);

  it('follows revenue month by month, also where a month has no target', () => {
    const rows = shown.revenue_by_month.map((row) => [
      row.month,
      row.closed,
      row.target,
      row.cumulative_target,
    ]);
    expect(rows).toEqual([
      ['2026-07', 0, null, null],
      ['2026-08', 0, null, null],
      ['2026-09', 1000, 1200, 1200],
      ['2026-10', 0, null, 1200],
      ['2026-11', 500.5, 3000, 4200],
      ['2026-12', 0, 3100, 7300],
    ]);
    expect(shown.revenue_by_month.map((row) => row.cumulative_closed)).toEqual([
      0, 0, 1000, 1000, 1500.5, 1500.5,
    ]);
    expect(shown.revenue_by_month.map((row) => row.created)).toEqual([0, 0, 300, 0, 200, 0]);
    expect(shown.revenue_by_month.map((row) => row.created_weighted)).toEqual([0, 0, 0, 0, 100, 0]);
  });

  it('cuts the months at the ends of the period', () => {
    const question = screenAsking({ period: period(day('2026-11-16'), day('2026-12-10')) });
    const { revenue_by_month, half } = numbersOf('dashboard', sets, question, targets);
    expect(revenue_by_month.map(({ closed: arr, target }) => [arr, target])).toEqual([
      [0, 1500],
      [0, 1000],
    ]);
    expect(half.closed).toBe(1500.5);
  });

  it('shows where the half stands', () => {
    const { months, ...half } = shown.half;
    expect(months).toHaveLength(6);
    expect({ ...half, from: isoDay(half.from), to: isoDay(half.to) }).toEqual({
      from: '2026-07-01',
      to: '2026-12-31',
      label: 'H2 2026',
      target: 7300,
      revenue: {
        id: 'half.revenue',
        label: 'Revenue H2 2026 to date',
        unit: 'money',
        target_key: 'revenue',
        value: 1500.5,
        target: 7300,
        progress: 1500.5 / 7300,
        pace: 3400 / 7300,
        status: 'behind',
      },
      starts_later: 0,
      closed: 1500.5,
      remaining: 5799.5,
      expected: 3400,
      behind: 1899.5,
      needed_per_month: 5799.5 / (9 / 30 + 1),
    });
  });

  it('compares what bills up to today with the plan up to today, and shows what starts later beside it', () => {
    const early = screenAsking({ asOf: day('2026-11-04') });
    const { half, headline } = numbersOf('dashboard', sets, early, targets);
    expect(half).toMatchObject({
      revenue: { value: 1000, status: 'at_risk' },
      starts_later: 500.5,
      closed: 1500.5,
      expected: 1600,
      behind: 600,
      remaining: 6300,
    });
    expect(headline.starts_later).toBe(500.5);
  });

  it('adds to the headline what its numbers do not say', () => {
    expect([shown.records_count, shown.matching_count]).toEqual([8, 8]);
    expect(shown.headline).toEqual({
      needed_per_month: 5799.5 / (9 / 30 + 1),
      starts_later: 0,
      span_from: day('2026-01-01'),
      span_to: day('2026-12-31'),
      created_weightless: { deals: 1, pipe: 300 },
      active_weightless: { deals: 1, pipe: 300 },
      active_not_assessed: 3,
      legals_and_proposals: 7.3,
      months_without_target: 9,
    });
  });

  it('needs nothing more once the target is reached, and names no need when time is over', () => {
    const reached = numbersOf(
      'dashboard',
      sets,
      screenAsking(),
      resolveTargets({ revenue_2026: { dec: 10 } }),
    );
    expect([reached.headline.needed_per_month, reached.half.behind]).toEqual([0, 0]);
    const late = numbersOf('dashboard', sets, screenAsking({ asOf: day('2027-01-01') }), targets);
    expect(late.half.needed_per_month).toBeNull();
    expect(
      numbersOf('dashboard', sets, screenAsking({ asOf: day('2026-06-30') }), targets).half.expected,
    ).toBe(0);
  });

  it('shows no target under a filter', () => {
    const filtered = numbersOf(
      'dashboard',
      sets,
      screenAsking({ filters: { stage: ['A Closed'] } }),
      targets,
    );
    expect([filtered.records_count, filtered.matching_count]).toEqual([8, 4]);
    expect(filtered.half).toMatchObject({
      target: null,
      remaining: null,
      expected: null,
      behind: null,
      closed: 1500.5,
    });
    expect(filtered.revenue_by_month.every(({ target }) => target === null)).toBe(true);
  });
});

describe('the amounts of a record', () => {
  const question = asking();

  it('are its value, age, weight and weighted pipe', () => {
    expect(recordAmounts(sets[0] ?? recordSetOf([]), 5, question)).toEqual({
      value: 200,
      age: 17,
      weight: 0.5,
      weighted: 100,
      source_group: 'unassigned',
    });
  });

  it('are null where the record says nothing, and 0 where it weighs nothing', () => {
    const set = recordSetOf([aDealWith({}), aDealWith({ pipeline: -10, stage: 'Lost' })]);
    expect(recordAmounts(set, 0, question)).toMatchObject({ value: null, weighted: null, age: 0, weight: 0 });
    expect(recordAmounts(set, 1, question)).toMatchObject({ value: -10, weighted: 0 });
  });

  it('are refused for a position that the set does not have', () => {
    expect(() => recordAmounts(recordSetOf([]), 0, question)).toThrow(RangeError);
  });

  it('come with the name as it is shown in the whole dataset', () => {
    const [one, other] = [
      recordSetOf([aDealWith({ owner: 'INES' })]),
      recordSetOf([aDealWith({ owner: 'Inès' })]),
    ];
    const third = recordSetOf([aDealWith({ owner: 'Inès' }), aDealWith({})]);
    const nameOf = shownNames([one, other, third], 'owner');
    expect([nameOf(one, 0), nameOf(third, 1)]).toEqual(['Inès', null]);
  });
});

describe('selecting records', () => {
  const set = recordSetOf([
    aDealWith({ client: 'Globex', stage: 'B Legals', owner: 'Zoé', pipeline: 5, discovery_date: SEPTEMBER }),
    aDealWith({ client: 'Acmé Group', stage: 'F Inbox', expected_arr: 9, pipeline: 1 }),
    aDealWith({
      client: 'Hooli',
      stage: 'D POA Booked',
      owner: 'Inès',
      discovery_date: NOVEMBER,
      pipeline: 8,
    }),
  ]);
  const select = (by: SortField | null, descending = false, search = '') => [
    ...selectRecords(set, { filters: {}, search, sort: by && { by, descending } }, asking()),
  ];

  it('finds clients whatever the case and blanks', () => {
    expect(select(null, false, 'ACME g')).toEqual([1]);
    expect(select(null, false, ' ')).toEqual([0, 1, 2]);
  });

  it('filters whatever the dates', () => {
    expect([...selectRecords(set, { filters: { owner: [''] }, search: '', sort: null }, asking())]).toEqual([
      1,
    ]);
  });

  it.each<[SortField, number[], number[]]>([
    ['client', [1, 0, 2], [2, 0, 1]],
    ['stage', [1, 2, 0], [0, 2, 1]],
    ['owner', [2, 0, 1], [0, 2, 1]],
    ['discovery_date', [0, 2, 1], [2, 0, 1]],
    ['value', [0, 2, 1], [1, 2, 0]],
    ['age', [1, 2, 0], [0, 2, 1]],
    ['weight', [0, 1, 2], [2, 0, 1]],
    ['weighted', [0, 1, 2], [2, 0, 1]],
    ['source_group', [0, 1, 2], [0, 1, 2]],
  ])('sorts by %s, absent values last', (by, ascending, descending) => {
    expect(select(by)).toEqual(ascending);
    expect(select(by, true)).toEqual(descending);
  });

  it('makes one list of several views', () => {
    const other = recordSetOf([aDealWith({ client: 'Globe' })]);
    const positions = [Uint32Array.of(0, 2), Uint32Array.of(0)];
    const sort = { by: 'client', descending: false } as const;
    expect(wholeOf(sortRecords([set, other], positions, sort, asking()))).toEqual([
      { set: 1, position: 0 },
      { set: 0, position: 0 },
      { set: 0, position: 2 },
    ]);
    expect(wholeOf(sortRecords([set, other], positions, null, asking()))).toHaveLength(3);
  });
});
