import type { RecordSet } from '../record-set/record-set.js';
import type { TargetSet } from '../targets/target-set.js';
import type { Asked } from './asked.js';
import type { MetricValues } from './metric-value.js';

/**
 * The whole catalogue for a period, in one pass over the columns of each set.
 *
 * @param sets the view's records; of a master, those of each view it adds up
 * @param targets the view's targets, null without any
 * @returns every metric by id, with its target, progress, pace and status
 * @see docs/domain.md, sections 3 and 5
 */
export function metricValues(
  sets: readonly RecordSet[],
  asked: Asked,
  targets: TargetSet | null,
): MetricValues {
  throw new Error(`not computed: ${sets.length} ${asked.asOf} ${targets === null}`);
}
