import type { ChartSeries } from '../ui/charts/chart-series';
import { UPSELL } from './texts';

/** Meetings and POA are counted on the left, ARR is money on the right. */
export const SERIES: readonly ChartSeries[] = [
  { column: 'upsell.meetings', kind: 'stacked', colour: 'c-upsell', label: UPSELL.months.upsells },
  { column: 'renewal.meetings', kind: 'stacked', colour: 'c-referral', label: UPSELL.months.renewals },
  { column: 'upsell.poa', kind: 'bar', colour: 'c-outbound', label: UPSELL.months.poa },
  { column: 'upsell.arr', kind: 'line', colour: 'accent', label: UPSELL.months.arr, axis: 'right' },
];
