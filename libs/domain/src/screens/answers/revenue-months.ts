import { type MonthShare, monthShares } from '../../period/months-in-period.js';
import type { Period } from '../../period/period.js';
import type { RecordSet } from '../../record-set/record-set.js';
import { revenueTargetOf } from '../../targets/revenue-target.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../../metrics/model/question.js';
import { countedOf } from '../../metrics/catalogue/catalogue.js';
import type { CountedMetric } from '../../metrics/model/metric.js';
import { currency } from '../../metrics/engine/cent-sums.js';
import { groupTallies } from '../../metrics/engine/group-tallies.js';

/** One month of revenue, as far as it lies inside the span shown. Money in currency. */
export interface RevenueMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** ARR closed in the month, `deals.arr`, currency. */
  readonly closed: number;
  /** Target of the month by the share of its days inside, currency; null without one. */
  readonly target: number | null;
  /** ARR closed up to the end of the month, currency. */
  readonly cumulative_closed: number;
  /** Targets up to the end of the month, currency; null before the first month with one. */
  readonly cumulative_target: number | null;
  /** Pipe created in the month, `pipe.created`, currency. */
  readonly created: number;
  /** The same, weighted: `pipe.created_weighted`. */
  readonly created_weighted: number;
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
  const [closed, created, weighted] = centsByMonth(sets, MONTHLY, { ...question, period: span });
  let closedSoFar = 0n;
  let targetSoFar: number | null = null;
  return monthShares(span).map((share) => {
    const closedCents = closed?.(share) ?? 0n;
    const target = sharedTarget(targets, share);
    closedSoFar += closedCents;
    if (target !== null) targetSoFar = (targetSoFar ?? 0) + target;
    return {
      month: share.key,
      closed: currency(closedCents),
      target,
      cumulative_closed: currency(closedSoFar),
      cumulative_target: targetSoFar,
      created: currency(created?.(share) ?? 0n),
      created_weighted: currency(weighted?.(share) ?? 0n),
    };
  });
}

function sharedTarget(targets: TargetSet | null, share: MonthShare): number | null {
  const { value } = revenueTargetOf(targets, share);
  return value === null ? null : value * share.share;
}

const MONTHLY = (['deals.arr', 'pipe.created', 'pipe.created_weighted'] as const).map(countedOf);

function centsByMonth(sets: readonly RecordSet[], metrics: readonly CountedMetric[], question: Question) {
  const grouped = groupTallies(sets, metrics, 'month', question);
  return metrics.map(
    (metric) =>
      ({ key }: MonthShare) =>
        grouped.get(metric)?.get(key)?.cents ?? 0n,
  );
}
