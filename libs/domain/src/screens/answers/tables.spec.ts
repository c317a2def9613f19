import fc from 'fast-check';
import { dealPipeline, closingProjections } from '../../board/board.js';
import { ownerProjections } from '../../board/owner-projections.js';
import { day } from '../../period/day.js';
import { period } from '../../period/period.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { DEFAULT_BDR_GOALS } from '../../settings/bdr-goals.js';
import { asking, screenAsking } from '../../testing/asking.js';
import { numbersOf } from '../../testing/screen-of.js';
import { aDealWith, someDeals } from '../../testing/deals.js';
import { aPeriod } from '../../testing/periods.js';
import { breakdown } from '../../metrics/tables/breakdown.js';
import { metricDefinitions } from '../../metrics/catalogue/definitions.js';
import { DIMENSIONS } from '../../metrics/model/dimension.js';
import { NoBreakdownError } from '../../metrics/model/errors.js';
import { metricTable } from '../../metrics/tables/metric-table.js';
import { metricValues } from '../../metrics/values/metric-values.js';
import type { MetricId } from '../../metrics/catalogue/catalogue.js';
import type { MetricValue } from '../../metrics/values/metric-value.js';

const COLUMNS = metricDefinitions()
  .filter(({ breakdown: has }) => has)
  .map(({ id }) => id);
const ADDING = new Set(
  metricDefinitions()
    .filter(({ unit, id }) => unit !== 'ratio' && id !== 'deals.average')
    .map(({ id }) => id),
);

const cents = (value: number | null | undefined) => Math.round((value ?? 0) * 100);

