import { isoDay, lastOfMonth, parseIsoDay } from './day.js';
import { daysOf, type Period } from './period.js';
import { weekOf } from './presets.js';

/** A longer period is not shown day by day. */
const MOST_DAYS = 31;
/** A longer period is not shown week by week: a quarter still is. */
const MOST_DAYS_OF_WEEKS = 100;

/** The days or weeks of a short period: what its charts have on their axis. */
export interface TrendAxis {
  /** What a step is. */
  readonly grain: 'day' | 'week';
  /** Oldest first, without a gap. */
  readonly steps: TrendStep[];
}

/** A day or a week of a short period, as far as it lies inside. */
export interface TrendStep extends Period {
  /** `YYYY-MM-DD` of a day; first and last day of a week, `YYYY-MM-DD..YYYY-MM-DD`. */
  readonly key: string;
}

/**
 * What the charts of a period have on their axis: each day of at most 31, each week, from Monday to Sunday, of at most
 * 100. The first and the last week may be a part of one.
 *
 * @returns null for a longer period, whose charts have calendar months
 * @see docs/domain.md, section 3
 */
export function trendAxis(question: Period): TrendAxis | null {
  const days = daysOf(question);
  if (days > MOST_DAYS_OF_WEEKS) return null;
  const grain = days <= MOST_DAYS ? 'day' : 'week';
  const steps: TrendStep[] = [];
  for (let { from } = question; from <= question.to;) {
    const to = grain === 'day' ? from : Math.min(weekOf(from).to, question.to);
    steps.push(stepOf(grain, { from, to }));
    from = to + 1;
  }
  return { grain, steps };
}

/**
 * The days of an earlier period that stand beside those of a period, the first beside the first: as many days in each
 * step, whatever weekday they are. Days that the earlier period has more stand beside nothing.
 *
 * @param axis of the period
 * @param earlier the period before
 * @returns as many steps, or fewer where the earlier period is shorter
 */
export function axisBefore({ grain, steps }: TrendAxis, earlier: Period): TrendAxis {
  const shift = earlier.from - (steps[0]?.from ?? earlier.from);
  const shifted = steps
    .map(({ from, to }) => ({ from: from + shift, to: Math.min(to + shift, earlier.to) }))
    .filter(({ from, to }) => from <= to);
  return { grain, steps: shifted.map((days) => stepOf(grain, days)) };
}

/**
 * The days that the key of a step names, of a month too.
 *
 * @param key `YYYY-MM` of a month, else the key of a {@link TrendStep}
 * @returns null for any other text
 */
export function daysOfStep(key: string): Period | null {
  const month = parseIsoDay(`${key}-01`);
  if (month !== null) return { from: month, to: lastOfMonth(month) };
  const [first = '', last = first, ...more] = key.split('..');
  const [from, to] = [parseIsoDay(first), parseIsoDay(last)];
  return from === null || to === null || from > to || more.length > 0 ? null : { from, to };
}

const stepOf = (grain: TrendAxis['grain'], { from, to }: Period): TrendStep => ({
  key: grain === 'day' ? isoDay(from) : `${isoDay(from)}..${isoDay(to)}`,
  from,
  to,
});
