import fc from 'fast-check';
import { day } from '../period/day.js';
import { type Period, period } from '../period/period.js';
import { presetOf } from '../period/presets.js';

const FIRST = day('2024-01-01');
const LAST = day('2028-12-31');

/** A day of a few years, leap years among them. */
export const aDay = () => fc.integer({ min: FIRST, max: LAST });

/** A period of one day to a few years. */
export const aPeriod = () =>
  fc.tuple(aDay(), aDay()).map(([one, other]) => period(Math.min(one, other), Math.max(one, other)));

/** A month, quarter, half, year or year to date of those years. */
export const aPreset = () =>
  fc
    .tuple(fc.constantFrom('month', 'quarter', 'half', 'year', 'year_to_date'), aDay())
    .map(([kind, at]) => presetOf(kind, at));

/** A period cut in two at some day; in one when it has a single day. */
export function split(whole: Period, at: number): Period[] {
  const days = whole.to - whole.from;
  if (days === 0) return [whole];
  const last = whole.from + (at % days);
  return [period(whole.from, last), period(last + 1, whole.to)];
}
