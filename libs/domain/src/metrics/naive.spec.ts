import fc from 'fast-check';
import { naiveMetrics } from '../../../../test/support/naive-metrics.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { someDeals } from '../testing/deals.js';
import { aDay, aPeriod } from '../testing/periods.js';
import type { MetricValue } from './values/metric-value.js';
import { metricValues } from './values/metric-values.js';

/** Rates and averages divide and may differ in the last digits; counts and sums are equal. */
const isClose = (one: number | null, other: number | null) =>
  one === null || other === null
    ? one === other
    : Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(other));

type Values = Readonly<Record<string, MetricValue | undefined>>;

/** How many datasets; `npm run soak` asks for more. */
const DATASETS = Number(process.env.NAIVE_DATASETS ?? 100);

describe('the engine and a plain filter for each metric', () => {
  it(`agree on ${DATASETS} generated datasets`, () => {
    const span = fc.constantFrom('year' as const, 'half' as const);
    fc.assert(
      fc.property(someDeals(200), aPeriod(), aDay(), span, (deals, period, asOf, revenueSpan) => {
        const asked = asking({ period, asOf, revenueSpan });
        const found: Values = metricValues([recordSetOf(deals)], asked, null);
        const expected = naiveMetrics(deals, { ...period, asOf, span: revenueSpan });
        const wrong = Object.entries(expected).filter(
          ([id, value]) => !isClose(found[id]?.value ?? null, value),
        );
        expect(wrong.map(([id, value]) => ({ id, value, found: found[id]?.value }))).toEqual([]);
        expect(Object.keys(expected)).toHaveLength(Object.keys(found).length - 4); // all but the revenue plan
      }),
      { numRuns: DATASETS },
    );
  });
});
