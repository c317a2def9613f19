import { type Against, type ComparedDays, comparedDays } from '../../period/compared-days.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import {
  type ByMetric,
  type CatalogueCount,
  COUNTED,
  countedOf,
  type MetricId,
  metricOf,
  partsOf,
} from '../catalogue/catalogue.js';
import { metricTallies } from '../engine/pass.js';
import { NO_TALLY, tallied } from '../engine/tally.js';
import { divide } from '../model/divide.js';
import { isPeriodBound, type PeriodBound } from '../catalogue/period-bound.js';

/** A number now and before. */
export interface ComparedValue {
  /** Over the period up to `through`. */
  readonly current: number | null;
  /** Null too for `pipe.created_weighted`: the stages of the earlier deals have moved since. */
  readonly previous: number | null;
  /** Counts and money: (current - previous) / |previous|. Ratios: current - previous. Null where undefined. */
  readonly change: number | null;
}

/** The same numbers over other days. */
export interface Comparison extends ComparedDays {
  /** By metric id; metrics that do not depend on the period are absent. */
  readonly values: ByMetric<ComparedValue>;
}

/**
 * Some metrics over a period and over the days it is compared with. Both sides are weighted by the same as-of day.
 *
 * @param ids metrics; those that do not depend on the period are left out
 * @returns null when nothing is compared
 * @see docs/domain.md, section 3
 */
export function comparison(
  sets: readonly RecordSet[],
  ids: readonly MetricId[],
  question: Question,
  against: Against,
): Comparison | null {
  const days = comparedDays(question.period, question.asOf, against);
  if (days === null) return null;
  const metrics = ids.map(metricOf).filter(isPeriodBound);
  const counted = [...new Set(metrics.flatMap(partsOf))];
  const current = valuesOver(sets, counted, {
    ...question,
    period: { from: question.period.from, to: days.through },
  });
  const previous = valuesOver(sets, counted, { ...question, period: { from: days.from, to: days.to } });
  const values = metrics.map(
    (metric) => [metric.id, comparedValue(metric, current(metric), previous(metric))] as const,
  );
  return { ...days, values: Object.fromEntries(values) };
}

function valuesOver(
  sets: readonly RecordSet[],
  counted: readonly CatalogueCount[],
  question: Question,
): (metric: PeriodBound) => number | null {
  const tallies = metricTallies(sets, question, counted, COUNTED);
  const valueOf = (metric: CatalogueCount) => tallied(metric, tallies.get(metric.id) ?? NO_TALLY);
  return (metric) =>
    metric.kind === 'counted'
      ? valueOf(metric)
      : divide(valueOf(countedOf(metric.numerator)), valueOf(countedOf(metric.denominator)));
}

function comparedValue(metric: PeriodBound, current: number | null, before: number | null): ComparedValue {
  const { unit } = metric;
  const previous = metric.kind === 'counted' && metric.hasNoChange ? null : before;
  if (current === null || previous === null) return { current, previous, change: null };
  const difference = current - previous;
  return {
    current,
    previous,
    change: unit === 'ratio' ? difference : divide(difference, Math.abs(previous)),
  };
}
