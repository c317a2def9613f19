import type { TargetKey } from '../../targets/target-set.js';
import type { CountedMetric, NearMiss, Predicate, RatioMetric } from '../model/metric.js';

/** What an entry names beside what {@link counted} fills in: by default a count without target or near misses. */
type CountedEntry = Omit<CountedMetric, 'kind' | 'unit' | 'amount' | 'target' | 'leftOut'> &
  Partial<Pick<CountedMetric, 'amount' | 'target' | 'leftOut'>>;

/** A count, or a sum when the entry names an amount. */
export function counted(entry: CountedEntry): CountedMetric {
  const { amount = null, target = null, leftOut = [] } = entry;
  return { ...entry, kind: 'counted', unit: amount === null ? 'count' : 'money', amount, target, leftOut };
}

/** A count of the records that entered in the period and that a predicate picks. */
export function entered(
  id: string,
  label: string,
  definition: string,
  where: Predicate,
  more: { target?: TargetKey; leftOut?: readonly NearMiss[] } = {},
): CountedMetric {
  const formula = 'Number of these deals.';
  return counted({ id, label, definition, formula, window: 'discovered', where, ...more });
}

/** A rate: one metric over another. */
export function ratio(
  entry: Omit<RatioMetric, 'kind' | 'unit'> & { unit?: RatioMetric['unit'] },
): RatioMetric {
  return { unit: 'ratio', ...entry, kind: 'ratio' };
}
