import type { RecordSet } from './record-set.js';

/**
 * Remembers what is computed of a record set for as long as the set lives: sets never change, and the next publish
 * brings a new one.
 *
 * @param compute asked once for each set
 */
export function perRecordSet<Value extends object>(
  compute: (set: RecordSet) => Value,
): (set: RecordSet) => Value {
  const known = new WeakMap<RecordSet, Value>();
  return (set) => {
    const value = known.get(set) ?? compute(set);
    known.set(set, value);
    return value;
  };
}

/**
 * The same for several sets in their order, for as long as all of them live. Another list of the same sets finds it
 * too.
 *
 * @param compute asked once for the same sets
 */
export function perRecordSets<Value extends object>(
  compute: (sets: readonly RecordSet[]) => Value,
): (sets: readonly RecordSet[]) => Value {
  const root = nodeOf<Value>();
  return (sets) => {
    const node = sets.reduce((before, set) => before.followedBy(set), root);
    return (node.value ??= compute(sets));
  };
}

/** A list of sets in a tree whose branches are the sets that may come next. */
interface Node<Value> {
  readonly followedBy: (set: RecordSet) => Node<Value>;
  value?: Value;
}

const nodeOf = <Value>(): Node<Value> => ({ followedBy: perRecordSet(() => nodeOf<Value>()) });
