import fc from 'fast-check';
import type { DealRow } from '../deal/deal.js';
import { SOURCE_GROUPS } from '../normalise/categories.js';
import { monthShares } from '../period/months-in-period.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { aDealWith, someDeals } from '../testing/deals.js';
import { aPeriod, split } from '../testing/periods.js';
import type { Question } from './model/question.js';
import { breakdown } from './tables/breakdown.js';
import { DIMENSIONS } from './model/dimension.js';
import { metricDefinitions } from './catalogue/definitions.js';
import { metricValues } from './values/metric-values.js';
import { recordsBehind } from './records/records-behind.js';
import { selectRecords } from './records/select-records.js';

const DEFINITIONS = metricDefinitions();
/** Counts and sums: what adds up. */
const ADDING = DEFINITIONS.filter(
  ({ breakdown: has, unit, id }) => has && unit !== 'ratio' && id !== 'deals.average',
);
/** Those that fall into the period, so that its parts add up to it. */
const IN_PERIOD = ADDING.filter(({ id }) =>
  /^(meetings|intros|renewal|upsell|poa\.generated|deals\.(closed|arr|mrr)|pipe\.created)/.test(id),
);

const cents = (value: number | null | undefined) => Math.round((value ?? 0) * 100);
const valuesOf = (deals: DealRow[], changes: Partial<Question> = {}) =>
  metricValues([recordSetOf(deals)], asking(changes), null);
const centsOf = (deals: DealRow[], changes: Partial<Question> = {}) => {
  const values = valuesOf(deals, changes);
  return Object.fromEntries(ADDING.map(({ id }) => [id, cents(values[id]?.value)]));
};
const added = (parts: Record<string, number>[]) =>
  Object.fromEntries(ADDING.map(({ id }) => [id, parts.reduce((sum, part) => sum + (part[id] ?? 0), 0)]));

