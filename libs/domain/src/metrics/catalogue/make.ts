import type { CountedMetric, Predicate, RatioMetric } from '../model/metric.js';

/* Builders keep the id of an entry in its type, so that the compiler knows the ids of the catalogue. */

/** What {@link counted} fills in: by default a count without target or near misses. */
type Filled = 'kind' | 'unit' | 'amount' | 'target' | 'leftOut';

type CountedEntry<Id extends string> = { readonly id: Id } & Omit<CountedMetric, Filled | 'id'> &
  Partial<Pick<CountedMetric, 'amount' | 'target' | 'leftOut'>>;

/** A count, or a sum when the entry names an amount. */
export function counted<const Id extends string>(entry: CountedEntry<Id>): CountedMetric<Id> {
  const { amount = null, target = null, leftOut = [] } = entry;
  return { ...entry, kind: 'counted', unit: amount === null ? 'count' : 'money', amount, target, leftOut };
}

/** A count of the records that entered in the period and that a predicate picks. */
export function entered<const Id extends string>(
  id: Id,
  label: string,
  definition: string,
  where: Predicate,
  more: Partial<Pick<CountedMetric<Id>, 'target' | 'leftOut' | 'alsoCalled'>> = {},
): CountedMetric<Id> {
  const formula = 'Number of these deals.';
  return counted({ id, label, definition, formula, window: 'discovered', where, ...more });
}

/** A rate: one metric over another. */
export function ratio<const Id extends string, const Part extends string>(
  entry: { readonly id: Id; readonly numerator: Part; readonly denominator: Part } & Omit<
    RatioMetric,
    'kind' | 'unit' | 'id' | 'numerator' | 'denominator'
  > & { unit?: RatioMetric['unit'] },
): RatioMetric<Id, Part> {
  return { unit: 'ratio', ...entry, kind: 'ratio' };
}
