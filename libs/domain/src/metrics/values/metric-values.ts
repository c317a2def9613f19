import { monthsInPeriod } from '../../period/months-in-period.js';
import { pace } from '../../period/pace.js';
import type { RecordSet } from '../../record-set/record-set.js';
import { isMonthly } from '../../targets/target-over.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../model/question.js';
import { isFiltered } from '../../filters/filters.js';
import {
  CATALOGUE,
  type CatalogueCount,
  type CatalogueMetric,
  COUNTED,
  countedOf,
  type MetricId,
  metricOf,
  partsOf,
  REVENUE_TO_DATE,
} from '../catalogue/catalogue.js';
import { compared, withoutTarget } from './against-target.js';
import { distinctClients } from '../engine/distinct.js';
import { metricTallies } from '../engine/pass.js';
import { NO_TALLY, type Tally, tallied } from '../engine/tally.js';
import { revenueSpanOf } from '../model/window.js';
import { type ComparedNumber, type MetricValues, named } from './metric-value.js';
import { divide } from '../model/divide.js';
import { type OwnTargets, withOwnTarget } from './own-targets.js';
import { revenuePlan } from './revenue-plan.js';

/**
 * The whole catalogue for a period, in one pass over the columns of each set.
 *
 * @param sets the view's records; of a master, those of each view it adds up
 * @param targets the view's targets, null without any
 * @param own targets to compare with instead of the catalogue's own
 * @returns every metric by id, with its target, progress, pace and status
 * @see docs/domain.md, sections 3 and 5
 */
export function metricValues(
  sets: readonly RecordSet[],
  question: Question,
  targets: TargetSet | null,
  own: OwnTargets = {},
): MetricValues {
  return valuesOf(sets, CATALOGUE, question, targets, own);
}

/**
 * Some metrics of the catalogue, and the counts and sums they are made of.
 *
 * @see metricValues
 */
export function someMetricValues(
  sets: readonly RecordSet[],
  ids: readonly MetricId[],
  question: Question,
  targets: TargetSet | null,
  own: OwnTargets = {},
): MetricValues {
  const metrics = ids.map(metricOf);
  return valuesOf(sets, [...new Set([...metrics, ...metrics.flatMap(partsOf)])], question, targets, own);
}

function valuesOf(
  sets: readonly RecordSet[],
  metrics: readonly CatalogueMetric[],
  question: Question,
  targets: TargetSet | null,
  own: OwnTargets,
): MetricValues {
  const tallies = metricTallies(sets, question, [...new Set(metrics.flatMap(partsOf))], COUNTED);
  const evaluate = evaluator(sets, question, targetsUnder(question, targets), tallies);
  const compared = metrics.map((metric) => withOwnTarget(metric, own));
  return Object.fromEntries(compared.map((metric) => [metric.id, named(metric, evaluate(metric))]));
}

/** The targets that hold: under any record filter there are none. */
export function targetsUnder({ filters }: Question, targets: TargetSet | null): TargetSet | null {
  return isFiltered(filters) ? null : targets;
}

function evaluator(
  sets: readonly RecordSet[],
  question: Question,
  targets: TargetSet | null,
  tallies: ReadonlyMap<string, Tally>,
): (metric: CatalogueMetric) => ComparedNumber {
  const months = monthsInPeriod(question.period);
  const passed = pace(question.period, question.asOf);
  const valueOf = (metric: CatalogueCount) => tallied(metric, tallies.get(metric.id) ?? NO_TALLY);
  const revenue = valueOf(countedOf(REVENUE_TO_DATE));
  const plan = revenuePlan(revenueSpanOf(question), question.asOf, targets, revenue);

  const counted = (metric: CatalogueCount): ComparedNumber => {
    const value = valueOf(metric);
    if (metric.target === 'revenue') return compared(value, plan.target, divide(plan.expected, plan.target));
    const base = metric.target === null ? null : (targets?.keys[metric.target].value ?? null);
    if (base === null || metric.target === null) return withoutTarget(value);
    return isMonthly(metric.target) ? compared(value, base * months, passed) : compared(value, base, 1);
  };

  return (metric) => {
    switch (metric.kind) {
      case 'counted':
        return counted(metric);
      case 'ratio':
        return withoutTarget(
          divide(valueOf(countedOf(metric.numerator)), valueOf(countedOf(metric.denominator))),
        );
      case 'distinct':
        return withoutTarget(distinctClients(sets, metric, question));
      case 'plan':
        return withoutTarget(plan[metric.plan]);
    }
  };
}
