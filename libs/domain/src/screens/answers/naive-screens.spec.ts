import fc from 'fast-check';
import {
  byMonth,
  byPerson,
  bySource,
  bySteps,
  type Cells,
  monthsIn,
  NAIVE_COLUMNS,
  naiveColumn,
  naiveComparedDays,
  naiveSteps,
  ofRelevance,
  partnerStages,
} from '../../../../../test/support/naive-screens.js';
import { naiveMetrics, type NaiveQuestion } from '../../../../../test/support/naive-metrics.js';
import { boardColumn, closingProjections, dealPipeline } from '../../board/board.js';
import { ownerProjections } from '../../board/owner-projections.js';
import type { DealRow } from '../../deal/deal.js';
import { comparedDays } from '../../period/compared-days.js';
import { fold } from '../../normalise/fold.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { asking, screenAsking } from '../../testing/asking.js';
import { numbersOf } from '../../testing/screen-of.js';
import { someDeals } from '../../testing/deals.js';
import { aDay, aPeriod, aPreset } from '../../testing/periods.js';
import { comparison } from '../../metrics/values/comparison.js';
import type { MetricTable } from '../../metrics/tables/metric-table.js';
import { metricValues } from '../../metrics/values/metric-values.js';
import type { MetricId } from '../../metrics/catalogue/catalogue.js';
import type { MetricValue } from '../../metrics/values/metric-value.js';

/** How many datasets; `npm run soak` asks for more. */
const DATASETS = Number(process.env.NAIVE_DATASETS ?? 100);

const around2026 = () => fc.oneof(aPeriod(), aPreset());

/** A period with an as-of day anywhere, inside it or at its end. */
const aMoment = () =>
  fc.tuple(around2026(), aDay(), fc.nat(), fc.nat(3)).map(([period, anywhere, into, kind]) => {
    const inside = period.from + (into % (period.to - period.from + 1));
    return { period, asOf: kind === 0 ? anywhere : kind === 1 ? period.to : inside };
  });

/** A day within the weeks around another one; none stays none. */
const near = (day: number | null, middle: number) => day && middle - 60 + (Math.abs(day) % 200);

/** A dataset, a period and an as-of day, for the engine and for the naive implementation. */
const aQuestion = () =>
  fc.tuple(someDeals(120), aMoment()).map(([deals, { period, asOf }]) => ({
    deals,
    sets: [recordSetOf(deals)],
    question: screenAsking({ period, asOf }),
    naiveQuestion: { ...period, asOf, span: 'year' } satisfies NaiveQuestion,
  }));

/** Divided doubles may differ in the last digits; counts and sums are equal. */
const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(11)));
const cellsOf = ({ rows }: MetricTable) =>
  Object.fromEntries(rows.map(({ key, values }) => [String(key), values.map(rounded)]));
const plain = (cells: Cells) =>
  Object.fromEntries([...cells].map(([key, values]) => [String(key), values.map(rounded)]));

const AE: readonly MetricId[] = [
  'intros.attended',
  'intros.relevant',
  'poa.generated',
  'deals.closed',
  'deals.arr',
  'conversion.intro_to_poa',
  'conversion.poa_to_close',
];
const AE_PIPELINE = [
  'pipe.active',
  'pipe.active_weighted',
  'pipe.created',
  'pipe.created_weighted',
  'deals.open',
];
const PARTNERS = ['upsell.meetings', 'renewal.meetings', 'upsell.poa', 'upsell.arr'];
const GOALS = { default: 6, people: { 'ZOÉ ': 9.5, Remi: 0 } };

