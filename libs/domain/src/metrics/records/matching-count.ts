import type { RecordSet } from '../../record-set/record-set.js';
import { filterOf } from '../engine/filter.js';
import type { Filters } from '../../filters/filters.js';

/**
 * How many records of some sets filters keep, whatever their dates.
 *
 * @see docs/domain.md, section 5
 */
export const matchingCount = (sets: readonly RecordSet[], filters: Filters): number =>
  sets.reduce((count, set) => count + matchingIn(set, filters), 0);

function matchingIn(set: RecordSet, filters: Filters): number {
  const keeps = filterOf(set, filters);
  if (!keeps) return set.size;
  let count = 0;
  for (let position = 0; position < set.size; position++) if (keeps(position)) count += 1;
  return count;
}
