import { monthShares, monthsInPeriod } from '../../period/months-in-period.js';
import type { Period } from '../../period/period.js';
import { revenueTargetOf, revenueTargetOver } from '../../targets/revenue-target.js';
import { bareOrigin, isSampleOrigin, sampleOrigin } from '../../targets/sample-targets.js';
import { isMonthly } from '../../targets/target-over.js';
import type { TargetKey, TargetSet } from '../../targets/target-set.js';
import type { Question } from '../model/question.js';
import type { Metric } from '../model/metric.js';
import { revenueSpanOf } from '../model/window.js';

/** How a target came about. */
export interface TargetDerivation {
  /** Key of the resolved target set, such as `poa`, or `revenue`. */
  readonly key: string;
  /** Stored key it was read from, `sum of views` on Master, or the parts it was added up from; after `sample: ` where it came with the sample. */
  readonly origin: string;
  /** Stored value before scaling, currency or count: of a month, or the whole where the target does not scale. */
  readonly base: number | null;
  /** Months the base was multiplied by; null when the target does not scale by them. */
  readonly months: number | null;
}

/** Where the target of a metric comes from; null without one. */
export function targetOriginOf(
  metric: Metric,
  question: Question,
  targets: TargetSet | null,
): TargetDerivation | null {
  if (targets === null) return null;
  if (metric.kind === 'plan') return revenueOrigin(revenueSpanOf(question), targets);
  if (metric.kind !== 'counted' || metric.target === null) return null;
  return metric.target === 'revenue'
    ? revenueOrigin(revenueSpanOf(question), targets)
    : keyOrigin(metric.target, question, targets);
}

function keyOrigin(key: TargetKey, { period }: Question, targets: TargetSet): TargetDerivation | null {
  const { value, origin } = targets.keys[key];
  if (value === null || origin === null) return null;
  return { key, origin, base: value, months: isMonthly(key) ? monthsInPeriod(period) : null };
}

/** Where the revenue targets of a span come from; null where none of its months has one. */
export function revenueOrigin(span: Period, targets: TargetSet): TargetDerivation | null {
  const origins = monthShares(span).flatMap((share) => revenueTargetOf(targets, share).origin ?? []);
  if (origins.length === 0) return null;
  const groups = new Set(origins.map((origin) => bareOrigin(origin).replace(/^(revenue_\d{4})\..*$/, '$1')));
  const origin = [...groups].join(' + ');
  return {
    key: 'revenue',
    origin: origins.some(isSampleOrigin) ? sampleOrigin(origin) : origin,
    base: revenueTargetOver(targets, span),
    months: null,
  };
}