describe('metrics add up', () => {
  it('source groups to the total', () => {
    fc.assert(
      fc.property(someDeals(), (deals) => {
        const values = valuesOf(deals);
        const sum = SOURCE_GROUPS.reduce(
          (count, group) => count + (values[`meetings.${group}`]?.value ?? 0),
          0,
        );
        expect(sum).toBe(values['meetings.total']?.value);
      }),
    );
  });

  it('parts of a period to the whole', () => {
    fc.assert(
      fc.property(someDeals(), aPeriod(), fc.nat(), (deals, whole, at) => {
        const parts = added(split(whole, at).map((part) => centsOf(deals, { period: part })));
        const expected = centsOf(deals, { period: whole });
        for (const { id } of IN_PERIOD) expect([id, parts[id]]).toEqual([id, expected[id]]);
      }),
    );
  });

  it('months of a year to the year', () => {
    fc.assert(
      fc.property(someDeals(), (deals) => {
        const { period } = asking();
        const months = added(monthShares(period).map(({ inside }) => centsOf(deals, { period: inside })));
        const expected = centsOf(deals);
        for (const { id } of IN_PERIOD) expect([id, months[id]]).toEqual([id, expected[id]]);
      }),
      { numRuns: 30 },
    );
  });

  it('rows of every breakdown to the metric itself', () => {
    fc.assert(
      fc.property(someDeals(), fc.constantFrom(...DIMENSIONS), (deals, by) => {
        const set = recordSetOf(deals);
        const values = valuesOf(deals);
        for (const { id } of ADDING) {
          const { rows, total } = breakdown([set], id, by, asking());
          const sum = rows.reduce((all, { value }) => all + cents(value), 0);
          expect([id, by, sum, total]).toEqual([id, by, cents(total), values[id]?.value]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('filters of a field to no filter', () => {
    const owners = ['', 'remi', 'zoe', 'ines', 'marcusaurelius'];
    fc.assert(
      fc.property(someDeals(), (deals) => {
        expect(added(owners.map((owner) => centsOf(deals, { filters: { owner: [owner] } })))).toEqual(
          centsOf(deals),
        );
        expect(
          added(SOURCE_GROUPS.map((group) => centsOf(deals, { filters: { source_group: [group] } }))),
        ).toEqual(centsOf(deals));
        const relevances = ['Relevant', 'Maybe', 'NOT relevant', 'other', ''];
        expect(
          added(relevances.map((relevance) => centsOf(deals, { filters: { relevance: [relevance] } }))),
        ).toEqual(centsOf(deals));
      }),
      { numRuns: 40 },
    );
  });

  it('a row to what its filter shows', () => {
    fc.assert(
      fc.property(
        someDeals(),
        fc.constantFrom('owner', 'stage', 'type_of_deal', 'product', 'source_group'),
        (deals, by) => {
          const { rows } = breakdown([recordSetOf(deals)], 'pipe.created', by, asking());
          for (const { key, value } of rows)
            expect(valuesOf(deals, { filters: { [by]: [key ?? ''] } })['pipe.created']?.value).toBe(value);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('views to their master', () => {
    fc.assert(
      fc.property(someDeals(), someDeals(), (one, other) => {
        const master = metricValues([recordSetOf(one), recordSetOf(other)], asking(), null);
        const found = Object.fromEntries(ADDING.map(({ id }) => [id, cents(master[id]?.value)]));
        expect(found).toEqual(added([centsOf(one), centsOf(other)]));
        expect(master).toEqual(valuesOf([...one, ...other]));
      }),
    );
  });
});

describe('metrics do not depend', () => {
  it('on the order of rows', () => {
    fc.assert(
      fc.property(someDeals(), fc.infiniteStream(fc.nat()), (deals, order) => {
        const keyed = deals.map((deal) => ({ deal, at: Number(order.next().value) }));
        const shuffled = keyed.sort((left, right) => left.at - right.at).map(({ deal }) => deal);
        expect(valuesOf(shuffled)).toEqual(valuesOf(deals));
      }),
    );
  });

  it('on the size of amounts: sums beyond 2^53 cents stay exact', () => {
    const stages = ['F Inbox', 'D POA Booked', 'C Proposal sent'];
    const greatest = 999_999_999_999.99;
    const deals = Array.from({ length: 3001 }, (_, at) => {
      const pipeline = at === 0 ? 0.01 : greatest;
      return aDealWith({ stage: stages[at % 3] ?? '', pipeline });
    });
    const set = recordSetOf(deals);
    const exact = 3000n * 99_999_999_999_999n + 1n;
    expect(set.isHuge).toBe(true);
    expect(metricValues([set], asking(), null)['pipe.active']?.value).toBe(Number(exact) / 100);
    const rows = breakdown([set], 'pipe.active', 'stage', asking()).rows.map(({ value }) => value);
    const thousand = Number(1000n * 99_999_999_999_999n) / 100;
    const withCent = Number(1000n * 99_999_999_999_999n + 1n) / 100;
    expect(rows).toEqual([thousand, thousand, withCent]);
  });
});

describe('records', () => {
  it('behind a count are as many as it says', () => {
    fc.assert(
      fc.property(someDeals(), (deals) => {
        const set = recordSetOf(deals);
        const values = valuesOf(deals);
        for (const { id, unit } of ADDING) {
          if (unit === 'count')
            expect([id, recordsBehind(set, id, asking()).length]).toEqual([id, values[id]?.value]);
        }
      }),
    );
  });

  it('are sorted with absent values last, ties by position, and none is lost', () => {
    fc.assert(
      fc.property(someDeals(), fc.boolean(), (deals, descending) => {
        const sort = { by: 'pipeline', descending } as const;
        const found = [...selectRecords(recordSetOf(deals), { filters: {}, search: '', sort }, asking())];
        const direction = descending ? -1 : 1;
        const absent = (at: number) => Number(deals[at]?.pipeline === null);
        const amount = (at: number) => deals[at]?.pipeline ?? 0;
        const expected = deals
          .map((_, at) => at)
          .sort((a, b) => absent(a) - absent(b) || direction * (amount(a) - amount(b)) || a - b);
        expect(found).toEqual(expected);
      }),
    );
  });
});
