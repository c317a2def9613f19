import fc from 'fast-check';
import { day } from '../../period/day.js';
import { halfOf, presetOf } from '../../period/presets.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { resolveTargets } from '../../targets/resolve.js';
import { asking, screenAsking } from '../../testing/asking.js';
import { numbersOf } from '../../testing/screen-of.js';
import { someDeals } from '../../testing/deals.js';
import { closed } from '../../testing/half.js';
import { aDay, aPeriod } from '../../testing/periods.js';
import type { Question } from '../model/question.js';
import { NoBreakdownError, UnknownMetricError } from '../model/errors.js';
import { breakdown } from '../tables/breakdown.js';
import { explain } from './explain.js';
import type { MetricExplanation } from './explanation.js';
import type { Formula } from './formula.js';
import { metricValues } from '../values/metric-values.js';
import { recordsBehind } from '../records/records-behind.js';
import { FIGURES, type NumberId, readNumberId } from '../catalogue/number-ids.js';

/* H2 2026 seen from 22 November 2026: small enough to check by hand. */
const deals = [
  closed({ billing_start: day('2026-03-01'), expected_arr: 700 }),
  closed({ billing_start: day('2026-07-10'), expected_arr: 1000 }),
  closed({ billing_start: day('2026-11-22'), expected_arr: 2000 }),
  closed({ billing_start: day('2026-11-28'), expected_arr: 300 }),
  closed({ billing_start: day('2026-12-31'), expected_arr: 400 }),
  closed({ billing_start: null, expected_arr: 50 }),
];
const sets = [recordSetOf(deals)];
const targets = resolveTargets({ revenue_2026: { jun: 600, jul: 1200, nov: 3000, dec: 3100 } });
const figure = (id: NumberId, changes: Partial<Question> = {}) => explain(sets, id, asking(changes), targets);
const linesOf = ({ terms }: Formula) =>
  terms.map(({ label, value, note, metric }) => [
    label,
    value,
    ...(note ? [note] : []),
    ...(metric ? [metric] : []),
  ]);

