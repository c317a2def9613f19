import type { RecordSet } from '../../record-set/record-set.js';
import type { Asked } from '../asked.js';
import { COUNTED } from '../catalogue/catalogue.js';
import type { CountedMetric } from '../catalogue/metric.js';
import { type Amount, AmountColumns } from './amount-columns.js';
import { CentSums } from './cent-sums.js';
import { filterOf } from './filter.js';
import { positionsIn } from './positions.js';
import { added, NO_TALLY, type Tally } from './tally.js';
import { type WindowName, windowOf } from './window.js';

/**
 * What every counted metric comes to: one pass over the columns of each set.
 *
 * A record is added once a window to the bucket of its class, then each metric adds up the buckets of the classes
 * its predicate picks. So the work grows with the records and the windows, not with the number of metrics.
 *
 * @returns tallies by metric id
 */
export function catalogueTallies(sets: readonly RecordSet[], asked: Asked): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const set of sets) {
    const buckets = fillBuckets(set, asked);
    for (const metric of COUNTED) {
      const tally = tallyOf(metric, buckets.get(metric.window), classesOf(set, metric));
      tallies.set(metric.id, added(tallies.get(metric.id) ?? NO_TALLY, tally));
    }
  }
  return tallies;
}

/** Counts and sums of one window, one bucket a class. */
interface Buckets {
  readonly counts: Uint32Array;
  readonly sums: ReadonlyMap<Amount, CentSums>;
}

/** The amounts that the catalogue sums in each window. */
const NEEDS = new Map(
  [...new Set(COUNTED.map(({ window }) => window))].map((window) => [
    window,
    [...new Set(COUNTED.filter((metric) => metric.window === window).map(({ amount }) => amount))].filter(
      (amount) => amount !== null,
    ),
  ]),
);

function fillBuckets(set: RecordSet, asked: Asked): Map<WindowName, Buckets> {
  const keeps = filterOf(set, asked.filters);
  const columns = new AmountColumns(set, asked);
  const buckets = new Map<WindowName, Buckets>();
  for (const [window, amounts] of NEEDS) {
    const positions = positionsIn(set, windowOf(window, asked), keeps);
    const sums = new Map(amounts.map((amount) => [amount, sumByClass(set, positions, columns.of(amount))]));
    buckets.set(window, { counts: countByClass(set, positions), sums });
  }
  return buckets;
}

function countByClass({ classes, classOf }: RecordSet, positions: Uint32Array): Uint32Array {
  const counts = new Uint32Array(classes.length);
  for (let at = 0; at < positions.length; at++) {
    const code = classOf[positions[at] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function sumByClass(
  { classes, classOf, isHuge }: RecordSet,
  positions: Uint32Array,
  column: Float64Array,
): CentSums {
  const sums = new CentSums(classes.length, isHuge);
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] ?? 0;
    sums.add(classOf[position] ?? 0, column[position] ?? 0);
  }
  return sums;
}

function tallyOf({ amount }: CountedMetric, buckets: Buckets | undefined, classes: Uint32Array): Tally {
  if (buckets === undefined) return NO_TALLY;
  let count = 0;
  for (let at = 0; at < classes.length; at++) count += buckets.counts[classes[at] ?? 0] ?? 0;
  return { count, cents: (amount === null ? undefined : buckets.sums.get(amount)?.total(classes)) ?? 0n };
}

/** The classes each metric picks never change for a set: they are found once. */
const PICKED_CLASSES = new WeakMap<RecordSet, Map<string, Uint32Array>>();

function classesOf(set: RecordSet, metric: CountedMetric): Uint32Array {
  const known = PICKED_CLASSES.get(set) ?? new Map<string, Uint32Array>();
  PICKED_CLASSES.set(set, known);
  let classes = known.get(metric.id);
  if (classes === undefined) {
    const codes = set.classes.flatMap((facts, code) => (metric.where(facts) ? [code] : []));
    known.set(metric.id, (classes = Uint32Array.from(codes)));
  }
  return classes;
}
