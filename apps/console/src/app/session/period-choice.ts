import {
  type Day,
  type Period,
  type PresetKind,
  civil,
  dayOf,
  halfOf,
  isoDay,
  monthKey,
  parseIsoDay,
  presetOf,
  stepPeriod,
} from '@app/domain/period';

export type PeriodKind = PresetKind | 'custom';

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
  return { kind, period: presetOf(kind, anchorOf(current, today)) };
}

/** Previous and next of the same kind. */
export function stepped(choice: PeriodChoice, steps: number): PeriodChoice {
  const kind = choice.kind === 'custom' ? null : choice.kind;
  return { kind: choice.kind, period: stepPeriod(choice.period, kind, steps) };
}

/** Whether the period contains today. */
export function holdsToday({ period }: PeriodChoice, today: Day): boolean {
  return period.from <= today && today <= period.to;
}

/** As written in the address: `half:2026-H2`, `custom:2026-09-15..2026-10-15`. */
export function toParameter({ kind, period }: PeriodChoice): string {
  const { year, month } = civil(period.from);
  switch (kind) {
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
  const at = PRESETS[kind]?.anchor(value, today) ?? null;
  const preset = PRESETS[kind]?.kind;
  return at === null || preset === undefined ? null : { kind: preset, period: presetOf(preset, at) };
}

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
