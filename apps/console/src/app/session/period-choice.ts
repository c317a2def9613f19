import { type Day, type PeriodChoice, type PeriodKind, halfOf, presetOf, weekOf } from '@app/domain/period';

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

/** Switching the kind keeps today if the current period contains it, else the start of that period. */
function anchorOf(current: PeriodChoice, today: Day): Day {
  return holdsToday(current, today) ? today : current.period.from;
}
