import type { Facts } from '../../record-set/facts.js';
import { perRecordSet } from '../../record-set/per-record-set.js';
import type { RecordSet } from '../../record-set/record-set.js';
import { fillByClass } from './by-class.js';

/** What predicates pick never changes for a set: each is asked once for each class. */
const pickedBy = perRecordSet(() => new Map<(facts: Facts) => boolean, Uint8Array>());

/** Which classes of a set a predicate picks: 1 at their index. */
export function pickedClasses(set: RecordSet, where: (facts: Facts) => boolean): Uint8Array {
  const known = pickedBy(set);
  let picked = known.get(where);
  if (picked === undefined) {
    picked = fillByClass(new Uint8Array(set.classes.length), set.classes, (facts) => Number(where(facts)));
    known.set(where, picked);
  }
  return picked;
}
