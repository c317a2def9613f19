import type { RecordSet } from '../../record-set/record-set.js';
import type { Asked } from '../asked.js';
import { COUNTED } from '../catalogue/catalogue.js';
import type { CountedMetric } from '../catalogue/metric.js';
import { type Amount, AmountColumns } from './amount-columns.js';
import { CentSums } from './cent-sums.js';
import { filterOf, type Keeps } from './filter.js';
import { type Patterns, patternsOf } from './patterns.js';
import { added, NO_TALLY, type Tally } from './tally.js';
import { type Window, type WindowName, windowOf } from './window.js';

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
  const hits = new Hits(set.size);
  return NEEDS.flatMap(([name, amounts]) => {
    const patterns = patternsOf(set, name);
    hits.find(set, windowOf(name, asked), patterns, keeps);
    const sums = amounts.map(
      (amount) => [amount, hits.sum(columns.of(amount), patterns.size, set.isHuge)] as const,
    );
    const buckets = { counts: hits.count(patterns.size), sums: new Map(sums) };
    return [...patterns.picked].map(([metric, picked]): [CountedMetric, Tally] => [
      metric,
      tallyOf(metric.amount, buckets, picked),
    ]);
  });
}

function tallyOf(amount: Amount | null, { counts, sums }: Buckets, picked: Uint32Array): Tally {
  let count = 0;
  for (const pattern of picked) count += counts[pattern] ?? 0;
  return { count, cents: (amount === null ? undefined : sums.get(amount)?.total(picked)) ?? 0n };
}

/** The records of one window that some metric picks, with their patterns; one room serves window after window. */
class Hits {
  private readonly positions: Uint32Array;
  private readonly patterns: Uint32Array;
  private size = 0;

  constructor(room: number) {
    this.positions = new Uint32Array(room);
    this.patterns = new Uint32Array(room);
  }

  find({ size, days, classOf }: RecordSet, window: Window, { ofClass }: Patterns, keeps: Keeps | null): void {
    const { positions, patterns } = this;
    const { field, from, to } = window;
    const column = days[field];
    let hits = 0;
    for (let position = 0; position < size; position++) {
      const day = column[position] ?? 0;
      if (day < from || day > to) continue;
      const pattern = ofClass[classOf[position] ?? 0] ?? 0;
      if (pattern === 0 || (keeps !== null && !keeps(position))) continue;
      positions[hits] = position;
      patterns[hits++] = pattern;
    }
    this.size = hits;
  }

  count(patterns: number): Uint32Array {
    const counts = new Uint32Array(patterns);
    const { size, patterns: found } = this;
    for (let at = 0; at < size; at++) {
      const pattern = found[at] ?? 0;
      counts[pattern] = (counts[pattern] ?? 0) + 1;
    }
    return counts;
  }

  sum(column: Float64Array, patterns: number, isHuge: boolean): CentSums {
    const sums = new CentSums(patterns, isHuge);
    for (let at = 0; at < this.size; at++)
      sums.add(this.patterns[at] ?? 0, column[this.positions[at] ?? 0] ?? 0);
    return sums;
  }
}
