import type { Day } from './day.js';
import { daysOf, type Period } from './period.js';

/**
 * Share of a period that has passed on a day, that day included: 0 before the period, 1 from its last day.
 *
 * @see docs/domain.md, section 3
 */
export function pace(question: Period, asOf: Day): number {
  const passed = Math.min(Math.max(asOf - question.from + 1, 0), daysOf(question));
  return passed / daysOf(question);
}
