import type { Period } from '../../period/period.js';
import { monthShares } from '../../period/months-in-period.js';
import { trendAxis, type TrendStep } from '../../period/trend-axis.js';
import type { RecordSet } from '../../record-set/record-set.js';
import { revenueTargetOver } from '../../targets/revenue-target.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../../metrics/model/question.js';
import { countedOf } from '../../metrics/catalogue/catalogue.js';
import { currency } from '../../metrics/engine/cent-sums.js';
import { type Grouped, groupTallies } from '../../metrics/engine/group-tallies.js';
import { stepTallies } from '../../metrics/tables/trend-table.js';

/** Revenue of a step of a span, as far as it lies inside. Money in currency. */
export interface RevenueAmounts {
  /** ARR closed in it, `deals.arr`, currency. */
  readonly closed: number;
  /** Its revenue target, months by the share of their days inside, currency; null without one. */
  readonly target: number | null;
  /** ARR closed up to its end, currency. */
  readonly cumulative_closed: number;
  /** Targets up to its end, currency; null before the first month with one. */
  readonly cumulative_target: number | null;
  /** Pipe created in it, `pipe.created`, currency. */
  readonly created: number;
  /** The same, weighted: `pipe.created_weighted`. */
  readonly created_weighted: number;
}

/** One month of revenue. */
export interface RevenueMonth extends RevenueAmounts {
  /** `YYYY-MM`. */
  readonly month: string;
}

/** One day or week of revenue. */
export interface RevenueStep extends RevenueAmounts {
  /** `YYYY-MM-DD` of a day; first and last day of a week, `YYYY-MM-DD..YYYY-MM-DD`. */
  readonly key: string;
}

/**
 * Revenue and created pipe month by month.
 *
 * @param targets those that hold: null under a record filter
 * @returns one entry for each month that the span touches, oldest first
 */
export function revenueMonths(
  sets: readonly RecordSet[],
  span: Period,
  question: Question,
  targets: TargetSet | null,
): RevenueMonth[] {
  const months = monthShares(span).map(({ key, inside }) => ({ key, ...inside }));
  const grouped = groupTallies(sets, METRICS, 'month', { ...question, period: span });
  return amountsOf(months, grouped, targets).map(({ key, ...amounts }) => ({ month: key, ...amounts }));
}

/**
 * The same by the days or weeks of a short period.
 *
 * @param targets those that hold: null under a record filter
 * @returns one entry for each step of its axis, oldest first; null for a period whose charts have months
 */
export function revenueTrend(
  sets: readonly RecordSet[],
  question: Question,
  targets: TargetSet | null,
): RevenueStep[] | null {
  const axis = trendAxis(question.period);
  return axis && amountsOf(axis.steps, stepTallies(sets, METRICS, axis.steps, question), targets);
}

const METRICS = (['deals.arr', 'pipe.created', 'pipe.created_weighted'] as const).map(countedOf);

function amountsOf(steps: readonly TrendStep[], grouped: Grouped, targets: TargetSet | null): RevenueStep[] {
  const [closed, created, weighted] = METRICS.map((metric) => grouped.get(metric));
  let closedSoFar = 0n;
  let targetSoFar: number | null = null;
  return steps.map((step) => {
    const { key } = step;
    const closedCents = closed?.get(key)?.cents ?? 0n;
    const target = revenueTargetOver(targets, step);
    closedSoFar += closedCents;
    if (target !== null) targetSoFar = (targetSoFar ?? 0) + target;
    return {
      key,
      closed: currency(closedCents),
      target,
      cumulative_closed: currency(closedSoFar),
      cumulative_target: targetSoFar,
      created: currency(created?.get(key)?.cents ?? 0n),
      created_weighted: currency(weighted?.get(key)?.cents ?? 0n),
    };
  });
}
