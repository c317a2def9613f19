import fc from 'fast-check';
import type { DealRow } from '../deal/deal.js';
import { sourceGroup } from '../normalise/categories.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { aDealWith, someDeals } from '../testing/deals.js';
import { metricDefinitions } from './catalogue/definitions.js';
import { DIMENSIONS } from './model/dimension.js';
import { FILTER_FIELDS, type FilterField, type Filters } from '../filters/filters.js';
import { filteredDeals } from './records/filtered-deals.js';
import { recordsBehind } from './records/records-behind.js';
import { selectRecords } from './records/select-records.js';
import { breakdown } from './tables/breakdown.js';
import { filterValues } from './tables/filter-values.js';
import { metricValues } from './values/metric-values.js';

const VALUES: Readonly<Record<FilterField, readonly string[]>> = {
  owner: ['', 'rémi', 'ZOE', 'Inès', 'nobody here'],
  bdr: ['', 'Remi', 'Marcus Aurelius'],
  product: ['', 'audit', 'growthplan'],
  stage: ['', 'A Closed', 'Closed Won', 'C Proposal sent', 'Legals', 'other', 'Some stage'],
  type_of_deal: ['', 'up-sell', 'New Business', 'other'],
  relevance: ['', 'Relevant', 'Maybe', 'other'],
  source_group: ['', 'inbound', 'partner', 'unassigned', 'other'],
};

/** Up to three fields, each with some values. */
const someFilters = (): fc.Arbitrary<Filters> =>
  fc
    .uniqueArray(fc.constantFrom(...FILTER_FIELDS), { maxLength: 3 })
    .chain((fields) =>
      fc.record(
        Object.fromEntries(
          fields.map((field) => [field, fc.subarray([...VALUES[field]], { minLength: 1 })]),
        ) as Partial<Record<FilterField, fc.Arbitrary<string[]>>>,
      ),
    );

const seen = (deal: DealRow) => ({ ...deal, source_group: sourceGroup(deal.type_of_source) });
const listed = (filters: Filters) => ({ filters, search: '', sort: null });

describe('under any filters', () => {
  it('every number, breakdown and list is that of the deals they keep', () => {
    fc.assert(
      fc.property(someDeals(40), someFilters(), fc.constantFrom(...DIMENSIONS), (deals, filters, by) => {
        const [all, keeps] = [recordSetOf(deals), filteredDeals(filters)];
        const kept = recordSetOf(deals.filter((deal) => keeps(seen(deal))));
        const question = asking({ filters });
        expect(metricValues([all], question, null)).toEqual(metricValues([kept], asking(), null));

        expect(selectRecords(all, listed(filters), question)).toHaveLength(kept.size);
        for (const { id, breakdown: has } of metricDefinitions()) {
          expect(recordsBehind(all, id, question)).toHaveLength(recordsBehind(kept, id, asking()).length);
          if (!has) continue;
          const rowsOf = ({ rows, total }: ReturnType<typeof breakdown>) => [
            total,
            ...rows.map(({ key, value }) => [key, value]),
          ];
          expect(rowsOf(breakdown([all], id, by, question))).toEqual(
            rowsOf(breakdown([kept], id, by, asking())),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('several values of a field keep what each of them keeps', () => {
    fc.assert(
      fc.property(someDeals(), fc.constantFrom(...FILTER_FIELDS), (deals, field) => {
        const keptBy = (values: readonly string[]) =>
          deals.filter((deal) => filteredDeals({ [field]: values })(seen(deal)));
        const each = VALUES[field].map((value) => new Set(keptBy([value])));
        expect(keptBy(VALUES[field])).toEqual(deals.filter((deal) => each.some((kept) => kept.has(deal))));
      }),
    );
  });
});

describe('the values to filter by', () => {
  it('leave no deal out, and each keeps as many as it says', () => {
    fc.assert(
      fc.property(someDeals(40), someDeals(10), (one, other) => {
        const sets = [recordSetOf(one), recordSetOf(other)];
        for (const field of FILTER_FIELDS) {
          const values = filterValues(sets)[field];
          expect(values.reduce((sum, { deals }) => sum + deals, 0)).toBe(one.length + other.length);
          for (const { value, deals } of values) {
            const found = sets.map(
              (set) => selectRecords(set, listed({ [field]: [value] }), asking()).length,
            );
            expect([field, value, found.reduce((sum, count) => sum + count)]).toEqual([field, value, deals]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are people in their most frequent spelling, and stages in their order', () => {
    const deals = [
      aDealWith({ owner: 'Zoé', stage: 'C Proposal sent' }),
      aDealWith({ owner: 'REMI', stage: 'F Inbox' }),
      aDealWith({ owner: 'Rémi', stage: 'Some stage' }),
      aDealWith({ owner: 'Rémi' }),
      aDealWith({ stage: 'F Inbox' }),
    ];
    const { owner, stage } = filterValues([recordSetOf(deals)]);
    expect(owner).toEqual([
      { value: 'remi', label: 'Rémi', deals: 3 },
      { value: 'zoe', label: 'Zoé', deals: 1 },
      { value: '', label: 'unassigned', deals: 1 },
    ]);
    expect(stage.map(({ value, deals }) => [value, deals])).toEqual([
      ['F Inbox', 2],
      ['C Proposal sent', 1],
      ['other', 1],
      ['', 1],
    ]);
  });
});
