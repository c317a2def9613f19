import type { RecordSet } from '../../record-set/record-set.js';
import type { Asked } from '../asked.js';
import type { Picked } from '../catalogue/metric.js';
import { filterOf, type Keeps } from './filter.js';
import { pickedClasses } from './picks.js';
import { type Window, windowOf } from './window.js';

/** Positions of the records in a window that the filter keeps (null: all), ascending. */
export function positionsIn(set: RecordSet, { field, from, to }: Window, keeps: Keeps | null): Uint32Array {
  const days = set.days[field];
  const positions = new Uint32Array(set.size);
  let count = 0;
  for (let position = 0; position < set.size; position++) {
    const day = days[position] ?? 0;
    if (day < from || day > to || (keeps !== null && !keeps(position))) continue;
    positions[count++] = position;
  }
  return positions.subarray(0, count);
}

/** Positions of the records that are picked, under the filters of what is asked, ascending. */
export function positionsOf(set: RecordSet, { window, where }: Picked, asked: Asked): Uint32Array {
  const isPicked = pickedClasses(set, where);
  const { classOf } = set;
  const keeps = filterOf(set, asked.filters);
  return positionsIn(
    set,
    windowOf(window, asked),
    (position) => isPicked[classOf[position] ?? 0] === 1 && (keeps === null || keeps(position)),
  );
}
