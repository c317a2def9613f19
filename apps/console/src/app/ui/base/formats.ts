import { Service, computed, signal } from '@angular/core';
import type { MetricUnit } from '@app/contracts';
import { TEXTS } from './texts';

/** Numbers as an international team writes them, dates with the day first. */
const NUMBERS = 'en-US';
const DATES = 'en-GB';

/** Amounts that are read together. */
export interface Amounts {
  money(value: number): string;
  /** With its sign. */
  difference(value: number): string;
}

/**
 * How numbers, money and dates are written: one place, through Intl. Absent values are a dash, never a zero; a minus is a
 * minus (U+2212).
 */
@Service()
export class Formats {
  /** Currency of the installation, ISO 4217; set when somebody is signed in. */
  readonly currency = signal('USD');
  /** Time zone of the installation: an instant is shown at the time of the team, wherever the reader is. */
  readonly timeZone = signal('Europe/Paris');

  private readonly exact = computed(() => this.moneyFormat({ minimumFractionDigits: 2 }));
  private readonly whole = computed(() => this.moneyFormat({ maximumFractionDigits: 0 }));
  private readonly compact = computed(() =>
    this.moneyFormat({ notation: 'compact', maximumSignificantDigits: 3 }),
  );
  // Two digits, and whole thousands or millions from ten on, is what Intl makes of compact numbers by itself.
  private readonly rough = computed(() => this.moneyFormat({ notation: 'compact' }));
  private readonly time = computed(() => this.instantFormat({ hour: '2-digit', minute: '2-digit' }));
  private readonly day = computed(() =>
    this.instantFormat({ day: 'numeric', month: 'short', year: 'numeric' }),
  );
  private readonly instant = computed(() =>
    this.instantFormat({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  );

  private readonly second = computed(() =>
    this.instantFormat({
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
  );

  /** `$1,234,567` */
  money(value: number | null): string {
    return value === null ? TEXTS.none : written(this.whole(), value);
  }

  /** `$1.23M`: for headlines and axes. */
  moneyShort(value: number | null): string {
    return value === null ? TEXTS.none : written(this.compact(), value);
  }

  /**
   * Amounts of which some are the sum or the difference of others: with cents where any of them has some, as each
   * rounded by itself would not add up.
   */
  together(values: readonly number[]): Amounts {
    const isWhole = values.every((value) => Number.isInteger(toCents(value) / 100));
    if (isWhole)
      return { money: (value) => this.money(value), difference: (value) => this.moneyDifference(value) };
    const money = (value: number) => written(this.exact(), toCents(value) / 100);
    return { money, difference: (value) => withSign(toCents(value), money(Math.abs(value))) };
  }

  /** `+$48,000`, `−$48,000` of what one amount is more or less than another; the same is `$0`. */
  moneyDifference(value: number): string {
    return withSign(Math.round(value), this.money(Math.abs(value)));
  }

  /** `Signal, Full Funnel and Market` */
  list(words: readonly string[]): string {
    return LIST.format(words);
  }

  /** `174` of a count; a plan of a few, over part of a month, keeps what makes it differ: `4.5`. */
  count(value: number | null): string {
    return value === null ? TEXTS.none : written(Math.abs(value) < 10 ? FEW : COUNT, value);
  }

  /** `73%` of a fraction; a small share is written `<1%`, never `0%`, and what is nearly whole `>99%`, never `100%`. */
  share(value: number | null): string {
    if (value === null) return TEXTS.none;
    if (value > 0 && value < 0.005) return TEXTS.underOnePercent;
    return value >= 0.995 && value < 1 ? TEXTS.nearlyWhole : written(SHARE, value);
  }

  /** A value in the unit of its metric, short where it is money. */
  short(value: number | null, unit: MetricUnit): string {
    return unit === 'money' ? this.moneyShort(value) : this.long(value, unit);
  }

  /** As short as it can be, for where there is little room: `$24M`, `$2.4M`, `1.3K`. */
  shortest(value: number | null, unit: MetricUnit): string {
    if (value === null || unit === 'ratio') return this.short(value, unit);
    return unit === 'money'
      ? written(this.rough(), value)
      : written(Math.abs(value) < 1000 ? FEW : ROUGH, value);
  }

  /** A value in the unit of its metric, in full. */
  long(value: number | null, unit: MetricUnit): string {
    if (unit === 'money') return this.money(value);
    return unit === 'ratio' ? this.share(value) : this.count(value);
  }

  /** `1.13` of a number of months. */
  months(value: number | null): string {
    return value === null ? TEXTS.none : MONTHS.format(value);
  }

  /** `+11%` of a change of counts or money, `+3 pts` of a ratio's. */
  change(value: number, unit: MetricUnit): string {
    if (unit !== 'ratio') return written(SIGNED_SHARE, value);
    const points = Math.round(value * 100);
    return TEXTS.comparison.points(written(SIGNED, points), Math.abs(points) === 1);
  }

  /** `22 Nov 2026` of a calendar date; no time zone can shift it. */
  date(date: string | null): string {
    return date ? DATE.format(dayOf(date)) : TEXTS.none;
  }

  /** `22 Nov` of a calendar date. */
  dayAndMonth(date: string): string {
    return DAY_MONTH.format(dayOf(date));
  }

  /** `Tue 24 Nov` of a calendar date. */
  weekday(date: string): string {
    return WEEKDAY.format(dayOf(date)).replace(',', '');
  }

  /** `1 Jul – 31 Dec 2026` */
  range(from: string, to: string): string {
    return DATE.formatRange(dayOf(from), dayOf(to));
  }

  /** `Nov` of `2026-11`; with the year where the reader cannot guess it. */
  month(key: string, withYear = false): string {
    return (withYear ? MONTH_YEAR : MONTH).format(dayOf(`${key}-01`));
  }

  /** `22 Nov, 12:02` in the time zone of the installation. */
  at(instant: string | null): string {
    return instant ? this.instant().format(new Date(instant)) : TEXTS.none;
  }

  /** `22 Nov, 12:02:45`, where the minute does not tell instants apart. */
  secondOf(instant: string): string {
    return this.second().format(new Date(instant));
  }

  /** `3 Jul 2026`: the day of an instant in the time zone of the installation. */
  dayAt(instant: string): string {
    return this.day().format(new Date(instant));
  }

  /** `12:02` in the time zone of the installation. */
  timeOf(instant: string): string {
    return this.time().format(new Date(instant));
  }

  /** `12 min ago`, `3 h ago`, `2 days ago` */
  ago(instant: string, now: number): string {
    const minutes = Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
    if (minutes < 1) return 'just now';
    if (minutes < 60) return `${minutes} min ago`;
    if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ago`;
    return `${Math.floor(minutes / 1440)} days ago`;
  }

  /** `1.2 MB` */
  bytes(size: number): string {
    const [value, unit] =
      size < 1e3 ? [size, 'byte'] : size < 1e6 ? [size / 1e3, 'kilobyte'] : [size / 1e6, 'megabyte'];
    const unitDisplay = unit === 'byte' ? 'long' : 'short';
    return new Intl.NumberFormat(NUMBERS, {
      style: 'unit',
      unit,
      unitDisplay,
      maximumFractionDigits: 1,
    }).format(value);
  }

  /** `2.4 s` of milliseconds. */
  seconds(milliseconds: number): string {
    return SECONDS.format(milliseconds / 1000);
  }

  private moneyFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return new Intl.NumberFormat(NUMBERS, { style: 'currency', currency: this.currency(), ...options });
  }

  private instantFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(DATES, { timeZone: this.timeZone(), ...options });
  }
}

const calendar = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(DATES, { timeZone: 'UTC', ...options });

const LIST = new Intl.ListFormat(DATES, { type: 'conjunction' });
const COUNT = new Intl.NumberFormat(NUMBERS, { maximumFractionDigits: 0 });
const ROUGH = new Intl.NumberFormat(NUMBERS, { notation: 'compact' });
const FEW = new Intl.NumberFormat(NUMBERS, { maximumFractionDigits: 1 });
const MONTHS = new Intl.NumberFormat(NUMBERS, { maximumFractionDigits: 2 });
const SHARE = new Intl.NumberFormat(NUMBERS, { style: 'percent', maximumFractionDigits: 0 });
const SIGNED = new Intl.NumberFormat(NUMBERS, { signDisplay: 'exceptZero' });
const SIGNED_SHARE = new Intl.NumberFormat(NUMBERS, {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
});
const SECONDS = new Intl.NumberFormat(NUMBERS, { style: 'unit', unit: 'second', maximumFractionDigits: 1 });
const DATE = calendar({ day: 'numeric', month: 'short', year: 'numeric' });
const DAY_MONTH = calendar({ day: 'numeric', month: 'short' });
const WEEKDAY = calendar({ weekday: 'short', day: 'numeric', month: 'short' });
const MONTH = calendar({ month: 'short' });
const MONTH_YEAR = calendar({ month: 'short', year: 'numeric' });

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`);
/** Sums of cents carry a tail beyond them. */
const toCents = (value: number): number => Math.round(value * 100);

function withSign(value: number, words: string): string {
  if (value === 0) return words;
  return value > 0 ? `+${words}` : `−${words}`;
}

// A sum of nothing may be -0, which Intl would write as "-$0"; and it writes a hyphen where a minus belongs.
const written = (format: Intl.NumberFormat, value: number): string =>
  format.format(value === 0 ? 0 : value).replace('-', '−');
