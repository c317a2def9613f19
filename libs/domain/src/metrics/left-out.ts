import type { RecordSet } from '../record-set/record-set.js';
import type { Asked } from './asked.js';
import { countedOf, REVENUE_TO_DATE } from './catalogue/catalogue.js';
import type { Metric, NearMiss } from './catalogue/metric.js';
import { currency } from './engine/cent-sums.js';
import { positionsOf } from './engine/positions.js';
import { sumOf, weightlessPositions } from './weightless.js';

/** Records that a reader may expect in a number and that are not in it, or weigh nothing in it. */
export interface LeftOut {
  readonly reason: string;
  readonly count: number;
  /** Deal value they hold, currency. */
  readonly value: number;
}

/**
 * The near misses of a metric that some records are; those of a rate are those of both its parts, for the same reason
 * those of its denominator.
 */
export function leftOutOf(sets: readonly RecordSet[], metric: Metric, asked: Asked): LeftOut[] {
  return nearMissesOf(metric)
    .map((miss) => countMiss(sets, miss, asked))
    .filter(({ count }) => count > 0);
}

function nearMissesOf(metric: Metric): readonly NearMiss[] {
  switch (metric.kind) {
    case 'counted':
      return metric.leftOut;
    case 'ratio':
      return nearMissesOfRate(countedOf(metric.numerator).leftOut, countedOf(metric.denominator).leftOut);
    case 'plan':
      return metric.plan === 'remaining' || metric.plan === 'gap' ? countedOf(REVENUE_TO_DATE).leftOut : [];
    case 'distinct':
      return [];
  }
}

/** The records behind a rate are those of its denominator, which therefore says how many one reason leaves out. */
function nearMissesOfRate(above: readonly NearMiss[], below: readonly NearMiss[]): readonly NearMiss[] {
  const reasons = new Set(below.map(({ reason }) => reason));
  return [...above.filter(({ reason }) => !reasons.has(reason)), ...below];
}

function countMiss(sets: readonly RecordSet[], miss: NearMiss, asked: Asked): LeftOut {
  const find = miss.isWeightless ? weightlessPositions : positionsOf;
  const found = sets.map((set) => ({ set, positions: find(set, miss, asked) }));
  return {
    reason: miss.reason,
    count: found.reduce((count, { positions }) => count + positions.length, 0),
    value: currency(
      found.reduce((cents, { set, positions }) => cents + sumOf(set, positions, 'value', asked), 0n),
    ),
  };
}