describe('a figure of the Dashboard', () => {
  it.each([
    ['half.revenue', 'Revenue H2 2026 to date', 3000],
    ['half.later', 'Starts later in H2 2026', 700],
    ['half.target', 'Revenue target H2 2026', 7300],
    ['half.expected', 'Plan H2 2026 to date', 3400],
    ['half.gap', 'Gap to the plan H2 2026 to date', 400],
    ['half.remaining', 'Remaining in H2 2026', 4300],
    ['half.needed', 'Needed a month in H2 2026', 4300 / (9 / 30 + 1)],
    ['revenue.needed', 'Needed a month in 2026', (7900 - 3700) / (9 / 30 + 1)],
    ['revenue.later', 'Starts later in 2026', 700],
    ['period.closed', 'Revenue H2 2026', 3700],
  ] as const)('%s is shown as %s: %d', (id, label, value) => {
    const { metric, value: found } = figure(id);
    expect([metric.id, metric.label, found.value]).toEqual([id, label, value]);
  });

  it.each([
    ['period.revenue', 'Revenue November 2026 to date'],
    ['period.target', 'Revenue target November 2026'],
    ['period.expected', 'Plan November 2026 to date'],
    ['period.remaining', 'Remaining in November 2026'],
    ['period.gap', 'Gap to the plan November 2026 to date'],
    ['period.later', 'Starts later in November 2026'],
  ] as const)('%s is shown as %s, and made of figures of the period', (id, label) => {
    const november = asking({ period: presetOf('month', day('2026-11-01')) });
    const { metric, formula } = explain(sets, id, november, targets);
    expect([metric.id, metric.label]).toEqual([id, label]);
    for (const term of formula.terms) expect(term.metric ?? 'period.').toMatch(/^period\./);
  });

  it('compares what bills up to today with the plan up to today', () => {
    expect(figure('half.revenue').value).toEqual({
      id: 'half.revenue',
      label: 'Revenue H2 2026 to date',
      unit: 'money',
      target_key: 'revenue',
      value: 3000,
      target: 7300,
      progress: 3000 / 7300,
      pace: 3400 / 7300,
      status: 'at_risk',
    });
    expect(figure('half.gap').formula).toEqual({
      operator: 'difference',
      terms: [
        {
          label: 'Plan to date',
          value: 3400,
          unit: 'money',
          metric: 'half.expected',
          of: figure('half.expected').formula,
        },
        { label: 'Revenue to date', value: 3000, unit: 'money', metric: 'half.revenue' },
      ],
    });
    expect(linesOf(figure('half.expected').formula)).toEqual([
      ['2026-07', 1200],
      ['2026-11', 2200, '22 of 30 days'],
    ]);
  });

  it('says which months are left of what is needed a month', () => {
    const [remaining, months] = figure('half.needed').formula.terms;
    expect(remaining).toMatchObject({ label: 'Remaining', value: 4300, metric: 'half.remaining' });
    expect(months).toMatchObject({ label: 'Months left', value: 9 / 30 + 1, unit: 'months' });
    expect(months?.of && linesOf(months.of)).toEqual([
      ['2026-11', 9 / 30, '9 of 30 days'],
      ['2026-12', 1],
    ]);
  });

  it('names the metrics of the catalogue where they say the same of the revenue span', () => {
    const [remaining] = figure('revenue.needed').formula.terms;
    expect(remaining?.metric).toBe('revenue.remaining');
    expect(remaining?.of && linesOf(remaining.of)).toEqual([
      ['Revenue target', 7900, 'revenue.target'],
      ['Revenue to date', 3700, 'revenue.ytd'],
    ]);
  });

  it('lists the records that are in it, and what was left out', () => {
    const { records_total, left_out, dates } = figure('half.gap');
    expect([records_total, dates]).toEqual([2, { from: day('2026-07-01'), to: day('2026-11-22') }]);
    expect(left_out).toMatchObject([{ reason: 'closed deal with ARR but no billing start', count: 1 }]);
    expect(figure('half.later')).toMatchObject({
      records_total: 2,
      dates: { from: day('2026-11-23'), to: day('2026-12-31') },
    });
    expect(figure('half.target')).toMatchObject({ records_total: 0, left_out: [] });
    expect(sets.map((set) => [...recordsBehind(set, 'half.later', asking())])).toEqual([[3, 4]]);
  });

  it('can be broken down where its records add up to it', () => {
    const { rows, total } = breakdown(sets, 'half.later', 'month', asking());
    expect(rows.map(({ key, value }) => [key, value])).toEqual([
      ['2026-11', 300],
      ['2026-12', 400],
    ]);
    expect(total).toBe(700);
    expect(figure('half.later').metric.breakdown).toBe(true);
    expect(figure('half.gap').metric.breakdown).toBe(false);
    expect(() => breakdown(sets, 'half.gap', 'month', asking())).toThrow(NoBreakdownError);
    const ahead = asking({ asOf: day('2026-06-30') });
    expect(breakdown(sets, 'half.revenue', 'owner', ahead)).toEqual({ rows: [], total: 0 });
  });

  it('is about the month of a bar when the period is one', () => {
    const { metric, value, formula } = figure('period.closed', {
      period: { from: day('2026-11-01'), to: day('2026-11-30') },
    });
    expect(metric.label).toBe('Revenue November 2026');
    expect(value).toMatchObject({ value: 2300, target: 3000, pace: null, status: null });
    expect(linesOf(formula)).toEqual([['2026-11', 2300]]);
  });

  it('says that a gap within 10 % of the plan to date counts as on track', () => {
    const planned = (nov: number) => resolveTargets({ revenue_2026: { nov } });
    const gap = (nov: number) => explain(sets, 'half.gap', asking(), planned(nov));
    // 22 of 30 days: 4,500 a month are 3,300 to date.
    expect(gap(4500).value.value).toBeCloseTo(300);
    expect(gap(4500).notes).toMatchObject([{ kind: 'counts_as_on_track' }]);
    expect(gap(6000).value.value).toBeCloseTo(1400);
    expect(gap(6000).notes).toEqual([]);
    expect(gap(3000)).toMatchObject({ value: { value: 0 }, notes: [] });
    const { notes } = explain(sets, 'revenue.gap', asking({ revenueSpan: 'half' }), planned(4500));
    expect(notes).toMatchObject([{ kind: 'counts_as_on_track' }]);
  });

  it('of a half that lies ahead has no revenue yet, and of one that is over nothing to come', () => {
    const ahead = (id: NumberId) => figure(id, { asOf: day('2026-06-30') });
    expect(ahead('half.revenue')).toMatchObject({
      value: { value: 0, pace: 0, status: null },
      records_total: 0,
    });
    expect(ahead('half.later').value.value).toBe(3700);
    expect(ahead('half.needed').value.value).toBe(7300 / 6);
    const over = (id: NumberId) => figure(id, { asOf: day('2027-01-10') });
    expect([over('half.revenue').value.value, over('half.later').value.value]).toEqual([3700, 0]);
    expect(over('half.needed')).toMatchObject({ value: { value: null }, formula: { terms: [] } });
    expect(over('half.later').records_total).toBe(0);
  });

  it('has no target under a record filter, and refuses a name it does not know', () => {
    const filtered = figure('half.gap', { filters: { owner: [''] } });
    expect(filtered).toMatchObject({ value: { value: null }, target_origin: null });
    expect(figure('half.target').target_origin).toMatchObject({ origin: 'revenue_2026', base: 7300 });
    expect(() => readNumberId('half.luck')).toThrow(UnknownMetricError);
  });
});

