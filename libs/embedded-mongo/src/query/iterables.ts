/** Lazy steps over iterables; what nobody reads is not computed. */

/** The items that pass a test. */
export function* filterItems<T>(items: Iterable<T>, test: (item: T) => boolean): Generator<T> {
  for (const item of items) if (test(item)) yield item;
}

/** The result of a function for each item. */
export function* mapItems<T, R>(items: Iterable<T>, map: (item: T) => R): Generator<R> {
  for (const item of items) yield map(item);
}

/** All but the first so many. */
export function* skipItems<T>(items: Iterable<T>, count: number): Generator<T> {
  let skipped = 0;
  for (const item of items) if (skipped++ >= count) yield item;
}

/** The first so many; the rest is not read. */
export function* takeItems<T>(items: Iterable<T>, count: number): Generator<T> {
  let taken = 0;
  for (const item of items) {
    yield item;
    if (++taken === count) return;
  }
}

/** How many there are. */
export function countItems(items: Iterable<unknown>): number {
  let count = 0;
  for (const item of items) count += Number(item !== undefined);
  return count;
}

/** Items by their position; each is taken from the iterable when it is first asked for. */
export function remember<T>(items: Iterable<T>): (index: number) => T | undefined {
  const iterator = items[Symbol.iterator]();
  const taken: T[] = [];
  return (index) => {
    while (taken.length <= index) {
      const next = iterator.next();
      if (next.done) return undefined;
      taken.push(next.value);
    }
    return taken[index];
  };
}
