import type { HalfRevenue } from '@app/contracts';
import { daysOf, parseIsoDay } from '@app/domain/period';
import type { ChartData } from 'chart.js';
import type { ChartColours } from '../ui/charts/chart-colours';

/** A point of the path: days since the start of the half, currency. */
export interface PathPoint {
  x: number;
  y: number;
}

/** The half as paths from its first day to its last. */
export interface BurnUp {
  /** Days of the half: the width of the chart. */
  days: number;
  /** Where the planned path goes; empty without target. */
  planned: PathPoint[];
  /** What closed, up to today. */
  closed: PathPoint[];
  /** What is already signed with a billing start after this month; empty when there is none. */
  later: PathPoint[];
  /** Where the half stands and where it should stand, today; null outside of the half. */
  today: { x: number; closed: number; expected: number | null } | null;
  /** First day of each month, days since the start of the half. */
  months: { x: number; middle: number; key: string }[];
}

/** Lays the months of the half out as paths. */
export function burnUp(half: HalfRevenue, asOf: string): BurnUp {
  const [from, to, now] = [dayOf(half.from), dayOf(half.to), dayOf(asOf)];
  const ends = half.months.map(({ month }) => endOf(month) - from);
  const path = (values: readonly (number | null)[]): PathPoint[] => [
    { x: 0, y: 0 },
    ...values.map((y, at) => ({ x: ends[at] ?? 0, y: y ?? 0 })),
  ];
  const whole = path(half.months.map((month) => month.cumulative_closed));
  const at = Math.min(Math.max(now - from + 1, 0), daysOf({ from, to }));
  const reached = whole.filter(({ x }, index) => x <= at || (whole[index - 1]?.x ?? 0) < at);
  const standing = reached.at(-1) ?? { x: 0, y: 0 };
  const closed = reached.map((point) => ({ ...point, x: Math.min(point.x, at) }));
  const isLater = (whole.at(-1)?.y ?? 0) !== standing.y;
  return {
    days: daysOf({ from, to }),
    planned: half.target === null ? [] : path(half.months.map((month) => month.cumulative_target)),
    closed,
    later: isLater ? [{ x: at, y: standing.y }, ...whole.slice(reached.length)] : [],
    today: now < from || now > to ? null : { x: at, closed: standing.y, expected: half.expected },
    months: half.months.map(({ month }, index) => {
      const start = ends[index - 1] ?? 0;
      return { key: month, x: start, middle: (start + (ends[index] ?? start)) / 2 };
    }),
  };
}

/** The paths as a chart. */
export function burnUpChart(path: BurnUp, colours: ChartColours): ChartData<'line', PathPoint[]> {
  const line = { pointRadius: 0, pointHoverRadius: 0, borderWidth: 2, borderJoinStyle: 'round' as const };
  return {
    datasets: [
      {
        ...line,
        data: path.closed,
        borderColor: colours.accent,
        backgroundColor: colours['accent-soft'],
        borderWidth: 2.5,
        fill: 'origin',
        // Below the plan, which stays visible when the half is ahead of it.
        order: 1,
      },
      { ...line, data: path.later, borderColor: colours.accent, borderDash: [2, 4] },
      { ...line, data: path.planned, borderColor: colours['ink-3'], borderWidth: 1.5, borderDash: [3, 4] },
    ],
  };
}

const dayOf = (date: string) => parseIsoDay(date) ?? 0;

/** The day after the last one of a month. */
function endOf(key: string): number {
  const [year = 0, month = 1] = key.split('-').map(Number);
  return Math.floor(Date.UTC(year, month, 1) / 86_400_000);
}
