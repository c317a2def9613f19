import { type Day, type Period, daysOfStep, halfOf, periodOfParameter } from '@app/domain/period';

/**
 * The days of a part. A month, a week or a day is cut to the period; earlier months of the half-year in which the period
 * ends, and any half-year, are taken whole; anything else is the whole period.
 */
export function partOf(part: string | null, whole: Period, today: Day): Period {
  const days = part === null ? null : daysOfStep(part);
  if (days && days.from <= whole.to && days.to >= whole.from)
    return { from: Math.max(days.from, whole.from), to: Math.min(days.to, whole.to) };
  const isMonth = part?.length === 7;
  if (days && isMonth && days.to < whole.from && days.from >= halfOf(whole.to).from) return days;
  return periodOfParameter(`half:${part}`, today)?.period ?? whole;
}
