import { civil, type Day, day, dayOf, firstOfMonth, isoDay, lastOfMonth } from './day.js';
import type { Period } from './period.js';

/** Kinds of period with a name; `year_to_date` ends on the as-of day. */
export type PresetKind = 'month' | 'quarter' | 'half' | 'year' | 'year_to_date';

/** Calendar months that a preset spans; a year to date spans at most twelve. */
const MONTHS: Record<PresetKind, number> = { month: 1, quarter: 3, half: 6, year: 12, year_to_date: 12 };

/**
 * The period of a kind that holds a day: its month, quarter, half, year, or its year up to that very day.
 *
 * @see docs/domain.md, section 3
 */
export function presetOf(kind: PresetKind, at: Day): Period {
  const from = firstOfSpan(MONTHS[kind], at);
  return { from, to: kind === 'year_to_date' ? at : lastOfSpan(MONTHS[kind], from) };
}

/** The half-year that holds a day: January to June or July to December. */
export function halfOf(at: Day): Period {
  return presetOf('half', at);
}

/** The calendar year that holds a day. */
export function yearOf(at: Day): Period {
  return presetOf('year', at);
}

/** The week that holds a day, Monday to Sunday. */
export function weekOf(at: Day): Period {
  const from = at - ((((at - A_MONDAY) % 7) + 7) % 7);
  return { from, to: from + 6 };
}

/** Some days up to a day, itself the last of them. */
export const lastDays = (count: number, upTo: Day): Period => ({ from: upTo - count + 1, to: upTo });

/**
 * The kind a period is, null when it is a custom one. A year to date is recognised by its end on the as-of day.
 *
 * @param asOf the as-of day
 */
export function presetKindOf(question: Period, asOf: Day): PresetKind | null {
  const kinds: PresetKind[] = ['month', 'quarter', 'half', 'year', 'year_to_date'];
  const matches = (kind: PresetKind) => {
    const preset = presetOf(kind, kind === 'year_to_date' ? asOf : question.from);
    return preset.from === question.from && preset.to === question.to;
  };
  return kinds.find(matches) ?? null;
}

/**
 * The period of the same kind so many steps later (earlier when negative).
 *
 * A year to date becomes the same days of another year; 29 February becomes 28 where there is none. A custom period
 * (`kind` null) moves by its own length in days.
 *
 * @param steps whole number: 1 is the next, -1 the previous
 */
export function stepPeriod(question: Period, kind: PresetKind | null, steps: number): Period {
  if (kind === null) {
    const days = (question.to - question.from + 1) * steps;
    return { from: question.from + days, to: question.to + days };
  }
  if (kind === 'year_to_date') {
    return { from: addMonths(question.from, 12 * steps), to: addMonths(question.to, 12 * steps) };
  }
  return presetOf(kind, addMonths(question.from, MONTHS[kind] * steps));
}

/**
 * What people call a period: `November 2026`, `Q4 2026`, `H2 2026`, `2026`, `2026 to 22 Nov`, else both dates.
 *
 * @param asOf the as-of day, by which a year to date is recognised
 */
export function periodLabel(question: Period, asOf: Day): string {
  const { year, month } = civil(question.from);
  switch (presetKindOf(question, asOf)) {
    case 'month':
      return `${MONTH_NAMES[month - 1] ?? ''} ${year}`;
    case 'quarter':
      return `Q${Math.ceil(month / 3)} ${year}`;
    case 'half':
      return `H${Math.ceil(month / 6)} ${year}`;
    case 'year':
      return String(year);
    case 'year_to_date':
      return `${year} to ${shortDate(question.to)}`;
    case null:
      return `${isoDay(question.from)} to ${isoDay(question.to)}`;
  }
}

/** Label of the half-year that holds a day, such as `H2 2026`. */
export function halfLabel(at: Day): string {
  const { year, month } = civil(at);
  return `H${Math.ceil(month / 6)} ${year}`;
}

const A_MONDAY = day('2026-11-23');

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function shortDate(at: Day): string {
  const { month, date } = civil(at);
  return `${date} ${(MONTH_NAMES[month - 1] ?? '').slice(0, 3)}`;
}

function firstOfSpan(months: number, at: Day): Day {
  const { month } = civil(at);
  return addMonths(firstOfMonth(at), -((month - 1) % months));
}

function lastOfSpan(months: number, from: Day): Day {
  return lastOfMonth(addMonths(from, months - 1)); // not the day before the next one: the calendar may end
}

/** The same day of the month so many months later, or the last day of that month where it is shorter. */
function addMonths(at: Day, months: number): Day {
  const { year, month, date } = civil(at);
  const index = year * 12 + (month - 1) + months;
  const first = dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
  if (first === null) throw new RangeError('The calendar ends with the years 1 and 9999.');
  return Math.min(first + date - 1, lastOfMonth(first));
}
