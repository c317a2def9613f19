/**
 * The fewest of some things in an order that must have been moved to get from one order to another; what is in only one
 * of them was not moved.
 */
export function movedKeys(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((key, place) => [key, place]));
  const kept = after.filter((key) => places.has(key));
  const rise = longestRise(kept.map((key) => places.get(key) ?? 0));
  return new Set(kept.filter((_, at) => !rise.has(at)));
}

/** Positions of a longest ascending part of some different numbers. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []; // by length, the position of the least number that such a part can end with
  const previous = numbers.map((number, at) => {
    const length = lengthBelow(ends, numbers, number);
    ends[length] = at;
    return ends[length - 1];
  });
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.add(at);
  return rise;
}

/** How long the longest part is that ends below a number. */
function lengthBelow(ends: readonly number[], numbers: readonly number[], number: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
