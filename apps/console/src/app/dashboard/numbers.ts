import type { ByMetric, MetricId, MetricValue } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';

/** The metrics of a screen, by id. */
export type Numbers = ByMetric<MetricValue>;

const UNKNOWN: ComparedNumber = { value: null, target: null, progress: null, pace: null, status: null };

/** A metric of the answer; a missing one is unknown, not zero. */
export function numberOf(numbers: Numbers, metric: MetricId): ComparedNumber {
  return numbers[metric] ?? UNKNOWN;
}
