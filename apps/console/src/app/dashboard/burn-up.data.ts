import type { HalfRevenue } from '@app/contracts';
import { daysOf, parseIsoDay } from '@app/domain/period';
import type { ChartData } from 'chart.js';
import type { ChartColours } from '../ui/base/chart-colours';

/** A point of the path: days since the start of the half, currency. */
export interface PathPoint {
  x: number;
  y: number;
}

/** The paths of the half-year, from its first day to its last. */
export interface BurnUp {
  /** Days of the half: the width of the chart. */
  days: number;
  /** The planned path; empty without target. */
  planned: PathPoint[];
  /** Closed revenue up to today. */
  closed: PathPoint[];
  /** Signed revenue that bills after today; empty without any. */
  later: PathPoint[];
  /** Revenue to date and plan to date; null outside of the half. */
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
  // The current month is cut: some of its deals bill after today.
  const standing = { x: at, y: half.revenue.value ?? 0 };
  const isOver = at === daysOf({ from, to });
  const later = half.starts_later > 0 ? [standing, ...whole.filter(({ x }) => x > at)] : [];
  return {
    days: daysOf({ from, to }),
    planned: half.target === null ? [] : path(half.months.map((month) => month.cumulative_target)),
    closed: isOver ? whole : [...whole.filter(({ x }) => x < at), standing],
    later,
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
        // Drawn below the plan, which stays visible when revenue is ahead of it.
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
