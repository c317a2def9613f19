import fc from 'fast-check';
import type { DealRow } from '../deal.js';
import { day } from '../period/day.js';
import type { DateField } from '../record-set/record-set.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { aDealWith, someDeals } from '../testing/deals.js';
import { entered } from '../testing/half.js';
import { COUNTED, metricOf } from './catalogue/catalogue.js';
import { dateFieldOf } from './engine/window.js';
import { leftOutOf } from './left-out.js';
import { recordsBehind } from './records-behind.js';

/** What the deals are called that lack a date, and a day on which each metric by that date would count them. */
const UNDATED: Record<DateField, { reason: string; counts: number }> = {
  discovery_date: { reason: 'deals without a discovery date', counts: day('2026-09-10') },
  billing_start: { reason: 'closed deals with ARR but no billing start', counts: day('2026-09-10') },
  poa_date: { reason: 'deals without a POA date', counts: day('2026-12-10') },
};

const BY_DATE = COUNTED.filter(({ window }) => window !== 'any');

const countOf = (deals: DealRow[], id: string, reason: string) =>
  leftOutOf([recordSetOf(deals)], metricOf(id), asking()).find((left) => left.reason === reason)?.count ?? 0;

describe('what is left out', () => {
  it('of whatever is counted by a date are the deals that lack it and would count with it', () => {
    expect(BY_DATE.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(someDeals(), (deals) => {
        for (const { id, window } of BY_DATE) {
          const field = dateFieldOf(window);
          const { reason, counts } = UNDATED[field];
          const dated = deals
            .filter((deal) => deal[field] === null)
            .map((deal) => ({ ...deal, [field]: counts }));
          const expected = recordsBehind(recordSetOf(dated), id, asking()).length;
          expect([id, countOf(deals, id, reason)]).toEqual([id, expected]);
        }
      }),
      { numRuns: 30 },
    );
  });

  const undated = (fields: Partial<DealRow> = {}) => aDealWith({ discovery_date: null, ...fields });
  const deals = [
    entered({ show_noshow: 'Noshow' }),
    undated(),
    undated({ relevance: 'Relevant', show_noshow: 'Show' }),
    undated({ stage: 'D POA Booked', show_noshow: 'Show' }),
    undated({ stage: 'C Proposal sent', show_noshow: 'Noshow' }),
    undated({ stage: 'B Legals', show_noshow: 'Noshow' }),
  ];

  it.each([
    ['attendance.rate', 5],
    ['relevance.rate', 5],
    ['conversion.intro_to_poa', 2],
    ['conversion.poa_to_close', 3],
  ])('of %s are, for one reason, those of its denominator: its records are behind it', (id, count) => {
    const found = leftOutOf([recordSetOf(deals)], metricOf(id), asking());
    expect(found.filter(({ reason }) => reason === UNDATED.discovery_date.reason)).toMatchObject([{ count }]);
  });

  it('of a rate are also those that only its numerator leaves out', () => {
    const reasons = leftOutOf([recordSetOf(deals)], metricOf('attendance.rate'), asking());
    expect(reasons.map(({ reason, count }) => [reason, count])).toEqual([
      ['no-shows', 1],
      ['deals without a discovery date', 5],
    ]);
  });
});
