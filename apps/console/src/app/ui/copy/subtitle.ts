import type { AnswerFrame } from '@app/contracts';
import type { Formats } from '../base/formats';
import { COPY } from './texts';

/** What a copied number is about, in one line: view, period, as-of date. */
export function subtitleOf(
  view: string,
  { period, as_of }: Pick<AnswerFrame, 'period' | 'as_of'>,
  formats: Formats,
): string {
  return [view, formats.range(period.from, period.to), COPY.asOf(formats.date(as_of))].join(' · ');
}

/** The same of what is counted whatever the period. */
export function undatedSubtitle(
  view: string,
  { as_of }: Pick<AnswerFrame, 'as_of'>,
  formats: Formats,
): string {
  return [view, COPY.asOf(formats.date(as_of))].join(' · ');
}
