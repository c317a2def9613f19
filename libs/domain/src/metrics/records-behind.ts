import type { RecordSet } from '../record-set/record-set.js';
import type { Asked } from './asked.js';

/**
 * The records a number is made of; of a rate, those of its denominator.
 *
 * @returns positions in the set, ascending
 * @throws UnknownMetricError
 * @see docs/domain.md, section 5
 */
export function recordsBehind(set: RecordSet, metricId: string, asked: Asked): Uint32Array {
  throw new Error(`not computed: ${set.size} ${metricId} ${asked.asOf}`);
}
