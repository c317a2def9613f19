import fc from 'fast-check';
import type { DealRow } from '../../deal/deal.js';
import { day } from '../../period/day.js';
import type { DateField } from '../../record-set/record-set.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { asking } from '../../testing/asking.js';
import { aDealWith, someDeals } from '../../testing/deals.js';
import { entered } from '../../testing/half.js';
import { CATALOGUE, COUNTED, type MetricId, metricOf } from '../catalogue/catalogue.js';
import { dateFieldOf } from '../model/window.js';
import { missesOf } from './left-out.js';
import { recordsBehind } from '../records/records-behind.js';

/** What the deals are called that lack a date, and a day on which each metric by that date would count them. */
const UNDATED: Record<DateField, { reason: string; counts: number }> = {
  discovery_date: { reason: 'deals without a discovery date', counts: day('2026-09-10') },
  billing_start: { reason: 'closed deals with ARR but no billing start', counts: day('2026-09-10') },
  poa_date: { reason: 'deals without a POA date', counts: day('2026-12-10') },
};

const BY_DATE = COUNTED.filter(({ window }) => window !== 'any');

const leftOutOf = (deals: DealRow[], id: MetricId) =>
  missesOf([recordSetOf(deals)], metricOf(id), asking()).left_out;
const allOf = (deals: DealRow[], id: MetricId) => {
  const { left_out, of_these } = missesOf([recordSetOf(deals)], metricOf(id), asking());
  return [...left_out, ...of_these];
};
const countOf = (deals: DealRow[], id: MetricId, reason: string) =>
  leftOutOf(deals, id).find((left) => left.reason.replace(/\bdeal\b/, 'deals') === reason)?.count ?? 0;

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
  ] as const)(
    'of %s are, for one reason, those of its denominator: its records are behind it',
    (id, count) => {
      expect(allOf(deals, id).filter(({ reason }) => reason === UNDATED.discovery_date.reason)).toMatchObject(
        [{ count }],
      );
    },
  );

  it('of a rate are also those that only its numerator leaves out; they stand in its list', () => {
    const { left_out, of_these } = missesOf([recordSetOf(deals)], metricOf('attendance.rate'), asking());
    expect(left_out.map(({ reason, count }) => [reason, count])).toEqual([
      ['deals without a discovery date', 5],
    ]);
    expect(of_these.map(({ reason, count }) => [reason, count])).toEqual([['is a no-show', 1]]);
  });

  it('is never in the list: alone, a deal is in the list or left out, for every number', () => {
    fc.assert(
      fc.property(someDeals(), (several) => {
        for (const deal of several) {
          for (const metric of CATALOGUE) {
            const set = recordSetOf([deal]);
            const listed = recordsBehind(set, metric.id, asking()).length;
            const { left_out, of_these } = missesOf([set], metric, asking());
            const most = (misses: typeof left_out) => Math.max(0, ...misses.map(({ count }) => count));
            expect([metric.id, most(left_out)]).toEqual([metric.id, listed === 1 ? 0 : most(left_out)]);
            expect([metric.id, most(of_these)]).toEqual([metric.id, listed === 0 ? 0 : most(of_these)]);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('stays within what the list does not hold: of many deals too', () => {
    fc.assert(
      fc.property(someDeals(), (several) => {
        const set = recordSetOf(several);
        for (const metric of CATALOGUE) {
          const listed = recordsBehind(set, metric.id, asking()).length;
          const { left_out, of_these } = missesOf([set], metric, asking());
          for (const { count } of left_out) expect(count).toBeLessThanOrEqual(several.length - listed);
          for (const { count } of of_these) expect(count).toBeLessThanOrEqual(listed);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('says of weighted pipe how much of what is listed weighs nothing', () => {
    const weightless = entered({ stage: 'F Inbox', pipeline: 300, expected_arr: 120 });
    const weighing = entered({ stage: 'D POA Booked', pipeline: 100 });
    const found = (...some: DealRow[]) =>
      missesOf([recordSetOf(some)], metricOf('pipe.created_weighted'), asking());
    expect(found(weightless, weighing)).toEqual({
      left_out: [],
      of_these: [{ reason: 'weighs nothing', count: 1, value: 120, pipe: 300 }],
    });
    expect(found(weightless, weightless).of_these).toMatchObject([{ reason: 'weigh nothing', count: 2 }]);
  });
});
