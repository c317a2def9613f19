import type { MetricId, MetricTable } from '@app/contracts';

/** A month of a sparkline. */
export interface SparkPoint {
  /** `YYYY-MM` */
  month: string;
  value: number;
}

/** A drawn sparkline. */
export interface SparkPath {
  /** Path data. */
  line: string;
  /** Where the last point lies. */
  end: { x: number; y: number };
}

/**
 * The months of a metric up to today; months to come only as far as something is there already. Empty when there are
 * fewer than two of them or all are zero: neither is a trend.
 */
export function sparkOf(table: MetricTable, metric: MetricId, asOf: string): SparkPoint[] {
  const at = table.columns.findIndex((column) => column.metric === metric);
  const values = table.rows.map((row) => ({ month: row.key ?? '', value: row.values[at] ?? null }));
  const last = values.findLastIndex(({ month, value }) => month <= asOf.slice(0, 7) || Boolean(value));
  const points = values
    .slice(0, last + 1)
    .flatMap(({ month, value }) => (value === null ? [] : [{ month, value }]));
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

const round = (value: number) => Math.round(value * 10) / 10;
