import type { PairedDeal } from '@app/domain';
import type { ExistingDeals } from './existing-deals.js';

/** Where a new sheet begins: deals that come in above the first one find room there. */
const FIRST = 1_000_000_000;

/**
 * A number for each deal that grows in the order of the sheet. As many deals as possible keep the one they have, and
 * those between two of them get numbers in between: a record that nobody changed is then stored as it was, and what
 * has to be kept of the order before is little.
 */
export function sheetPositions(
  deals: readonly Pick<PairedDeal, 'continues'>[],
  { positions }: Pick<ExistingDeals, 'positions'>,
): number[] {
  const had = deals.map(({ continues }) => (continues === null ? null : usable(positions[continues])));
  const found = filled(had, longestGrowing(had));
  return found ?? deals.map((_, at) => FIRST + at);
}

const usable = (position: unknown): number | null =>
  typeof position === 'number' && Number.isFinite(position) && position >= 0 ? position : null;

/** Places in a list of the longest series of numbers in it that grows. */
function longestGrowing(numbers: readonly (number | null)[]): number[] {
  // By length: the place of the smallest number that ends a series so long; of each place, the one before it.
  const ends: number[] = [];
  const before = new Int32Array(numbers.length);
  const endOf = (length: number): number => numbers[ends[length] ?? -1] ?? 0;
  for (const [at, number] of numbers.entries()) {
    if (number === null) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (endOf(middle) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  }
  const series: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) series.push(at);
  return series.reverse();
}

/** @returns null where there is no room between two that stay: all are numbered anew then */
function filled(had: readonly (number | null)[], anchors: readonly number[]): number[] | null {
  if (anchors.length === 0) return null;
  const positions: number[] = [];
  let last: number | null = null;
  for (const anchor of [...anchors, null]) {
    const next = anchor === null ? null : (had[anchor] ?? null);
    const count = (anchor ?? had.length) - positions.length;
    const between = inBetween(last, next, count);
    if (between === null) return null;
    positions.push(...between);
    if (next !== null) positions.push(next);
    last = next;
  }
  return positions;
}

/** So many growing numbers after one and before another: whole ones where they fit. */
function inBetween(after: number | null, before: number | null, count: number): number[] | null {
  if (before === null || after === null) {
    const first = before === null ? Math.floor(after ?? 0) + 1 : Math.ceil(before) - count;
    return first < 0 ? null : Array.from({ length: count }, (_, at) => first + at);
  }
  const whole = Math.floor(after) + 1;
  const isWhole = whole + count - 1 < before;
  const step = (before - after) / (count + 1);
  const numbers = Array.from({ length: count }, (_, at) => (isWhole ? whole + at : after + step * (at + 1)));
  return [after, ...numbers, before].every((number, at, all) => at === 0 || (all[at - 1] ?? 0) < number)
    ? numbers
    : null;
}
