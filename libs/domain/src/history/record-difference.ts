/** How records are told apart, and in what order they stand. */
export interface RecordIdentity<Item> {
  /** The same for one record in every state of a dataset, and for no other. */
  readonly keyOf: (record: Item) => string;
  /** Negative where the first stands before the second. */
  readonly compare: (one: Item, other: Item) => number;
}

/** What becomes of one record: null where it is not there. */
export interface RecordDifference<Item> {
  readonly key: string;
  readonly before: Item | null;
  readonly after: Item | null;
}

/** A way to a state of a dataset: of each record that is another one there, what it is then. */
export type Step<Item> = Pick<RecordDifference<Item>, 'key' | 'after'>;

/**
 * What becomes of each record from one state of a dataset to another; records that stay as they are have no entry.
 *
 * @param isSame whether two states of one record are alike in everything, their place included
 */
export function diffRecords<Item>(
  before: readonly Item[],
  after: readonly Item[],
  { keyOf, isSame }: Pick<RecordIdentity<Item>, 'keyOf'> & { isSame: (one: Item, other: Item) => boolean },
): RecordDifference<Item>[] {
  const left = new Map(before.map((record) => [keyOf(record), record]));
  const differences: RecordDifference<Item>[] = [];
  for (const record of after) {
    const key = keyOf(record);
    const old = left.get(key) ?? null;
    left.delete(key);
    if (old === null || !isSame(old, record)) differences.push({ key, before: old, after: record });
  }
  for (const [key, record] of left) differences.push({ key, before: record, after: null });
  return differences;
}

/** The way back. */
export const invertDifference = <Item>(
  differences: readonly RecordDifference<Item>[],
): RecordDifference<Item>[] =>
  differences.map(({ key, before, after }) => ({ key, before: after, after: before }));

/**
 * The state of a dataset to which a difference leads, in the order of its records.
 *
 * @param records the state that it leads from, or an earlier result of this function
 */
export function applyDifference<Item>(
  records: readonly Item[],
  steps: Iterable<Step<Item>>,
  { keyOf, compare }: RecordIdentity<Item>,
): Item[] {
  const state = new Map(records.map((record) => [keyOf(record), record]));
  for (const { key, after } of steps) {
    if (after === null) state.delete(key);
    else state.set(key, after);
  }
  return [...state.values()].sort(compare);
}
