/** Lazy steps over iterables; what nobody reads is not computed. */

/** Items one after another; undefined when it is the turn of others. */
export type InTurns<T> = Iterable<T | undefined>;

/** The items that pass a test. */
export function* filterItems<T>(items: InTurns<T>, test: (item: T) => boolean): InTurns<T> {
  for (const item of items) if (item === undefined || test(item)) yield item;
}

/** The result of a function for each item. */
export function* mapItems<T, R>(items: InTurns<T>, map: (item: T) => R): InTurns<R> {
  for (const item of items) yield item === undefined ? undefined : map(item);
}

/** All but the first so many. */
export function* skipItems<T>(items: InTurns<T>, count: number): InTurns<T> {
  let skipped = 0;
  for (const item of items) if (item === undefined || skipped++ >= count) yield item;
}

/** The first so many; the rest is not read. */
export function* takeItems<T>(items: InTurns<T>, count: number): InTurns<T> {
  let taken = 0;
  for (const item of items) {
    yield item;
    if (item !== undefined && ++taken === count) return;
  }
}

/** How many there are, and what that comes to. */
export function* countItems<R>(items: InTurns<unknown>, result: (count: number) => Iterable<R>): InTurns<R> {
  let count = 0;
  for (const item of items) {
    if (item === undefined) yield item;
    else count++;
  }
  yield* result(count);
}

/** The results of a function for some items at a time, at most so many, and those since others had their turn. */
export function* mapTogether<T, R>(
  items: InTurns<T>,
  most: number,
  map: (items: readonly T[]) => Iterable<R>,
): InTurns<R> {
  let together: T[] = [];
  for (const item of items) {
    if (item !== undefined) together.push(item);
    if (item !== undefined && together.length < most) continue;
    yield* map(together);
    together = [];
    if (item === undefined) yield undefined;
  }
  yield* map(together);
}

/** All of them, in turns with others. */
export function* collectItems<T>(items: InTurns<T>): Generator<undefined, T[]> {
  const collected: T[] = [];
  for (const item of items) {
    if (item === undefined) yield undefined;
    else collected.push(item);
  }
  return collected;
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
