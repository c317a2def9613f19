import type { RecordSet } from '../../record-set/record-set.js';
import type { Asked } from '../asked.js';
import { COUNTED } from '../catalogue/catalogue.js';
import type { CountedMetric } from '../catalogue/metric.js';
import { type Amount, AmountColumns } from './amount-columns.js';
import { CentSums } from './cent-sums.js';
import { filterOf } from './filter.js';
import { patternsOf } from './patterns.js';
import { type Found, keepOnly, roomFor, scan } from './positions.js';
import { added, NO_TALLY, type Tally } from './tally.js';
import { type WindowName, windowOf } from './window.js';

/**
 * What every counted metric comes to: one pass over the columns of each set.
 *
 * In each window a record is added once, to the bucket of its pattern; then each metric adds up the buckets of the
 * patterns it picks. So the work grows with the records and the windows, not with the number of metrics.
 *
 * @returns tallies by metric id
 */
export function catalogueTallies(sets: readonly RecordSet[], asked: Asked): Map<string, Tally> {
  const tallies = new Map(COUNTED.map(({ id }) => [id, NO_TALLY]));
  for (const set of sets) {
    for (const [metric, tally] of tallySet(set, asked))
      tallies.set(metric.id, added(tallies.get(metric.id) ?? NO_TALLY, tally));
  }
  return tallies;
}

/** The amounts that the catalogue sums in each window. */
const NEEDS: readonly (readonly [WindowName, readonly Amount[]])[] = [
  ...new Set(COUNTED.map(({ window }) => window)),
].map((window) => {
  const amounts = COUNTED.filter((metric) => metric.window === window).map(({ amount }) => amount);
  return [window, [...new Set(amounts)].filter((amount) => amount !== null)];
});

/** Counts and sums of one window, one bucket a pattern. */
interface Buckets {
  readonly counts: Uint32Array;
  readonly sums: ReadonlyMap<Amount, CentSums>;
}

function tallySet(set: RecordSet, asked: Asked): [CountedMetric, Tally][] {
  const keeps = filterOf(set, asked.filters);
  const columns = new AmountColumns(set, asked);
  const found = roomFor(set);
  return NEEDS.flatMap(([name, amounts]) => {
    const patterns = patternsOf(set, name);
    const inWindow = scan(set, windowOf(name, asked), patterns.ofClass, found);
    const count = keeps === null ? inWindow : keepOnly(found, inWindow, keeps);
    const sumOf = (amount: Amount) =>
      sumByPattern(found, count, columns.of(amount), new CentSums(patterns.size, set.isHuge));
    const buckets: Buckets = {
      counts: countByPattern(found, count, patterns.size),
      sums: new Map(amounts.map((amount) => [amount, sumOf(amount)])),
    };
    return [...patterns.picked].map(([metric, picked]): [CountedMetric, Tally] => [
      metric,
      tallyOf(metric.amount, buckets, picked),
    ]);
  });
}

function countByPattern({ codes }: Found, count: number, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let at = 0; at < count; at++) {
    const pattern = codes[at] ?? 0;
    counts[pattern] = (counts[pattern] ?? 0) + 1;
  }
  return counts;
}

function sumByPattern(
  { positions, codes }: Found,
  count: number,
  column: Float64Array,
  sums: CentSums,
): CentSums {
  for (let at = 0; at < count; at++) sums.add(codes[at] ?? 0, column[positions[at] ?? 0] ?? 0);
  return sums;
}

function tallyOf(amount: Amount | null, { counts, sums }: Buckets, picked: Uint32Array): Tally {
  let count = 0;
  for (const pattern of picked) count += counts[pattern] ?? 0;
  return { count, cents: (amount === null ? undefined : sums.get(amount)?.total(picked)) ?? 0n };
}
