import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import { CATALOGUE, type MetricId } from '../catalogue/catalogue.js';
import { windowOf } from '../model/window.js';

/**
 * The metrics that count the record at a position: those whose predicate and dates take it, whatever the filters.
 * Rates are left out: their parts are there.
 *
 * @returns ids, in the order of the catalogue
 * @throws RangeError when the set has no such position
 * @see docs/domain.md, section 5
 */
export function metricsCounting(set: RecordSet, position: number, question: Question): MetricId[] {
  const facts = set.classes[set.classOf[position] ?? -1];
  if (facts === undefined) throw new RangeError(`The set has ${set.size} records and none at ${position}.`);
  return CATALOGUE.filter((metric) => {
    if (metric.kind !== 'counted' && metric.kind !== 'distinct') return false;
    const { field, from, to } = windowOf(metric.window, question);
    const date = set.days[field][position] ?? Number.NaN;
    return date >= from && date <= to && metric.where(facts);
  }).map(({ id }) => id);
}
