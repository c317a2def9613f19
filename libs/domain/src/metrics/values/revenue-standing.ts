import type { Period } from '../../period/period.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../model/question.js';
import { CLOSED_ARR } from '../catalogue/catalogue.js';
import { compared } from './against-target.js';
import type { ComparedNumber } from './metric-value.js';
import { someMetricValues } from './metric-values.js';
import { neededPerMonth } from './needed-per-month.js';
import { divide } from '../model/divide.js';
import { daysAhead, daysToDate, revenuePlan, type RevenuePlan } from './revenue-plan.js';

/** Where the revenue of a span stands today. Currency; null without target. */
export interface RevenueStanding extends RevenuePlan {
  /** What bills up to today, against the target of the whole span; its pace is the plan to date over that target. */
  readonly revenue: ComparedNumber;
  /** What is signed and bills after today, up to the end of the span. */
  readonly startsLater: number;
  /** Remaining over the months that are left. */
  readonly needed: number | null;
}

/**
 * Compares what bills up to today with the plan up to today, over any span: `revenue.ytd`, `.expected`, `.remaining`
 * and `.gap` are those of the revenue span.
 *
 * @param targets those that hold: null under a record filter
 * @see docs/domain.md, section 5
 */
export function revenueStanding(
  sets: readonly RecordSet[],
  span: Period,
  question: Question,
  targets: TargetSet | null,
): RevenueStanding {
  const toDate = closedArr(sets, daysToDate(span, question.asOf), question);
  const plan = revenuePlan(span, question.asOf, targets, toDate);
  return {
    ...plan,
    revenue: compared(toDate, plan.target, divide(plan.expected, plan.target)),
    startsLater: closedArr(sets, daysAhead(span, question.asOf), question),
    needed: neededPerMonth(plan.remaining, span, question.asOf),
  };
}

/** ARR of the closed deals whose billing starts in some days; 0 without days. */
export function closedArr(sets: readonly RecordSet[], days: Period | null, question: Question): number {
  if (days === null) return 0;
  return someMetricValues(sets, [CLOSED_ARR], { ...question, period: days }, null)[CLOSED_ARR]?.value ?? 0;
}
