import { UnknownMetricError } from '../model/errors.js';
import { FUNNEL } from './funnel.js';
import { MEETINGS } from './meetings.js';
import type { CountedMetric, Metric, Picked } from '../model/metric.js';
import { PIPE } from './pipe.js';
import { REVENUE } from './revenue.js';
import { STAGE_METRICS } from './stages.js';
import { UPSELL } from './upsell.js';

/**
 * Every number of the product: adding a metric is adding an entry.
 *
 * @see docs/domain.md, section 5
 */
export const CATALOGUE: readonly Metric[] = [
  ...MEETINGS,
  ...FUNNEL,
  ...UPSELL,
  ...PIPE,
  ...STAGE_METRICS,
  ...REVENUE,
];

/** Id of a metric of the catalogue. */
export type MetricId = string;

const BY_ID = new Map(CATALOGUE.map((metric) => [metric.id, metric]));

/** The metrics that one pass over the columns counts and sums. */
export const COUNTED = CATALOGUE.filter((metric) => metric.kind === 'counted');

/**
 * The metric of an id.
 *
 * @throws UnknownMetricError
 */
export function metricOf(id: string): Metric {
  const metric = BY_ID.get(id);
  if (metric === undefined) throw new UnknownMetricError(id);
  return metric;
}

/**
 * The counted metric of an id, such as a part of a rate.
 *
 * @throws UnknownMetricError also for a metric that is not counted
 */
export function countedOf(id: string): CountedMetric {
  const metric = metricOf(id);
  if (metric.kind !== 'counted') throw new UnknownMetricError(id);
  return metric;
}

/** The counted metric whose records stand behind revenue numbers. */
export const REVENUE_TO_DATE = 'revenue.ytd';

/** The counted metric that revenue of any days is: ARR of the closed deals by billing start. */
export const CLOSED_ARR = 'deals.arr';

/** The counted metrics that a metric is made of: itself, the parts of a rate, the revenue that a plan is about. */
export function partsOf(metric: Metric): readonly CountedMetric[] {
  switch (metric.kind) {
    case 'counted':
      return [metric];
    case 'ratio':
      return [countedOf(metric.numerator), countedOf(metric.denominator)];
    case 'plan':
      return [countedOf(REVENUE_TO_DATE)];
    case 'distinct':
      return [];
  }
}

/** Which records stand behind a metric; null for those without records. */
export function pickedBy(metric: Metric): Picked | null {
  switch (metric.kind) {
    case 'counted':
    case 'distinct':
      return metric;
    case 'ratio':
      return countedOf(metric.denominator);
    case 'plan':
      return metric.plan === 'remaining' || metric.plan === 'gap' ? countedOf(REVENUE_TO_DATE) : null;
  }
}
