import type { MetricValue } from '@app/contracts';

/** The metrics of a screen, by id. */
export type Numbers = Readonly<Record<string, MetricValue>>;

const UNKNOWN: MetricValue = { value: null, target: null, progress: null, pace: null, status: null };

/** A metric of the answer; a missing one is unknown, not zero. */
export function numberOf(numbers: Numbers, metric: string): MetricValue {
  return numbers[metric] ?? UNKNOWN;
}
