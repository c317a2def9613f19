import type { ChartSeries } from '../ui/charts/chart-series';
import { DEALS } from './texts';

/** Money on the left, deals counted on a labelled right axis. */
export const CLOSED: readonly ChartSeries[] = [
  { column: 'deals.arr', kind: 'bar', colour: 'accent', label: DEALS.closed.months.arr },
  {
    column: 'deals.closed',
    kind: 'line',
    colour: 'c-outbound',
    label: DEALS.closed.months.deals,
    axis: 'right',
  },
];

/** What entered, and what is left of it after weighing. */
export const CREATED: readonly ChartSeries[] = [
  { column: 'pipe.created', kind: 'bar', colour: 'c-none', label: DEALS.pipe.months.created },
  { column: 'pipe.created_weighted', kind: 'bar', colour: 'accent', label: DEALS.pipe.months.weighted },
];

/** What each month of the half added, and the sum so far. */
export const HALF: readonly ChartSeries[] = [
  { column: 'pipe.cumulative_weighted', kind: 'bar', colour: 'c-event', label: DEALS.pipe.half.month },
  { column: 'cumulative', kind: 'line', colour: 'accent', label: DEALS.pipe.half.soFar },
];
