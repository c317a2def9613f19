import { UnknownMetricError } from '../model/errors.js';
import { FUNNEL } from './funnel.js';
import { MEETINGS } from './meetings.js';
import type { CountedMetric, Metric, Picked } from '../model/metric.js';
import { PIPE } from './pipe.js';
import { REVENUE } from './revenue.js';
import { STAGE_METRICS } from './stages.js';
import { UPSELL } from './upsell.js';

const ENTRIES = [...MEETINGS, ...FUNNEL, ...UPSELL, ...PIPE, ...STAGE_METRICS, ...REVENUE] as const;

/** Id of a metric of the catalogue, such as `poa.generated`. */
export type MetricId = (typeof ENTRIES)[number]['id'];

/** Something for some or all metrics, by their ids. */
export type ByMetric<Value> = Readonly<Partial<Record<MetricId, Value>>>;

/** Id of a metric that counts or sums records. */
export type CountedId = Extract<(typeof ENTRIES)[number], { kind: 'counted' }>['id'];

/** An entry of the catalogue; rates are made of other entries. */
export type CatalogueMetric = Metric<MetricId, CountedId>;

/** A count or a sum of the catalogue. */
export type CatalogueCount = CountedMetric<CountedId>;

/**
 * Every number of the product: adding a metric is adding an entry.
 *
 * @see docs/domain.md, section 5
 */
export const CATALOGUE: readonly CatalogueMetric[] = ENTRIES;

const BY_ID = new Map<string, CatalogueMetric>(CATALOGUE.map((metric) => [metric.id, metric]));

/** The metrics that one pass over the columns counts and sums. */
export const COUNTED: readonly CatalogueCount[] = ENTRIES.filter((metric) => metric.kind === 'counted');

/** Whether a text is the id of a metric. */
export const isMetricId = (text: string): text is MetricId => BY_ID.has(text);

/** The metric of an id. */
export function metricOf(id: MetricId): CatalogueMetric {
  const metric = BY_ID.get(id);
  if (metric === undefined) throw new UnknownMetricError(id);
  return metric;
}

/** The counted metric of an id, such as a part of a rate. */
export function countedOf(id: CountedId): CatalogueCount {
  const metric = metricOf(id);
  if (metric.kind !== 'counted') throw new UnknownMetricError(id);
  return metric;
}

/** The counted metric whose records stand behind revenue numbers. */
export const REVENUE_TO_DATE = 'revenue.ytd' satisfies CountedId;

/** The counted metric that revenue of any days is: ARR of the closed deals by billing start. */
export const CLOSED_ARR = 'deals.arr' satisfies CountedId;

/** The counted metrics that a metric is made of: itself, the parts of a rate, the revenue that a plan is about. */
export function partsOf(metric: CatalogueMetric): readonly CatalogueCount[] {
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
export function pickedBy(metric: CatalogueMetric): Picked | null {
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
