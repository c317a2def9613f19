import { type Day, civil, daysInMonth, monthsTouching } from '@app/domain';
import type { Random } from './random.js';

/** How much of an average month each month brings, January first: little in August, much at the ends of quarters. */
export const SEASON = [0.8, 0.9, 1.2, 0.9, 1, 1.2, 0.9, 0.6, 1.1, 1.1, 1.1, 1.2] as const;

const CLOSED_A_MONTH = 3.5;
const DAYS_BACK = 530;
const DAYS_AHEAD = 30;

/** Billing starts of the deals that closed: some in each month up to today, and a few signed for the weeks after. */
export function sampleClosings(now: Day, random: Random): Day[] {
  const months = monthsTouching(now - DAYS_BACK, now + DAYS_AHEAD);
  return months
    .flatMap((first) => closingsOf(first, random))
    .filter((day) => day <= now || (day <= now + DAYS_AHEAD && random.chance(0.5)));
}

function closingsOf(first: Day, random: Random): Day[] {
  const usual = CLOSED_A_MONTH * (SEASON[civil(first).month - 1] ?? 1);
  const count = Math.max(1, Math.round(usual + random.next() - 0.5));
  return Array.from({ length: count }, () => first + random.between(0, daysInMonth(first) - 1));
}
