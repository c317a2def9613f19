import { monthsInPeriod } from '../period/months-in-period.js';
import { pace } from '../period/pace.js';
import type { RecordSet } from '../record-set/record-set.js';
import { isMonthly } from '../targets/target-over.js';
import type { TargetSet } from '../targets/target-set.js';
import { type Asked, isFiltered } from './asked.js';
import { CATALOGUE, countedOf, metricOf, partsOf, REVENUE_TO_DATE } from './catalogue/catalogue.js';
import type { CountedMetric, Metric } from './catalogue/metric.js';
import { compared, withoutTarget } from './compare.js';
import { distinctClients } from './engine/distinct.js';
import { catalogueTallies } from './engine/pass.js';
import { NO_TALLY, type Tally, tallied } from './engine/tally.js';
import { revenueSpanOf } from './engine/window.js';
import type { MetricValue, MetricValues } from './metric-value.js';
import { over } from './over.js';
import { revenuePlan } from './plan.js';

/**
 * The whole catalogue for a period, in one pass over the columns of each set.
 *
 * @param sets the view's records; of a master, those of each view it adds up
 * @param targets the view's targets, null without any
 * @returns every metric by id, with its target, progress, pace and status
 * @see docs/domain.md, sections 3 and 5
 */
export function metricValues(
  sets: readonly RecordSet[],
  asked: Asked,
  targets: TargetSet | null,
): MetricValues {
  return valuesOf(sets, CATALOGUE, asked, targets);
}

/**
 * Some metrics of the catalogue, and the counts and sums they are made of.
 *
 * @throws UnknownMetricError
 * @see metricValues
 */
export function someMetricValues(
  sets: readonly RecordSet[],
  ids: readonly string[],
  asked: Asked,
  targets: TargetSet | null,
): MetricValues {
  const metrics = ids.map(metricOf);
  return valuesOf(sets, [...new Set([...metrics, ...metrics.flatMap(partsOf)])], asked, targets);
}

function valuesOf(
  sets: readonly RecordSet[],
  metrics: readonly Metric[],
  asked: Asked,
  targets: TargetSet | null,
): MetricValues {
  const tallies = catalogueTallies(sets, asked, [...new Set(metrics.flatMap(partsOf))]);
  const evaluate = evaluator(sets, asked, targetsUnder(asked, targets), tallies);
  return Object.fromEntries(metrics.map((metric) => [metric.id, evaluate(metric)]));
}

/** The targets that hold: under any record filter there are none. */
export function targetsUnder({ filters }: Asked, targets: TargetSet | null): TargetSet | null {
  return isFiltered(filters) ? null : targets;
}

function evaluator(
  sets: readonly RecordSet[],
  asked: Asked,
  targets: TargetSet | null,
  tallies: ReadonlyMap<string, Tally>,
): (metric: Metric) => MetricValue {
  const months = monthsInPeriod(asked.period);
  const passed = pace(asked.period, asked.asOf);
  const valueOf = (metric: CountedMetric) => tallied(metric, tallies.get(metric.id) ?? NO_TALLY);
  const revenue = valueOf(countedOf(REVENUE_TO_DATE));
  const plan = revenuePlan(revenueSpanOf(asked), asked.asOf, targets, revenue);

  const counted = (metric: CountedMetric): MetricValue => {
    const value = valueOf(metric);
    if (metric.target === 'revenue') return compared(value, plan.target, over(plan.expected, plan.target));
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
          over(valueOf(countedOf(metric.numerator)), valueOf(countedOf(metric.denominator))),
        );
      case 'distinct':
        return withoutTarget(distinctClients(sets, metric, asked));
      case 'plan':
        return withoutTarget(plan[metric.plan]);
    }
  };
}
