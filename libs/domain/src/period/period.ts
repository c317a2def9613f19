import { type Day, isoDay } from './day.js';

/**
 * A span of calendar days, both ends inside.
 *
 * @see docs/domain.md, section 3
 */
export interface Period {
  readonly from: Day;
  /** Last day, inside the period; not before `from`. */
  readonly to: Day;
}

/** A period whose first day comes after its last one. */
export class InvalidPeriodError extends RangeError {
  override readonly name = 'InvalidPeriodError';

  constructor(
    readonly from: Day,
    readonly to: Day,
  ) {
    super(`The period begins on ${isoDay(from)}, after its end on ${isoDay(to)}.`);
  }
}

/**
 * The period from one day to another.
 *
 * @param from first day, inside
 * @param to last day, inside
 * @throws InvalidPeriodError when `from` is after `to`
 * @see docs/domain.md, section 3
 */
export function period(from: Day, to: Day): Period {
  if (from > to) throw new InvalidPeriodError(from, to);
  return { from, to };
}

/** Whether a day lies in a period; null lies in none. */
export function isWithin(value: Day | null, { from, to }: Period): boolean {
  return value !== null && value >= from && value <= to;
}

/** Number of days of a period, both ends counted. */
export function daysOf({ from, to }: Period): number {
  return to - from + 1;
}
