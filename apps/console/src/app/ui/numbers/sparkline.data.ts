import type { MetricId, MetricTable, Screen } from '@app/contracts';
import { daysOf, daysOfStep, isoDay } from '@app/domain/period';

/** A month, week or day of a sparkline. */
export interface SparkPoint {
  /** Its key. */
  step: string;
  value: number;
}

/** A drawn sparkline. */
export interface SparkPath {
  /** Path data. */
  line: string;
  /** Where the last point lies. */
  end: { x: number; y: number };
}

/** The days that the answer is about. */
type Days = Pick<Screen, 'period' | 'as_of'>;

/**
 * The whole months (or of a short period: weeks, days) of a metric that are over: a part beside whole ones would look
 * like a fall. Empty when there are fewer than two of them or all are zero: neither is a trend.
 */
export function sparkOf(table: MetricTable, metric: MetricId, days: Days): SparkPoint[] {
  const at = table.columns.findIndex((column) => column.metric === metric);
  const points = table.rows.flatMap(({ key, values }) => {
    const value = values[at] ?? null;
    return value === null || key === null || !isWhole(key, days) ? [] : [{ step: key, value }];
  });
  return at < 0 || points.length < 2 || points.every(({ value }) => value === 0) ? [] : points;
}

/** Lays the points out in a box; a trend without any change runs along its middle. */
export function sparkPath(points: readonly SparkPoint[], width: number, height: number): SparkPath {
  const values = points.map(({ value }) => value);
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = width / Math.max(points.length - 1, 1);
  const placed = values.map((value, at) => ({
    x: round(at * step),
    y: round(highest === lowest ? height / 2 : height * (1 - (value - lowest) / (highest - lowest))),
  }));
  return {
    line: placed.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${String(x)} ${String(y)}`).join(''),
    end: placed.at(-1) ?? { x: 0, y: height / 2 },
  };
}

/** Whether all days of a step are of the period and over. */
function isWhole(key: string, { period, as_of: asOf }: Days): boolean {
  const days = daysOfStep(key);
  if (days === null) return false;
  const [first, last] = [isoDay(days.from), isoDay(days.to)];
  const isPart = key.includes('..') && daysOf(days) < 7;
  return !isPart && period.from <= first && last <= period.to && last < asOf;
}

const round = (value: number) => Math.round(value * 10) / 10;
