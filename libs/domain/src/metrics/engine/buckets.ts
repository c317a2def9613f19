import type { RecordSet } from '../../record-set/record-set.js';
import type { Amount } from '../model/amount.js';
import type { Summed } from '../model/metric.js';
import type { AmountColumns } from './amount-columns.js';
import { CentSums } from './cent-sums.js';
import type { Found } from './positions.js';
import type { Tally } from './tally.js';
import type { WindowName } from '../model/window.js';

/** Metrics that look at the same records by the same date, and the amounts they sum. */
export interface WindowNeeds<Metric extends Summed> {
  readonly window: WindowName;
  readonly metrics: readonly Metric[];
  readonly amounts: readonly Amount[];
}

/** Some metrics window by window: each window is scanned once for all of them. */
export function needsOf<Metric extends Summed>(metrics: readonly Metric[]): WindowNeeds<Metric>[] {
  return [...new Set(metrics.map(({ window }) => window))].map((window) => {
    const inWindow = metrics.filter((metric) => metric.window === window);
    const amounts = new Set(inWindow.map(({ amount }) => amount));
    return { window, metrics: inWindow, amounts: [...amounts].filter((amount) => amount !== null) };
  });
}

/** Counts and sums of records by some code. */
export interface Buckets {
  readonly counts: Uint32Array;
  readonly sums: ReadonlyMap<Amount, CentSums>;
}

/**
 * Adds each record that a scan found to the bucket of its code, once for each amount.
 *
 * @param size number of codes
 */
export function bucketsOf(
  set: RecordSet,
  found: Found,
  count: number,
  size: number,
  amounts: readonly Amount[],
  columns: AmountColumns,
): Buckets {
  const sumOf = (amount: Amount) =>
    sumByCode(found, count, columns.of(amount), new CentSums(size, set.isHuge));
  return {
    counts: countByCode(found, count, size),
    sums: new Map(amounts.map((amount) => [amount, sumOf(amount)])),
  };
}

/** The total of some buckets. */
export function tallyOf(amount: Amount | null, { counts, sums }: Buckets, picked: Uint32Array): Tally {
  let count = 0;
  for (const code of picked) count += counts[code] ?? 0;
  return { count, cents: (amount === null ? undefined : sums.get(amount)?.total(picked)) ?? 0n };
}

function countByCode({ codes }: Found, count: number, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let at = 0; at < count; at++) {
    const code = codes[at] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function sumByCode(
  { positions, codes }: Found,
  count: number,
  column: Float64Array,
  sums: CentSums,
): CentSums {
  for (let at = 0; at < count; at++) sums.add(codes[at] ?? 0, column[positions[at] ?? 0] ?? 0);
  return sums;
}
