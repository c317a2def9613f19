import { daysOfStep, isoDay } from '@app/domain/period';
import type { Formats } from './formats';

/** `Nov 2026`, `Mon 23 Nov 2026`, `23 – 29 Nov 2026`: what a step of the calendar is called, by its key. */
export function stepLabel(key: string, formats: Formats): string {
  const days = daysOfStep(key);
  if (days === null) return key;
  if (isMonth(key)) return formats.month(key, true);
  const [from, to] = [isoDay(days.from), isoDay(days.to)];
  return isWeek(key) ? formats.range(from, to) : `${formats.weekday(from)} ${from.slice(0, 4)}`;
}

/** The same below an axis: `Nov`, `23 Nov` of a day, and of a week its first day. */
export function stepTick(key: string, spansYears: boolean, formats: Formats): string {
  return isMonth(key) ? formats.month(key, spansYears) : formats.dayAndMonth(key.slice(0, 10));
}

const isMonth = (key: string): boolean => key.length === 7;
const isWeek = (key: string): boolean => key.includes('..');