const evaluated = ({ operator, terms }: Formula): number | null => {
  const values = terms.map(({ value }) => value ?? Number.NaN);
  const [first = Number.NaN, second = Number.NaN] = values;
  if (operator === 'sum') return values.reduce((sum, value) => sum + value, 0);
  return operator === 'ratio' ? first / second : first - second;
};

/** Every formula of an explanation with the number it stands for, the nested ones too. */
const formulasOf = ({
  value,
  formula,
}: Pick<MetricExplanation, 'formula'> & { value: number | null }): [number | null, Formula][] => [
  [value, formula],
  ...formula.terms.flatMap((each) => (each.of ? formulasOf({ value: each.value, formula: each.of }) : [])),
];

const planned = (amount: number) =>
  resolveTargets({
    revenue_2025: { dec: amount },
    revenue_2026: { jan: 5, jul: amount, nov: 7000.5, dec: 10 },
  });

describe('figures add up', () => {
  const aQuestion = () =>
    fc
      .tuple(someDeals(), aPeriod(), aDay(), fc.integer({ min: 0, max: 900_000 }))
      .map(([some, period, asOf, amount]) => ({
        some: [recordSetOf(some)],
        question: asking({ period, asOf }),
        plan: planned(amount),
      }));

  it('line by line to the number, and the records to the revenue', () => {
    fc.assert(
      fc.property(aQuestion(), ({ some, question, plan }) => {
        for (const id of FIGURES) {
          const found = explain(some, id, question, plan);
          const { value } = found.value;
          const isFloored = id.endsWith('.gap') && value === 0;
          if (found.formula.operator === 'value' || value === null || isFloored) continue;
          for (const [number, formula] of formulasOf({ value, formula: found.formula }))
            expect([id, evaluated(formula)]).toEqual([id, expect.closeTo(number ?? 0, 3)]);
          const listed = some.reduce((sum, set) => sum + recordsBehind(set, id, question).length, 0);
          expect([id, found.records_total]).toEqual([id, listed]);
          if (found.metric.breakdown)
            expect([id, breakdown(some, id, 'owner', question).total]).toEqual([id, value]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('revenue to date and what starts later to what closed in the half', () => {
    fc.assert(
      fc.property(aQuestion(), ({ some, question, plan }) => {
        const { half } = numbersOf('dashboard', some, screenAsking(question), plan);
        expect((half.revenue.value ?? 0) + half.starts_later).toBeCloseTo(half.closed, 2);
        for (const [id, number] of [
          ['half.revenue', half.revenue.value],
          ['half.later', half.starts_later],
          ['half.target', half.target],
          ['half.expected', half.expected],
          ['half.gap', half.behind],
          ['half.remaining', half.remaining],
          ['half.needed', half.needed_per_month],
        ] as const)
          expect([id, explain(some, id, question, plan).value.value]).toEqual([id, number]);
      }),
      { numRuns: 60 },
    );
  });

  it('revenue of the period to what is shown of it', () => {
    fc.assert(
      fc.property(aQuestion(), ({ some, question, plan }) => {
        const { period_revenue: shown } = numbersOf('dashboard', some, screenAsking(question), plan);
        for (const [id, number] of [
          ['period.revenue', shown.revenue.value],
          ['period.target', shown.revenue.target],
          ['period.later', shown.starts_later],
          ['period.expected', shown.expected],
          ['period.gap', shown.behind],
        ] as const)
          expect([id, explain(some, id, question, plan).value.value]).toEqual([id, number]);
      }),
      { numRuns: 60 },
    );
  });

  it('the half says of itself what the catalogue says of a revenue span of half a year', () => {
    fc.assert(
      fc.property(aQuestion(), ({ some, question, plan }) => {
        const halves = { ...question, revenueSpan: 'half' as const, period: halfOf(question.asOf) };
        const metrics = metricValues(some, halves, plan);
        for (const [id, same] of [
          ['half.revenue', 'revenue.ytd'],
          ['half.target', 'revenue.target'],
          ['half.expected', 'revenue.expected'],
          ['half.remaining', 'revenue.remaining'],
          ['half.gap', 'revenue.gap'],
        ] as const) {
          const found = explain(some, id, halves, plan).value;
          // The half is named in its label.
          expect(found).toEqual({ ...metrics[same], id, label: found.label });
        }
      }),
      { numRuns: 60 },
    );
  });
});
