import type { ChartSeries } from '../ui/charts/chart-series';
import { ATTENDED } from './texts';

/** What took place each month and what became of it; who was expected, on demand. */
export const SERIES: readonly ChartSeries[] = [
  { column: 'intros.attended', kind: 'bar', colour: 'accent', label: ATTENDED.months.attended },
  { column: 'poa.generated', kind: 'bar', colour: 'c-outbound', label: ATTENDED.months.poa },
  { column: 'deals.closed', kind: 'bar', colour: 'c-referral', label: ATTENDED.months.closed },
  {
    column: 'meetings.total',
    kind: 'line',
    colour: 'ink-3',
    label: ATTENDED.months.scheduled,
    isDashed: true,
    isOff: true,
  },
];
