import { civil, type Day, dayOf, isoDay, monthKey, parseIsoDay } from './day.js';
import type { Period } from './period.js';
import { presetOf, type PresetKind, weekOf } from './presets.js';

/** A week and custom days are compared, and stepped, by their own length. */
export type PeriodKind = PresetKind | 'week' | 'custom';

/** The chosen period: its kind decides what "next" means. */
export interface PeriodChoice {
  kind: PeriodKind;
  period: Period;
}

/** As written in an address: `half:2026-H2`, `week:2026-11-23` (its Monday), `custom:2026-09-15..2026-10-15`. */
export function periodParameter({ kind, period }: PeriodChoice): string {
  const { year, month } = civil(period.from);
  switch (kind) {
    case 'week':
      return `week:${isoDay(period.from)}`;
    case 'month':
      return `month:${monthKey(period.from)}`;
    case 'quarter':
      return `quarter:${year}-Q${Math.ceil(month / 3)}`;
    case 'half':
      return `half:${year}-H${Math.ceil(month / 6)}`;
    case 'year':
      return `year:${year}`;
    case 'year_to_date':
      return `ytd:${year}`;
    case 'custom':
      return `custom:${isoDay(period.from)}..${isoDay(period.to)}`;
  }
}

/**
 * Reads what {@link periodParameter} writes; null when it names no period, so that a mistyped link falls back to the
 * default.
 *
 * @param today ends a year to date on its day of the year
 */
export function periodOfParameter(text: string | null, today: Day): PeriodChoice | null {
  const [kind, value] = (text ?? '').split(':');
  if (kind === undefined || value === undefined) return null;
  if (kind === 'custom') return customChoice(value);
  if (kind === 'week') return weekChoice(value);
  const at = PRESETS[kind]?.anchor(value, today) ?? null;
  const preset = PRESETS[kind]?.kind;
  return at === null || preset === undefined ? null : { kind: preset, period: presetOf(preset, at) };
}

/** A custom choice of two ISO dates; null when they are none or in the wrong order. */
export function customBetween(from: string, to: string): PeriodChoice | null {
  const [first, last] = [parseIsoDay(from), parseIsoDay(to)];
  if (first === null || last === null || first > last) return null;
  return { kind: 'custom', period: { from: first, to: last } };
}

interface Preset {
  kind: PresetKind;
  /** A day within the period that the text names. */
  anchor: (text: string, today: Day) => Day | null;
}

const PRESETS: Partial<Record<string, Preset>> = {
  month: { kind: 'month', anchor: (text) => parseIsoDay(`${text}-01`) },
  quarter: { kind: 'quarter', anchor: (text) => partOfYear(text, /^(\d{4})-Q([1-4])$/, 3) },
  half: { kind: 'half', anchor: (text) => partOfYear(text, /^(\d{4})-H([12])$/, 6) },
  year: { kind: 'year', anchor: (text) => yearStart(text) },
  ytd: { kind: 'year_to_date', anchor: sameDayOf },
};

function customChoice(text: string): PeriodChoice | null {
  const [from, to] = text.split('..');
  return customBetween(from ?? '', to ?? '');
}

function weekChoice(text: string): PeriodChoice | null {
  const at = parseIsoDay(text);
  return at === null ? null : { kind: 'week', period: weekOf(at) };
}

function partOfYear(text: string, pattern: RegExp, months: number): Day | null {
  const [, year, part] = pattern.exec(text) ?? [];
  return year && part ? dayOf(Number(year), (Number(part) - 1) * months + 1, 1) : null;
}

const yearStart = (text: string) => (/^\d{4}$/.test(text) ? dayOf(Number(text), 1, 1) : null);

/** Year to date of another year ends on the same day of that year. */
function sameDayOf(text: string, today: Day): Day | null {
  const { month, date } = civil(today);
  const year = yearStart(text) === null ? 0 : Number(text);
  return dayOf(year, month, date) ?? dayOf(year, month, date - 1);
}
