import { civil, type Day, firstOfMonth } from './day.js';
import { monthsTouched } from './months-in-period.js';
import { daysOf, isWithin, type Period } from './period.js';
import { periodLabel, presetKindOf, stepPeriod } from './presets.js';

/** What a period is compared with: the preset before it, the same days a year earlier, or nothing. */
export type Against = 'previous' | 'last_year' | 'none';

/**
 * Which days are compared with which.
 *
 * @see docs/domain.md, section 3
 */
export interface ComparedDays {
  readonly against: 'previous' | 'last_year';
  /** What it is compared with, such as `H1 2026`, `Nov 2025`, `Q3 2026` or `2025`; else its first and last day. */
  readonly label: string;
  /** Days that are compared with, both included. */
  readonly from: Day;
  readonly to: Day;
  /** Last day of the period that is compared: today while the period is under way, else its end. */
  readonly through: Day;
  /** True while the period is under way: then the same number of days is compared on both sides. */
  readonly is_partial: boolean;
}

/**
 * The days that a period is compared with. A month, quarter, half or year is compared with the one before, a year to
 * date with the same days a year earlier, any other period with as many days right before it.
 *
 * @param question the whole period; its days from the first up to `through` are what is compared
 * @param asOf the day that counts as today
 * @returns null when nothing is compared: by choice, when the period lies ahead, and where the calendar begins
 */
export function comparedDays(question: Period, asOf: Day, against: Against): ComparedDays | null {
  const earlier = periodBefore(question, asOf, against);
  if (earlier === null || against === 'none') return null;
  const isPartial = isWithin(asOf, question) && asOf < question.to;
  const through = isPartial ? asOf : question.to;
  const lastCompared = isPartial ? earlier.from + (asOf - question.from) : earlier.to;
  return {
    against,
    label: labelOf(earlier, asOf),
    from: earlier.from,
    to: Math.min(earlier.to, lastCompared),
    through,
    is_partial: isPartial,
  };
}

/**
 * The earlier period whose months stand beside those of a period, the first beside the first: as a whole, also what of
 * it has not come yet in the period itself.
 *
 * @returns null when nothing is compared, and where the months of the two do not stand beside each other: one begins
 *   within a month, or has more of them
 */
export function monthsBefore(question: Period, asOf: Day, against: Against): Period | null {
  const earlier = periodBefore(question, asOf, against);
  if (earlier === null || monthsTouched(earlier) !== monthsTouched(question)) return null;
  return [question, earlier].every(({ from }) => from === firstOfMonth(from)) ? earlier : null;
}

/**
 * The whole earlier period that a period is compared with, also what of it has not come yet in the period itself.
 *
 * @returns null when nothing is compared: see {@link comparedDays}
 */
export function periodBefore(question: Period, asOf: Day, against: Against): Period | null {
  if (against === 'none' || question.from > asOf) return null;
  const kind = against === 'last_year' ? 'year_to_date' : presetKindOf(question, asOf);
  const years = kind === null ? Math.ceil(daysOf(question) / DAYS_OF_YEAR) : 1;
  return civil(question.from).year <= years ? null : stepPeriod(question, kind, -1);
}

/** The shortest year: dividing by it never underestimates the years that a step back crosses. */
const DAYS_OF_YEAR = 365;

function labelOf(earlier: Period, asOf: Day): string {
  const label = periodLabel(earlier, asOf);
  return presetKindOf(earlier, asOf) === 'month' ? label.replace(/^(\p{L}{3})\p{L}*/u, '$1') : label;
}
