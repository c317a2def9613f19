import { type Day, dayOf, parseIsoDay } from '@app/domain/period';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const IN_WORDS = /^(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i;

const IN_FIGURES = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/**
 * A date as people type it into a field: `2026-11-28`, as the field shows it (`28 Nov 2026`), in figures with the day
 * first (`28/11/2026`), or null.
 */
export function writtenDate(text: string): Day | null {
  const [, inDay, inMonth, inYear] = IN_FIGURES.exec(text.trim()) ?? [];
  if (inYear) return dayOf(Number(inYear), Number(inMonth), Number(inDay));
  const [, date, month, year] = IN_WORDS.exec(text.trim()) ?? [];
  if (!date || !month || !year) return parseIsoDay(text.trim());
  const at = MONTHS.indexOf(month.toLowerCase());
  return at < 0 ? null : dayOf(Number(year), at + 1, Number(date));
}
