import { BsonValue } from '../bson/value.js';
import type { Slice } from './slice.js';
import type { Sorter, SortKey } from './sort.js';

interface Keyed<T> {
  item: T;
  key: SortKey;
}

/** Items that are sorted in one piece: some milliseconds of work. */
const RUN = 1_000;

/**
 * Puts items in order as they come, some at a time, so that it holds nobody up. Equal ones keep their order. Where only
 * the first so many are wanted, few more are kept.
 */
export class Sorting<T> {
  private runs: Keyed<T>[][] = [];
  private run: Keyed<T>[] = [];
  /** The last of as many as are wanted: what comes after it is not. */
  private last: Keyed<T> | undefined;

  constructor(
    private readonly sorter: Sorter,
    private readonly wanted = Infinity,
  ) {}

  /** Takes one more. */
  add(item: T, key: SortKey): void {
    if (this.last && this.sorter.compare(key, this.last.key) >= 0) return;
    this.run.push({ item, key });
    if (this.run.length < RUN + (this.isBounded ? this.wanted : 0)) return;
    this.sortRun();
    if (!this.isBounded) this.endRun();
  }

  /** All of them in order; others have their turn meanwhile, but not where only the first were wanted. */
  *inOrder(slice: Slice): Generator<undefined, T[]> {
    this.sortRun();
    this.endRun();
    while (this.runs.length > 1) this.runs = yield* this.mergePairs(slice);
    return (this.runs[0] ?? []).map(({ item }) => item);
  }

  private get isBounded(): boolean {
    return this.wanted < Infinity;
  }

  private sortRun(): void {
    this.run.sort((a, b) => this.sorter.compare(a.key, b.key));
    if (this.run.length < this.wanted) return;
    this.run.length = this.wanted;
    this.last = this.run.at(-1);
  }

  private endRun(): void {
    this.runs.push(this.run);
    this.run = [];
  }

  private *mergePairs(slice: Slice): Generator<undefined, Keyed<T>[][]> {
    const merged: Keyed<T>[][] = [];
    for (let at = 0; at < this.runs.length; at += 2) {
      merged.push(yield* this.merge(this.runs[at] ?? [], this.runs[at + 1] ?? [], slice));
    }
    return merged;
  }

  private *merge(
    left: readonly Keyed<T>[],
    right: readonly Keyed<T>[],
    slice: Slice,
  ): Generator<undefined, Keyed<T>[]> {
    const merged: Keyed<T>[] = [];
    let [one, other] = [0, 0];
    for (;;) {
      const [a, b] = [left[one], right[other]];
      if (!a || !b) break;
      slice.add();
      if (slice.isFull) yield* slice.turn();
      const isLeft = this.sorter.compare(a.key, b.key) <= 0;
      merged.push(isLeft ? a : b);
      if (isLeft) one++;
      else other++;
    }
    return merged.concat(left.slice(one), right.slice(other));
  }
}

/** A key of its own, which does not keep the document in memory that it was taken from. */
export function detached(key: SortKey): SortKey {
  return key.map(({ type, bytes }) => new BsonValue(type, Buffer.from(bytes), 0, bytes.length));
}