describe(`screens and a plain filter for each cell agree on ${DATASETS} generated datasets`, () => {
  it('in the tables by person', () => {
    fc.assert(
      fc.property(aQuestion(), ({ deals, sets, question, naiveQuestion }) => {
        const { owners } = numbersOf('meetings-attended', sets, question, null);
        expect(cellsOf(owners)).toEqual(plain(byPerson(deals, 'owner', AE, naiveQuestion)));
        const pipeline = numbersOf('deals-pipeline', sets, question, null).owners;
        expect(cellsOf(pipeline)).toEqual(plain(byPerson(deals, 'owner', AE_PIPELINE, naiveQuestion)));
      }),
      { numRuns: DATASETS },
    );
  });

  it('in goals of BDRs and in sources', () => {
    fc.assert(
      fc.property(aQuestion(), ({ deals, sets, question, naiveQuestion }) => {
        const { bdrs, sources } = numbersOf('meetings-generation', sets, question, null, GOALS);
        const ids = ['meetings.total', 'meetings.relevant', 'relevance.rate'];
        const cells = byPerson(deals, 'bdr', ids, naiveQuestion);
        const months = monthsIn(naiveQuestion);
        for (const [key, row] of cells) {
          const monthly = key === 'zoe' ? 9.5 : key === 'remi' ? 0 : 6;
          const goal = key === null ? null : monthly * months;
          row.push(goal, goal ? (row[0] ?? 0) / goal : null);
        }
        expect(cellsOf(bdrs)).toEqual(plain(cells));
        expect(cellsOf(sources)).toEqual(plain(bySource(deals, naiveQuestion)));
      }),
      { numRuns: DATASETS },
    );
  });

  it('in partners and the stages of their deals', () => {
    fc.assert(
      fc.property(aQuestion(), ({ deals, sets, question, naiveQuestion }) => {
        const { partners } = numbersOf('upsell-renew', sets, question, null);
        const stages = partnerStages(deals, naiveQuestion);
        const ids = partners.columns.slice(PARTNERS.length).map(({ id }) => id);
        expect(new Set(ids)).toEqual(new Set([...stages.values()].flatMap((row) => Object.keys(row))));
        const cells = byPerson(deals, 'bdr', PARTNERS, naiveQuestion);
        for (const [key, row] of cells) row.push(...ids.map((id) => stages.get(key)?.[id] ?? 0));
        expect(cellsOf(partners)).toEqual(plain(cells));
      }),
      { numRuns: DATASETS },
    );
  });

  it('month by month', () => {
    fc.assert(
      fc.property(aQuestion(), ({ deals, sets, question, naiveQuestion }) => {
        for (const screen of ['meetings-attended', 'upsell-renew', 'deals-pipeline'] as const) {
          const { months } = numbersOf(screen, sets, question);
          const ids = months.columns.map(({ id }) => id);
          expect(ids.length).toBeGreaterThan(3);
          expect(cellsOf(months)).toEqual(plain(byMonth(deals, ids, naiveQuestion)));
        }
      }),
      { numRuns: DATASETS / 2 },
    );
  });

  it('day by day and week by week, and the days before beside them', () => {
    const shortAsked = fc
      .tuple(someDeals(60), aDay(), fc.nat(110), fc.integer({ min: -10, max: 120 }))
      .map(([some, from, days, into]) => ({
        // A year's deals would hardly meet a week.
        deals: some.map((deal) => ({ ...deal, discovery_date: near(deal.discovery_date, from) })),
        period: { from, to: from + days },
        asOf: from + into,
      }));
    const against = fc.constantFrom('previous' as const, 'last_year' as const);
    fc.assert(
      fc.property(shortAsked, against, ({ deals, period, asOf }, what) => {
        const naiveQuestion = { ...period, asOf, span: 'year' } satisfies NaiveQuestion;
        const question = screenAsking({ period, asOf, against: what });
        const {
          months,
          trend,
          comparison: before,
          metrics,
        } = numbersOf('meetings-attended', [recordSetOf(deals)], question);
        const steps = naiveSteps(period);
        expect((trend?.steps ?? []).map(({ from, to }) => [from, to])).toEqual(steps);
        if (trend === null) return;
        const ids = trend.table.columns.map(({ id }) => id);
        expect(ids).toEqual(months.columns.map(({ id }) => id));
        const cells = (table: MetricTable) => table.rows.map(({ values }) => values.map(rounded));
        const plainCells = (all: (number | null)[][]) => all.map((values) => values.map(rounded));
        expect(cells(trend.table)).toEqual(plainCells(bySteps(deals, ids, naiveQuestion, steps)));
        expect(trend.table.totals.map(rounded)).toEqual(
          ids.map((id) => rounded(metrics[id as MetricId]?.value ?? null)),
        );
        // The whole of the earlier period, also where its own is under way.
        const over = asOf < period.to ? period.to + 1 : asOf;
        const days = naiveComparedDays({ ...naiveQuestion, asOf: over }, what);
        if (before === null || days === null) return;
        const shift = days.from - period.from;
        const beside = steps
          .map(([from, to]): [number, number] => [from + shift, Math.min(to + shift, days.to)])
          .filter(([from, to]) => from <= to);
        const compared = before.trend?.columns.map(({ id }) => id) ?? [];
        expect(before.trend && cells(before.trend)).toEqual(
          plainCells(bySteps(deals, compared, naiveQuestion, beside)),
        );
      }),
      { numRuns: DATASETS },
    );
  });

  it('under a relevance filter', () => {
    const wanted = fc.subarray(['Relevant', 'Question mark', 'Not relevant', 'other', ''], { minLength: 1 });
    fc.assert(
      fc.property(aQuestion(), wanted, ({ deals, sets, question, naiveQuestion }, relevance) => {
        const found: Readonly<Record<string, MetricValue | undefined>> = metricValues(
          sets,
          { ...question, filters: { relevance } },
          null,
        );
        const expected = naiveMetrics(ofRelevance(deals, relevance), naiveQuestion);
        const shown = Object.keys(expected).map((id) => [id, rounded(found[id]?.value ?? null)]);
        expect(shown).toEqual(Object.entries(expected).map(([id, value]) => [id, rounded(value)]));
      }),
      { numRuns: DATASETS },
    );
  });

  it('in what a period is compared with', () => {
    const against = fc.constantFrom('previous' as const, 'last_year' as const);
    fc.assert(
      fc.property(aQuestion(), against, ({ deals, sets, question, naiveQuestion }, what) => {
        const days = naiveComparedDays(naiveQuestion, what);
        const found = comparison(sets, AE, question, what);
        expect(found && { from: found.from, to: found.to, through: found.through }).toEqual(days);
        if (days === null) return;
        const current = naiveMetrics(deals, { ...naiveQuestion, to: days.through });
        const previous = naiveMetrics(deals, { ...naiveQuestion, from: days.from, to: days.to });
        for (const id of AE) {
          const [now, then] = [current[id] ?? null, previous[id] ?? null];
          const change = now === null || then === null ? null : now - then;
          const isRatio = id.startsWith('conversion.');
          const relative = change === null || then === 0 ? null : change / Math.abs(then ?? 0);
          expect([id, found?.values[id]?.current, found?.values[id]?.previous]).toEqual([id, now, then]);
          expect(rounded(found?.values[id]?.change ?? null)).toEqual(rounded(isRatio ? change : relative));
        }
      }),
      { numRuns: DATASETS },
    );
  });

  it('in the days a period is compared with, leap years among them', () => {
    fc.assert(
      fc.property(aMoment(), fc.constantFrom('previous', 'last_year'), ({ period, asOf }, what) => {
        const found = comparedDays(period, asOf, what);
        const days = naiveComparedDays({ ...period, asOf, span: 'year' }, what);
        expect(found && { from: found.from, to: found.to, through: found.through }).toEqual(days);
      }),
      { numRuns: DATASETS * 5 },
    );
  });

  it('on the boards, column by column, and by AE', () => {
    fc.assert(
      fc.property(someDeals(120), someDeals(40), (deals, others) => {
        const sets = [recordSetOf(deals), recordSetOf(others)];
        const board = [...dealPipeline(sets, asking()), ...closingProjections(sets, asking(), null)];
        expect(board.map(({ id }) => id)).toEqual(Object.keys(NAIVE_COLUMNS));
        const all = [...deals, ...others];
        const placeOf = ({ set, position }: { set: number; position: number }) =>
          set === 0 ? position : deals.length + position;
        for (const { id, cards, ...column } of board) {
          const { places, ...expected } = naiveColumn(all, NAIVE_COLUMNS[id]!);
          expect(boardColumn(sets, id, asking()).map(placeOf)).toEqual(places);
          expect(cards.map(({ deal }) => placeOf(deal))).toEqual(places.slice(0, 20));
          expect({ ...column, projected: column.projected ?? 0 }).toMatchObject(expected);
        }
        expectOwners(all, ownerProjections(sets, asking()));
      }),
      { numRuns: DATASETS },
    );
  });
});

function expectOwners(deals: readonly DealRow[], { rows, totals }: MetricTable): void {
  const columns = ['next_14_days', 'next_30_60_days', 'next_60_90_days'];
  const cells = (theirs: readonly DealRow[]) =>
    columns.flatMap((id) => {
      const { deals: count, value, projected } = naiveColumn(theirs, NAIVE_COLUMNS[id]!);
      return [count, value, projected];
    });
  expect(totals).toEqual(cells(deals));
  for (const { key, values } of rows)
    expect(values).toEqual(cells(deals.filter(({ owner }) => key === (owner === null ? null : fold(owner)))));
}
