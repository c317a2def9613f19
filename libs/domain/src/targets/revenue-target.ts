import { civil } from '../period/day.js';
import { type MonthShare, monthShares } from '../period/months-in-period.js';
import type { Period } from '../period/period.js';
import { NO_TARGET, type ResolvedTarget, type TargetSet } from './target-set.js';

/** The revenue target of the calendar month that a share belongs to. */
export function revenueTargetOf(targets: TargetSet | null, { month }: MonthShare): ResolvedTarget {
  const { year, month: number } = civil(month);
  return targets?.revenue[String(year).padStart(4, '0')]?.[number - 1] ?? NO_TARGET;
}

/** How many months that a period touches have no revenue target, where others have one; 0 where none has. */
export function monthsWithoutTarget(targets: TargetSet | null, period: Period): number {
  const months = monthShares(period);
  const without = months.filter((share) => revenueTargetOf(targets, share).value === null).length;
  return without === months.length ? 0 : without;
}

/**
 * The revenue target over a period: each month's by the share of its days inside; months without one count 0.
 *
 * @returns currency; null when no month that the period touches has a target
 * @see docs/domain.md, section 3
 */
export function revenueTargetOver(targets: TargetSet | null, question: Period): number | null {
  let total: number | null = null;
  for (const share of monthShares(question)) {
    const { value } = revenueTargetOf(targets, share);
    if (value !== null) total = (total ?? 0) + value * share.share;
  }
  return total;
}
