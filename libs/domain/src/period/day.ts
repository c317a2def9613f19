/**
 * A calendar date as whole days since 1970-01-01 (UTC), negative before. Dates are compared and subtracted as
 * numbers and never shifted by a time zone.
 *
 * @see docs/domain.md, section 1
 */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/**
 * The day an ISO calendar date names.
 *
 * @param text `YYYY-MM-DD`
 * @returns the day
 * @throws RangeError when the text is no existing calendar date
 */
export function day(text: string): Day {
  const found = parseIsoDay(text);
  if (found === null) throw new RangeError(`"${text}" is not a calendar date (YYYY-MM-DD).`);
  return found;
}

/**
 * The day an ISO calendar date names, or null when there is no such date.
 *
 * @param text `YYYY-MM-DD` and nothing else
 */
export function parseIsoDay(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/**
 * The day of a year, month and day of month, or null when the calendar has no such date.
 *
 * @param year full year, 1 to 9999
 * @param month 1 to 12
 * @param date 1 to 31
 */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || date < 1) return null;
  if (date > daysInMonthOf(year, month)) return null;
  return daysFromCivil(year, month, date);
}

/** `YYYY-MM-DD` of a day. */
export function isoDay(value: Day): string {
  return new Date(value * MS_PER_DAY).toISOString().slice(0, 10);
}

/** `YYYY-MM` of a day: the key of its month in breakdowns. */
export function monthKey(value: Day): string {
  return isoDay(value).slice(0, 7);
}

/** The instant 00:00 UTC of a day, as dates are stored. */
export function toDate(value: Day): Date {
  return new Date(value * MS_PER_DAY);
}

/** The calendar day of a stored instant; the time of day is dropped. */
export function fromDate(value: Date): Day {
  return Math.floor(value.getTime() / MS_PER_DAY);
}

/** Year, month (1-12) and day of month of a day. */
export function civil(value: Day): { year: number; month: number; date: number } {
  const at = toDate(value);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** First day of the month a day lies in. */
export function firstOfMonth(value: Day): Day {
  return value - civil(value).date + 1;
}

/** Last day of the month a day lies in. */
export function lastOfMonth(value: Day): Day {
  return firstOfMonth(value) + daysInMonth(value) - 1;
}

/** Number of days of the month a day lies in: 28 to 31. */
export function daysInMonth(value: Day): number {
  const { year, month } = civil(value);
  return daysInMonthOf(year, month);
}

/** The first days of the calendar months that `[from, to]` touches, in order; empty when `from` is after `to`. */
export function monthsTouching(from: Day, to: Day): Day[] {
  const months: Day[] = [];
  for (let month = firstOfMonth(from); month <= to; month += daysInMonth(month)) months.push(month);
  return months;
}

function daysInMonthOf(year: number, month: number): number {
  return month === 2
    ? isLeap(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/* Howard Hinnant's days_from_civil: no Date object for each of a million cells. */
function daysFromCivil(year: number, month: number, date: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
