import type { Day } from './day.js';
import { type PeriodChoice, periodParameter } from './period-choice.js';
import { halfOf, lastDays, presetOf, stepPeriod, weekOf, yearOf } from './presets.js';

/** Previous and next of the same kind. @param steps whole number: 1 is the next, -1 the previous */
export function steppedChoice(choice: PeriodChoice, steps: number): PeriodChoice {
  const kind = choice.kind === 'custom' || choice.kind === 'week' ? null : choice.kind;
  return { kind: choice.kind, period: stepPeriod(choice.period, kind, steps) };
}

/** A period by a name that follows the calendar. */
export interface NamedPeriod<Name extends string> {
  readonly name: Name;
  readonly choice: PeriodChoice;
}

type NearPeriod =
  'this_week' | 'last_week' | 'last_7' | 'last_30' | 'this_month' | 'last_month' | 'next_month';

/** Name of a period that follows the calendar. */
export type MovingPeriod = NearPeriod | 'this_quarter' | 'this_half' | 'this_year' | 'year_to_date';

/** Periods that people ask for by name, relative to today. */
export function namedPeriods(today: Day): readonly NamedPeriod<NearPeriod>[] {
  const week: PeriodChoice = { kind: 'week', period: weekOf(today) };
  const month: PeriodChoice = { kind: 'month', period: presetOf('month', today) };
  return [
    { name: 'this_week', choice: week },
    { name: 'last_week', choice: steppedChoice(week, -1) },
    { name: 'last_7', choice: { kind: 'custom', period: lastDays(7, today) } },
    { name: 'last_30', choice: { kind: 'custom', period: lastDays(30, today) } },
    { name: 'this_month', choice: month },
    { name: 'last_month', choice: steppedChoice(month, -1) },
    { name: 'next_month', choice: steppedChoice(month, 1) },
  ];
}

/** All that can be kept by name, so that it still means the same from today when today is another day. */
export const movingPeriods = (today: Day): readonly NamedPeriod<MovingPeriod>[] => [
  ...namedPeriods(today),
  { name: 'this_quarter', choice: { kind: 'quarter', period: presetOf('quarter', today) } },
  { name: 'this_half', choice: { kind: 'half', period: halfOf(today) } },
  { name: 'this_year', choice: { kind: 'year', period: yearOf(today) } },
  { name: 'year_to_date', choice: { kind: 'year_to_date', period: presetOf('year_to_date', today) } },
];

/** The name under which a choice follows the calendar; null for one that is fixed, such as some month long ago. */
export function movingNameOf(choice: PeriodChoice, today: Day): MovingPeriod | null {
  const wanted = periodParameter(choice);
  return movingPeriods(today).find((each) => periodParameter(each.choice) === wanted)?.name ?? null;
}
