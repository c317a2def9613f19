import fc from 'fast-check';
import { day } from '../../period/day.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { asking } from '../../testing/asking.js';
import { aDealWith, someDeals } from '../../testing/deals.js';
import { metricDefinitions } from '../catalogue/definitions.js';
import { metricsCounting } from './metrics-counting.js';
import { recordsBehind } from './records-behind.js';

it('names the metrics of a deal in legals', () => {
  const deal = aDealWith({
    stage: 'B Legals',
    show_noshow: 'Show',
    relevance: 'Relevant',
    pipeline: 100,
    discovery_date: day('2026-09-10'),
    poa_date: day('2026-11-30'),
    type_of_source: 'Inbound',
  });
  expect(metricsCounting(recordSetOf([deal]), 0, asking())).toEqual([
    'meetings.total',
    'meetings.inbound',
    'meetings.show',
    'meetings.relevant',
    'intros.attended',
    'poa.generated',
    'pipe.created',
    'pipe.created_weighted',
    'intros.relevant',
    'deals.open',
    'deals.active',
    'pipe.active',
    'pipe.active_weighted',
    'pipe.cumulative_weighted',
    'legals.count',
    'legals.value',
    'poa.upcoming',
    'poa.upcoming_value',
  ]);
});

it('agrees with the records behind each metric, whatever the filters', () => {
  const counted = metricDefinitions().filter(
    ({ date_field, unit }) => date_field !== null && unit !== 'ratio',
  );
  fc.assert(
    fc.property(someDeals(30), (deals) => {
      const set = recordSetOf(deals);
      const filtered = asking({ filters: { owner: ['nobody'] } });
      const lists = deals.map((_, position) => new Set(metricsCounting(set, position, filtered)));
      for (const { id } of counted.filter((metric) => !RATES.has(metric.id))) {
        const behind = new Set(recordsBehind(set, id, asking()));
        deals.forEach((_, position) => {
          expect(lists[position]?.has(id)).toBe(behind.has(position));
        });
      }
    }),
  );
});

it('refuses a position that is not there', () => {
  expect(() => metricsCounting(recordSetOf([]), 0, asking())).toThrow(RangeError);
});

/** An average in currency, which has the records of its denominator behind it. */
const RATES = new Set(['deals.average', 'revenue.remaining', 'revenue.gap']);
