import { monthsInPeriod } from '../period/months-in-period.js';
import type { Period } from '../period/period.js';
import type { ResolvedTarget, TargetKey, TargetSet } from './target-set.js';

/** Goals of what is open, whatever the period: a longer period does not ask for more. */
const ONCE = new Set<TargetKey>([
  'ytd_aggregate_pipeline',
  'ytd_cumulative_weighted',
  'next_14_days',
  'next_30_60_days',
  'next_60_90_days',
]);

/**
 * Whether a target is monthly, and so grows with the period.
 *
 * @see docs/domain.md, section 3
 */
export function isMonthly(key: TargetKey): boolean {
  return !ONCE.has(key);
}

/**
 * What a target asks for over a period: a month's times the months in it, the others as they are.
 *
 * @returns count or currency; null without target
 * @see docs/domain.md, section 3
 */
export function targetOver({ keys }: TargetSet, key: TargetKey, question: Period): number | null {
  const { value } = keys[key];
  return value === null || !isMonthly(key) ? value : value * monthsInPeriod(question);
}

/**
 * How far a master's own target is from what its views add up to.
 *
 * @param own of the master
 * @param sum of its views
 * @returns own - sum, kept to the hundredth; null when one of them is missing
 * @see docs/domain.md, section 6
 */
export function aboveViews(own: ResolvedTarget, sum: number | null): number | null {
  return own.value === null || sum === null ? null : Math.round((own.value - sum) * 100) / 100;
}
