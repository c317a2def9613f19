import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import type { Summed } from '../model/metric.js';
import { AmountColumns } from './amount-columns.js';
import { bucketsOf, needsOf, tallyOf, type WindowNeeds } from './buckets.js';
import { filterOf } from './filter.js';
import { type GroupedBy, type GroupKey, groupingOf } from './grouping.js';
import { makePatterns } from './patterns.js';
import { type Found, keepOnly, roomFor, scan } from './positions.js';
import { added, NO_TALLY, type Tally } from './tally.js';
import { windowOf } from '../model/window.js';

/** The tallies of metrics in each group that has records in them. */
export type Grouped = ReadonlyMap<Summed, ReadonlyMap<GroupKey, Tally>>;

/**
 * The tallies of some metrics by a dimension: each window is scanned once for all of them, and each record is added
 * once, to the bucket of its group and pattern.
 *
 * @param metrics those of the catalogue, or others that live as long as the program: what they pick is remembered
 */
export function groupTallies(
  sets: readonly RecordSet[],
  metrics: readonly Summed[],
  by: GroupedBy,
  question: Question,
): Grouped {
  const grouped = new Map(metrics.map((metric) => [metric, new Map<GroupKey, Tally>()]));
  const needs = needsOf([...grouped.keys()]);
  for (const set of sets) {
    const columns = new AmountColumns(set, question);
    const found = roomFor(set);
    for (const need of needs) addWindow(grouped, { set, columns, found }, need, by, question);
  }
  return grouped;
}

interface Scanned {
  readonly set: RecordSet;
  readonly columns: AmountColumns;
  readonly found: Found;
}

function addWindow(
  grouped: ReadonlyMap<Summed, Map<GroupKey, Tally>>,
  { set, columns, found }: Scanned,
  { window, metrics, amounts }: WindowNeeds<Summed>,
  by: GroupedBy,
  question: Question,
): void {
  const keeps = filterOf(set, question.filters);
  const patterns = makePatterns(set, metrics);
  const inWindow = scan(set, windowOf(window, question), patterns.ofClass, found);
  const count = keeps === null ? inWindow : keepOnly(found, inWindow, keeps);
  const { keys, codes } = groupingOf(set, by, window, found, count);
  for (let at = 0; at < count; at++)
    found.codes[at] = (codes[at] ?? 0) * patterns.size + (found.codes[at] ?? 0);
  const buckets = bucketsOf(set, found, count, keys.length * patterns.size, amounts, columns);
  for (const [metric, picked] of patterns.picked) {
    const tallies = grouped.get(metric);
    keys.forEach((key, group) => {
      const tally = tallyOf(
        metric.amount,
        buckets,
        picked.map((pattern) => group * patterns.size + pattern),
      );
      if (tally.count > 0) tallies?.set(key, added(tallies.get(key) ?? NO_TALLY, tally));
    });
  }
}
