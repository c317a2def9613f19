import { remember, remembered } from '../memory';
import type { ChartSeries } from './chart-series';

/** Which series are shown: what the reader chose last time, else those that are on at first. */
export function shownSeries(chart: string, series: readonly ChartSeries[]): Set<string> {
  const choices = rememberedChoices(chart);
  return new Set(series.filter(({ column, isOff }) => choices[column] ?? !isOff).map(({ column }) => column));
}

/** Keeps what the reader turned on or off. */
export function rememberSeries(chart: string, column: string, isShown: boolean): void {
  remember(keyOf(chart), JSON.stringify({ ...rememberedChoices(chart), [column]: isShown }));
}

const keyOf = (chart: string) => `chart.${chart}.series`;

function rememberedChoices(chart: string): Record<string, boolean> {
  try {
    const stored: unknown = JSON.parse(remembered(keyOf(chart)) ?? '{}');
    const entries = typeof stored === 'object' && stored ? Object.entries(stored) : [];
    return Object.fromEntries(entries.map(([column, isShown]) => [column, isShown === true]));
  } catch {
    return {};
  }
}
