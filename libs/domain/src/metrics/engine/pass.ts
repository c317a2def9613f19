import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import type { CountedMetric } from '../model/metric.js';
import { AmountColumns } from './amount-columns.js';
import { bucketsOf, needsOf, tallyOf, type WindowNeeds } from './buckets.js';
import { filterOf } from './filter.js';
import { patternsOf } from './patterns.js';
import { keepOnly, roomFor, scan } from './positions.js';
import { added, NO_TALLY, type Tally } from './tally.js';
import { windowOf } from '../model/window.js';

/**
 * The tally of every counted metric: one pass over the columns of each set.
 *
 * In each window a record is added once, to the bucket of its pattern; then each metric adds up the buckets of the
 * patterns it picks. So the work grows with the records and the windows, not with the number of metrics.
 *
 * @param metrics those that are wanted
 * @param counted every counted metric there is, always the same list: what they pick is remembered by it
 * @returns tallies by metric id
 */
export function metricTallies(
  sets: readonly RecordSet[],
  question: Question,
  metrics: readonly CountedMetric[],
  counted: readonly CountedMetric[],
): Map<string, Tally> {
  const tallies = new Map(metrics.map(({ id }) => [id, NO_TALLY]));
  const needs = needsOf(metrics);
  for (const set of sets) {
    for (const [metric, tally] of tallySet(set, question, needs, counted))
      tallies.set(metric.id, added(tallies.get(metric.id) ?? NO_TALLY, tally));
  }
  return tallies;
}

const NO_PATTERNS = new Uint32Array(0);

function tallySet(
  set: RecordSet,
  question: Question,
  needs: readonly WindowNeeds<CountedMetric>[],
  counted: readonly CountedMetric[],
): [CountedMetric, Tally][] {
  const keeps = filterOf(set, question.filters);
  const columns = new AmountColumns(set, question);
  const found = roomFor(set);
  return needs.flatMap(({ window, metrics, amounts }) => {
    const patterns = patternsOf(set, window, counted);
    const inWindow = scan(set, windowOf(window, question), patterns.ofClass, found);
    const count = keeps === null ? inWindow : keepOnly(found, inWindow, keeps);
    const buckets = bucketsOf(set, found, count, patterns.size, amounts, columns);
    return metrics.map((metric): [CountedMetric, Tally] => [
      metric,
      tallyOf(metric.amount, buckets, patterns.picked.get(metric) ?? NO_PATTERNS),
    ]);
  });
}
