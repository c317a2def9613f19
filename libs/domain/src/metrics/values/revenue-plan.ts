import type { Day } from '../../period/day.js';
import type { Period } from '../../period/period.js';
import { revenueTargetOver } from '../../targets/revenue-target.js';
import type { TargetSet } from '../../targets/target-set.js';

/** Revenue targets of a span and what is missing. Currency; null without target. */
export interface RevenuePlan {
  readonly target: number | null;
  /** The plan to date: the target's months up to today. */
  readonly expected: number | null;
  readonly remaining: number | null;
  readonly gap: number | null;
}

const NO_PLAN: RevenuePlan = { target: null, expected: null, remaining: null, gap: null };

/**
 * The revenue plan of a year or a half.
 *
 * @param revenue what bills from the start of the span to today, currency
 * @see docs/domain.md, section 5
 */
export function revenuePlan(
  span: Period,
  asOf: Day,
  targets: TargetSet | null,
  revenue: number,
): RevenuePlan {
  const target = revenueTargetOver(targets, span);
  if (target === null) return NO_PLAN;
  const passed = daysToDate(span, asOf);
  const expected = passed === null ? 0 : (revenueTargetOver(targets, passed) ?? 0);
  return { target, expected, remaining: target - revenue, gap: Math.max(0, expected - revenue) };
}

/** The days of a span up to today; null of one that lies ahead. */
export function daysToDate({ from, to }: Period, asOf: Day): Period | null {
  return asOf < from ? null : { from, to: Math.min(to, asOf) };
}

/** The days of a span after today; null of one that is over. */
export function daysAhead({ from, to }: Period, asOf: Day): Period | null {
  return asOf >= to ? null : { from: Math.max(from, asOf + 1), to };
}
