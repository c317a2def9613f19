import { type Day, dayOf } from '../period/day.js';
import { MAY_HAVE_MORE, withoutOneAddition } from './date-additions.js';
import { monthNamed } from './month-names.js';

/** Every order of day and month. */
export const DATE_ORDERS = ['day_first', 'month_first'] as const;

/** Which of day and month comes first in `3/4/2026`. */
export type DateOrder = (typeof DATE_ORDERS)[number];

/** The day a text names in either order; null in an order in which it names none. */
export interface WrittenDate {
  readonly day_first: Day | null;
  readonly month_first: Day | null;
}

const LONGEST = 100;
const NUMERIC = /^(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})$/;
const WORDS = /[\s,./-]+/;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|e)?$/i;
const YEAR = /^(?:\d{2}|\d{4})$/;

/**
 * Reads a calendar date as people write it: ISO, numeric in either order or year first, or with an English or French
 * month name. A weekday, a time of day and a zone before or after it are dropped; a date without day, month or year is
 * none.
 *
 * @param text cleaned text, not empty
 * @returns null when the text names no existing date in any order
 * @see docs/domain.md, section 9
 */
export function readDate(text: string): WrittenDate | null {
  if (text.length > LONGEST) return null;
  const found = readBareDate(text);
  if (found !== null || !MAY_HAVE_MORE.test(text)) return found;
  let rest = text.normalize('NFC').replace(/\s+/g, ' ');
  for (let bare = withoutOneAddition(rest); bare !== rest; bare = withoutOneAddition(rest)) {
    rest = bare;
    const date = readBareDate(rest);
    if (date !== null) return date;
  }
  return readBareDate(rest);
}

/** The day of a written date in a column of that order; one that is readable in the other order only is read in it. */
export function dayIn(written: WrittenDate, order: DateOrder): Day | null {
  return written[order] ?? written.day_first ?? written.month_first;
}

/** The order that a written date proves, because it names no day in the other one; null when it proves none. */
export function orderProved(written: WrittenDate): DateOrder | null {
  if (written.day_first === null) return 'month_first';
  return written.month_first === null ? 'day_first' : null;
}

const readBareDate = (text: string) => (NUMERIC.test(text) ? numericDate(text) : namedDate(text));

function numericDate(text: string): WrittenDate | null {
  const [, first = '', , second = '', third = ''] = NUMERIC.exec(text) ?? [];
  const middle = Number(second);
  if (first.length === 4)
    return third.length > 2 ? null : inAnyOrder(dayOf(Number(first), middle, Number(third)));
  if (first.length > 2 || !YEAR.test(third)) return null;
  const year = fullYear(third);
  return oneOf(dayOf(year, middle, Number(first)), dayOf(year, Number(first), middle));
}

function namedDate(text: string): WrittenDate | null {
  const words = text.split(WORDS).filter((word) => word !== '');
  const [first = '', second = '', third = ''] = words;
  if (words.length !== 3) return null;
  const month = monthNamed(second);
  if (month === null) return dated(third, monthNamed(first), second);
  return /^\d{4}$/.test(first) ? dated(first, month, third) : dated(third, month, first);
}

function dated(year: string, month: number | null, date: string): WrittenDate | null {
  const ordinal = ORDINAL.exec(date)?.[1];
  if (month === null || ordinal === undefined || !YEAR.test(year)) return null;
  return inAnyOrder(dayOf(fullYear(year), month, Number(ordinal)));
}

function inAnyOrder(day: Day | null): WrittenDate | null {
  return oneOf(day, day);
}

function oneOf(dayFirst: Day | null, monthFirst: Day | null): WrittenDate | null {
  return dayFirst === null && monthFirst === null ? null : { day_first: dayFirst, month_first: monthFirst };
}

const fullYear = (text: string) => Number(text) + (text.length === 2 ? 2000 : 0);
