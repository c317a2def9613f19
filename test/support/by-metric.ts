import type { ByMetric, MetricId } from '@app/contracts';

/** What an answer holds by metric, as pairs of id and value. */
export const pairsOf = <Value>(values: ByMetric<Value>): [MetricId, Value][] =>
  Object.entries(values) as [MetricId, Value][];
