import { splitHalf } from './revenue-years.js';
import { MONTH_KEYS, type TargetSet } from './target-set.js';

/** The two ways to spread a half-year figure over its months. */
export type Spread = 'evenly' | 'seasonally';

/**
 * The six months of a half-year figure, to the cent; the last month takes what rounding leaves, so that the sum is
 * exact.
 *
 * @param half currency, at least 0
 * @param spread all months alike, or by the seasonality of the business, whose last month is the greatest
 * @returns the months in order, currency
 * @see docs/domain.md, section 6
 */
export function spreadHalf(half: number, spread: Spread): number[] {
  return spread === 'evenly' ? splitEvenly(half, 6) : splitHalf(half);
}

/**
 * The months of a year as a plan for another one.
 *
 * @param targets resolved targets that have the year
 * @param year four digits
 * @param factor what each month is multiplied by; months are rounded to cents
 * @returns January first; null where the year has no target
 */
export function copiedYear(targets: TargetSet, year: string, factor = 1): (number | null)[] {
  return MONTH_KEYS.map((_, at) => {
    const value = targets.revenue[year]?.[at]?.value ?? null;
    return value === null || factor === 1 ? value : Math.round(value * factor * 100) / 100;
  });
}

function splitEvenly(total: number, parts: number): number[] {
  const cents = Math.round(Number(total.toFixed(2)) * 100);
  const each = Math.floor(cents / parts);
  const months = Array<number>(parts).fill(each);
  months[parts - 1] = cents - each * (parts - 1);
  return months.map((month) => month / 100);
}
