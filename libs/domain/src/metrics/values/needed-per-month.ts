import type { Day } from '../../period/day.js';
import { monthsInPeriod } from '../../period/months-in-period.js';
import type { Period } from '../../period/period.js';

/**
 * What is still needed a month to reach a target by the end of a span.
 *
 * @param remaining currency, of the whole span; null without target
 * @param asOf today, which still counts as time
 * @returns currency a month; 0 when nothing remains; null without target or when the span is over
 */
export function neededPerMonth(remaining: number | null, { from, to }: Period, asOf: Day): number | null {
  if (remaining === null || asOf > to) return null;
  return Math.max(0, remaining) / monthsInPeriod({ from: Math.max(from, asOf), to });
}
