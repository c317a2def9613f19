import type { RecordSet } from '../../record-set/record-set.js';

interface Place<Value> {
  readonly after: WeakMap<RecordSet, Place<Value>>;
  value?: Value;
}

const emptyPlace = <Value>(): Place<Value> => ({ after: new WeakMap() });

/**
 * What was made of some sets in their order, for as long as they all live. Another list of the same sets finds it too.
 */
export class PerSets<Value> {
  private readonly first: Place<Value> = emptyPlace();

  /** @param make asked once for the same sets */
  constructor(private readonly make: (sets: readonly RecordSet[]) => Value) {}

  /** The value of some sets. */
  of(sets: readonly RecordSet[]): Value {
    const place = sets.reduce(placeAfter<Value>, this.first);
    return (place.value ??= this.make(sets));
  }
}

function placeAfter<Value>({ after }: Place<Value>, set: RecordSet): Place<Value> {
  const known = after.get(set) ?? emptyPlace<Value>();
  after.set(set, known);
  return known;
}
