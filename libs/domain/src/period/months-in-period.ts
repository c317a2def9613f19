import { civil, type Day, daysInMonth, firstOfMonth, lastOfMonth, monthKey, monthsTouching } from './day.js';
import { daysOf, type Period } from './period.js';

/**
 * A calendar month that a period touches.
 */
export interface MonthShare {
  /** First day of the month, inside the period or not. */
  readonly month: Day;
  /** `YYYY-MM`. */
  readonly key: string;
  /** The days of the month that lie inside the period. */
  readonly inside: Period;
  /** Share of the month's days inside the period: above 0, at most 1. */
  readonly share: number;
}

/**
 * The calendar months a period touches, oldest first, each with the share of its days inside.
 *
 * @see docs/domain.md, section 3
 */
export function monthShares(question: Period): MonthShare[] {
  return monthsTouching(question.from, question.to).map((month) => {
    const inside = { from: Math.max(question.from, month), to: Math.min(question.to, lastOfMonth(month)) };
    return { month, key: monthKey(month), inside, share: daysOf(inside) / daysInMonth(month) };
  });
}

/** How many calendar months a period touches. */
export function monthsTouched({ from, to }: Period): number {
  const [first, last] = [civil(from), civil(to)];
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

/**
 * How many months of target a period is worth: each calendar month counts by the share of its days inside. Whole
 * months are counted by arithmetic, not one by one: a period may be all time.
 *
 * @returns months, a fraction: 6 for 1 Jul - 31 Dec, 16/30 + 15/31 for 15 Sep - 15 Oct
 * @see docs/domain.md, section 3
 */
export function monthsInPeriod(question: Period): number {
  const { from, to } = question;
  const touched = monthsTouched(question);
  if (touched === 1) return daysOf(question) / daysInMonth(from);
  const first = daysOf({ from, to: lastOfMonth(from) }) / daysInMonth(from);
  const last = daysOf({ from: firstOfMonth(to), to }) / daysInMonth(to);
  return first + (touched - 2) + last;
}
