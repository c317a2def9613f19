import type { TargetSet } from '../targets/target-set.js';
import { revenueTargetOver } from '../targets/revenue-target.js';
import type { Asked } from './asked.js';
import { revenueSpanOf } from './engine/window.js';

/** Revenue targets of the span and what is missing. Currency; null without target. */
export interface RevenuePlan {
  readonly target: number | null;
  readonly expected: number | null;
  readonly remaining: number | null;
  readonly gap: number | null;
}

const NO_PLAN: RevenuePlan = { target: null, expected: null, remaining: null, gap: null };

/**
 * The revenue plan of today's year or half.
 *
 * @param revenue `revenue.ytd`, currency
 * @see docs/domain.md, section 5
 */
export function revenuePlan(asked: Asked, targets: TargetSet | null, revenue: number): RevenuePlan {
  const span = revenueSpanOf(asked);
  const target = revenueTargetOver(targets, span);
  if (target === null) return NO_PLAN;
  const expected = revenueTargetOver(targets, { from: span.from, to: asked.asOf }) ?? 0;
  return { target, expected, remaining: target - revenue, gap: Math.max(0, expected - revenue) };
}
