import {
  type Day,
  type Period,
  type PeriodChoice,
  type PeriodKind,
  halfOf,
  periodOfParameter,
  presetOf,
  weekOf,
} from '@app/domain/period';

/** The current half, the default. */
export function defaultChoice(today: Day): PeriodChoice {
  return { kind: 'half', period: halfOf(today) };
}

/** The period of a kind that contains today; for a custom one the same days as before. */
export function choiceOf(kind: PeriodKind, current: PeriodChoice, today: Day): PeriodChoice {
  if (kind === 'custom') return { kind, period: current.period };
  const anchor = anchorOf(current, today);
  return { kind, period: kind === 'week' ? weekOf(anchor) : presetOf(kind, anchor) };
}

/** Whether the period contains today. */
export function holdsToday({ period }: PeriodChoice, today: Day): boolean {
  return period.from <= today && today <= period.to;
}

/**
 * The days of a part. A month is cut to the period; earlier months of the half-year in which the period ends, and any
 * half-year, are taken whole; anything else is the whole period.
 */
export function partOf(part: string | null, whole: Period, today: Day): Period {
  const month = periodOfParameter(`month:${part}`, today)?.period;
  if (month && month.from <= whole.to && month.to >= whole.from)
    return { from: Math.max(month.from, whole.from), to: Math.min(month.to, whole.to) };
  if (month && month.to < whole.from && month.from >= halfOf(whole.to).from) return month;
  return periodOfParameter(`half:${part}`, today)?.period ?? whole;
}

/** Switching the kind keeps today if the current period contains it, else the start of that period. */
function anchorOf(current: PeriodChoice, today: Day): Day {
  return holdsToday(current, today) ? today : current.period.from;
}