describe('a table of the whole catalogue', () => {
  it('has the metric itself as total, rows that add up to it, and the cells of its breakdown', () => {
    fc.assert(
      fc.property(someDeals(), aPeriod(), fc.constantFrom(...DIMENSIONS), (deals, days, by) => {
        const sets = [recordSetOf(deals)];
        const question = asking({ period: days });
        const values = metricValues(sets, question, null);
        const { rows, totals } = metricTable(sets, { by, columns: COLUMNS }, question);
        COLUMNS.forEach((id, at) => {
          expect([id, totals[at]]).toEqual([id, values[id]?.value]);
          const sum = rows.reduce((all, row) => all + cents(row.values[at]), 0);
          if (ADDING.has(id)) expect([id, sum]).toEqual([id, cents(totals[at])]);
          const cells = new Map(
            rows.map(({ key, label, values: row }) => [key, { key, label, value: row[at] }]),
          );
          for (const row of breakdown(sets, id, by, question).rows) expect(cells.get(row.key)).toEqual(row);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('has the same rows in any order of the records, and of the views of a master', () => {
    fc.assert(
      fc.property(someDeals(), someDeals(), fc.constantFrom(...DIMENSIONS), (one, other, by) => {
        const table = (...parts: (typeof one)[]) =>
          metricTable(parts.map(recordSetOf), { by, columns: COLUMNS }, asking()).rows.map(
            ({ key, values }) => [key, ...values],
          );
        expect(table(other, one)).toEqual(table(one, other));
        expect(table([...one, ...other])).toEqual(table(one, other));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps months outside the period for what is open now, and undated deals last', () => {
    const sets = [
      recordSetOf([
        aDealWith({ stage: 'F Inbox', discovery_date: day('2025-03-01') }),
        aDealWith({ stage: 'F Inbox' }),
      ]),
    ];
    const question = asking({ period: period(day('2026-07-01'), day('2026-08-31')) });
    const { rows } = metricTable(sets, { by: 'month', columns: ['deals.open', 'meetings.total'] }, question);
    expect(rows.map(({ key, label, values }) => [key, label, ...values])).toEqual([
      ['2025-03', '2025-03', 1, 0],
      ['2026-07', '2026-07', 0, 0],
      ['2026-08', '2026-08', 0, 0],
      [null, 'unassigned', 1, 0],
    ]);
  });

  it('marks rates from one to four cases, not averages and not rates over nothing', () => {
    const times = (count: number, fields: Parameters<typeof aDealWith>[0]) =>
      Array.from({ length: count }, () => aDealWith({ discovery_date: day('2026-09-10'), ...fields }));
    const closed = { stage: 'A Closed', expected_arr: 9, billing_start: day('2026-09-10') };
    const sets = [
      recordSetOf([...times(4, { owner: 'Four' }), ...times(5, { owner: 'Five' }), ...times(1, closed)]),
    ];
    const columns = ['relevance.rate', 'conversion.intro_to_poa', 'deals.average'] as const;
    const { rows } = metricTable(sets, { by: 'owner', columns }, asking());
    expect(rows.map(({ label, small }) => [label, ...small])).toEqual([
      ['Five'],
      ['Four', 'relevance.rate'],
      ['unassigned', 'relevance.rate', 'conversion.intro_to_poa'],
    ]);
  });

  it('refuses what has no breakdown', () => {
    const table = (id: MetricId) => () => metricTable([], { by: 'owner', columns: [id] }, asking());
    expect(table('pipe.old_clients')).toThrow(NoBreakdownError);
    expect(table('revenue.gap')).toThrow(NoBreakdownError);
  });
});

describe('a screen', () => {
  it('shows in every table and card what the catalogue says', () => {
    fc.assert(
      fc.property(someDeals(), aPeriod(), (deals, days) => {
        const sets = [recordSetOf(deals)];
        const question = screenAsking({ period: days, against: 'previous', asOf: days.to });
        const values: Readonly<Record<string, MetricValue | undefined>> = metricValues(sets, question, null);
        const generated = numbersOf('meetings-generation', sets, question, null, DEFAULT_BDR_GOALS);
        const attended = numbersOf('meetings-attended', sets, question, null);
        const upsells = numbersOf('upsell-renew', sets, question, null);
        const pipeline = numbersOf('deals-pipeline', sets, question, null);
        const screens = [
          generated,
          attended,
          upsells,
          pipeline,
          numbersOf('dashboard', sets, question, null),
        ];
        for (const { metrics, months, comparison } of screens) {
          // A screen may compare with another target.
          for (const [id, { target_key: _, ...value }] of Object.entries(metrics))
            expect([id, values[id]]).toEqual([id, expect.objectContaining(value)]);
          for (const [id, { current }] of Object.entries(comparison?.values ?? {}))
            expect([id, current]).toEqual([id, values[id]?.value]);
          const { months: before, values: compared } = comparison ?? { months: null, values: {} };
          for (const [at, { id }] of (before?.columns ?? []).entries())
            expect([id, before?.totals[at]]).toEqual([id, compared[id as MetricId]?.previous]);
          expect(months.totals).toEqual(months.columns.map(({ id }) => values[id]?.value));
        }
        const tables = [
          generated.sources,
          generated.bdrs,
          attended.owners,
          upsells.partners,
          pipeline.owners,
        ];
        for (const { columns, totals } of tables)
          columns.forEach(({ metric }, at) => {
            if (metric !== null) expect([metric, totals[at]]).toEqual([metric, values[metric]?.value]);
          });
        const shares = generated.sources.rows.reduce((sum, row) => sum + (row.values[1] ?? 0), 0);
        if (deals.length > 0 && generated.sources.totals[1] !== null) expect(shares).toBeCloseTo(1, 12);
        const last = pipeline.cumulative.rows.at(-1)?.values[1];
        expect(last).toBe(values['pipe.cumulative_weighted']?.value);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a board', () => {
  it('adds up to the catalogue, and its AEs to the board', () => {
    fc.assert(
      fc.property(someDeals(), someDeals(), (one, other) => {
        const sets = [recordSetOf(one), recordSetOf(other)];
        const values = metricValues(sets, asking(), null);
        const legal = dealPipeline(sets, asking()).find(({ id }) => id === 'legal');
        expect(legal).toMatchObject({
          deals: values['legals.count']?.value,
          value: values['legals.value']?.value,
        });
        const board = closingProjections(sets, asking(), null);
        const { rows, totals } = ownerProjections(sets, asking());
        expect(totals).toEqual(board.flatMap(({ deals, value, projected }) => [deals, value, projected]));
        totals.forEach((total, at) => {
          expect(rows.reduce((sum, row) => sum + cents(row.values[at]), 0)).toBe(cents(total));
        });
      }),
      { numRuns: 60 },
    );
  });
});
