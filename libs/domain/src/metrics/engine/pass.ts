import type { RecordSet } from '../../record-set/record-set.js';
import type { Asked } from '../asked.js';
import { COUNTED } from '../catalogue/catalogue.js';
import type { CountedMetric } from '../catalogue/metric.js';
import { AmountColumns } from './amount-columns.js';
import { bucketsOf, needsOf, tallyOf } from './buckets.js';
import { filterOf } from './filter.js';
import { patternsOf } from './patterns.js';
import { keepOnly, roomFor, scan } from './positions.js';
import { added, NO_TALLY, type Tally } from './tally.js';
import { type WindowName, windowOf } from './window.js';

const NEEDS = needsOf(COUNTED);

/**
 * What every counted metric comes to: one pass over the columns of each set.
 *
 * In each window a record is added once, to the bucket of its pattern; then each metric adds up the buckets of the
 * patterns it picks. So the work grows with the records and the windows, not with the number of metrics.
 *
 * @param windows the windows whose metrics are wanted; null for all
 * @returns tallies by metric id; nothing for the metrics of other windows
 */
export function catalogueTallies(
  sets: readonly RecordSet[],
  asked: Asked,
  windows: ReadonlySet<WindowName> | null = null,
): Map<string, Tally> {
  const tallies = new Map(COUNTED.map(({ id }) => [id, NO_TALLY]));
  for (const set of sets) {
    for (const [metric, tally] of tallySet(set, asked, windows))
      tallies.set(metric.id, added(tallies.get(metric.id) ?? NO_TALLY, tally));
  }
  return tallies;
}

function tallySet(
  set: RecordSet,
  asked: Asked,
  windows: ReadonlySet<WindowName> | null,
): [CountedMetric, Tally][] {
  const keeps = filterOf(set, asked.filters);
  const columns = new AmountColumns(set, asked);
  const found = roomFor(set);
  const needs = windows === null ? NEEDS : NEEDS.filter(({ window }) => windows.has(window));
  return needs.flatMap(({ window, amounts }) => {
    const patterns = patternsOf(set, window);
    const inWindow = scan(set, windowOf(window, asked), patterns.ofClass, found);
    const count = keeps === null ? inWindow : keepOnly(found, inWindow, keeps);
    const buckets = bucketsOf(set, found, count, patterns.size, amounts, columns);
    return [...patterns.picked].map(([metric, picked]): [CountedMetric, Tally] => [
      metric,
      tallyOf(metric.amount, buckets, picked),
    ]);
  });
}
