import {
  type Day,
  type Period,
  type PresetKind,
  civil,
  dayOf,
  halfOf,
  isoDay,
  lastDays,
  monthKey,
  parseIsoDay,
  presetOf,
  stepPeriod,
  weekOf,
} from '@app/domain/period';

/** A week and custom days are compared, and stepped, by their own length. */
export type PeriodKind = PresetKind | 'week' | 'custom';

/** The chosen period: its kind decides what "next" means. */
export interface PeriodChoice {
  kind: PeriodKind;
  period: Period;
}

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

/** Previous and next of the same kind. */
export function stepped(choice: PeriodChoice, steps: number): PeriodChoice {
  const kind = choice.kind === 'custom' || choice.kind === 'week' ? null : choice.kind;
  return { kind: choice.kind, period: stepPeriod(choice.period, kind, steps) };
}

/** Whether the period contains today. */
export function holdsToday({ period }: PeriodChoice, today: Day): boolean {
  return period.from <= today && today <= period.to;
}

/** As written in the address: `half:2026-H2`, `week:2026-11-23` (its Monday), `custom:2026-09-15..2026-10-15`. */
export function toParameter({ kind, period }: PeriodChoice): string {
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

/** Reads an address; null when it names no period, so that a mistyped link falls back to the default. */
export function fromParameter(text: string | null, today: Day): PeriodChoice | null {
  const [kind, value] = (text ?? '').split(':');
  if (kind === undefined || value === undefined) return null;
  if (kind === 'custom') return customChoice(value);
  if (kind === 'week') return weekChoice(value);
  const at = PRESETS[kind]?.anchor(value, today) ?? null;
  const preset = PRESETS[kind]?.kind;
  return at === null || preset === undefined ? null : { kind: preset, period: presetOf(preset, at) };
}

/** Periods that people ask for by name, relative to today. */
export function namedPeriods(today: Day): readonly { name: PeriodName; choice: PeriodChoice }[] {
  const week: PeriodChoice = { kind: 'week', period: weekOf(today) };
  const month: PeriodChoice = { kind: 'month', period: presetOf('month', today) };
  return [
    { name: 'this_week', choice: week },
    { name: 'last_week', choice: stepped(week, -1) },
    { name: 'last_7', choice: { kind: 'custom', period: lastDays(7, today) } },
    { name: 'last_30', choice: { kind: 'custom', period: lastDays(30, today) } },
    { name: 'this_month', choice: month },
    { name: 'last_month', choice: stepped(month, -1) },
    { name: 'next_month', choice: stepped(month, 1) },
  ];
}

type PeriodName =
  'this_week' | 'last_week' | 'last_7' | 'last_30' | 'this_month' | 'last_month' | 'next_month';

/** A custom choice of two dates; null when they are none or in the wrong order. */
export function customBetween(from: string, to: string): PeriodChoice | null {
  const [first, last] = [parseIsoDay(from), parseIsoDay(to)];
  if (first === null || last === null || first > last) return null;
  return { kind: 'custom', period: { from: first, to: last } };
}

/**
 * The days of a part. A month is cut to the period; earlier months of the half-year in which the period ends, and any
 * half-year, are taken whole; anything else is the whole period.
 */
export function partOf(part: string | null, whole: Period, today: Day): Period {
  const month = fromParameter(`month:${part}`, today)?.period;
  if (month && month.from <= whole.to && month.to >= whole.from)
    return { from: Math.max(month.from, whole.from), to: Math.min(month.to, whole.to) };
  if (month && month.to < whole.from && month.from >= halfOf(whole.to).from) return month;
  return fromParameter(`half:${part}`, today)?.period ?? whole;
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

/** Switching the kind keeps today if the current period contains it, else the start of that period. */
function anchorOf(current: PeriodChoice, today: Day): Day {
  return holdsToday(current, today) ? today : current.period.from;
}
