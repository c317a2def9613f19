import {
  type Period,
  type PeriodChoice,
  civil,
  day,
  isoDay,
  periodLabel,
  presetKindOf,
} from '@app/domain/period';
import type { Formats } from '../ui/base/formats';

/** The label of the chosen period: `H2 2026`, `1 Jan – 22 Nov 2026`. */
export function labelOf({ kind, period }: PeriodChoice, formats: Formats): string {
  if (kind === 'custom' || kind === 'week' || kind === 'year_to_date')
    return formats.range(isoDay(period.from), isoDay(period.to));
  if (kind === 'month') return formats.month(isoDay(period.from).slice(0, 7), true);
  return kind === 'year' ? String(civil(period.from).year) : periodLabel(period, period.to);
}

/** The label of the days of an answer, whose kind is seen from them. */
export const labelOfDays = (period: Period, formats: Formats): string =>
  labelOf({ kind: presetKindOf(period, period.to) ?? 'custom', period }, formats);

/** The days that the numbers of an answer are about. */
export const daysOfAnswer = ({ period }: { period: { from: string; to: string } }): Period => ({
  from: day(period.from),
  to: day(period.to),
});
