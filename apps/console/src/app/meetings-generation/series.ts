import type { ChartSeries } from '../ui/charts/chart-series';
import { TEXTS } from '../ui/base/texts';
import { GENERATION } from './texts';

/** Where the meetings of each month came from, and how many there were in all. */
export const SERIES: readonly ChartSeries[] = [
  { column: 'meetings.inbound', kind: 'stacked', colour: 'c-inbound', label: TEXTS.sources.inbound },
  { column: 'meetings.outbound', kind: 'stacked', colour: 'c-outbound', label: TEXTS.sources.outbound },
  { column: 'meetings.referral', kind: 'stacked', colour: 'c-referral', label: TEXTS.sources.referral },
  { column: 'meetings.event', kind: 'stacked', colour: 'c-event', label: TEXTS.sources.event },
  { column: 'meetings.partner', kind: 'stacked', colour: 'c-partner', label: TEXTS.sources.partner },
  { column: 'meetings.upsell', kind: 'stacked', colour: 'c-upsell', label: TEXTS.sources.upsell },
  { column: 'meetings.unassigned', kind: 'stacked', colour: 'c-none', label: TEXTS.sources.unassigned },
  { column: 'meetings.other', kind: 'stacked', colour: 'ink-3', label: TEXTS.sources.other },
  { column: 'meetings.total', kind: 'line', colour: 'ink-2', label: GENERATION.months.total },
];
