import type { MetricUnit } from '@app/contracts';
import type { ChartConfiguration } from 'chart.js';
import type { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import { CHART_FONT } from './parts';
import type { ValueEnds } from './value-ends';

type Options = NonNullable<ChartConfiguration<'bar'>['options']>;

/** What all charts have in common. No animation: numbers must be readable at once. */
export const CHART_FRAME = {
  maintainAspectRatio: false,
  animation: false,
  interaction: { mode: 'index', intersect: false },
  onHover: (event, found) => {
    const target = event.native?.target;
    if (target instanceof HTMLElement) target.style.cursor = found.length > 0 ? 'pointer' : '';
  },
} as const satisfies Options;

/** A tooltip that looks like the console's other popups. */
export function tooltipStyle(colours: ChartColours) {
  return {
    backgroundColor: colours.surface,
    titleColor: colours.ink,
    bodyColor: colours['ink-2'],
    borderColor: colours.hairline,
    borderWidth: 1,
    padding: 10,
    boxPadding: 4,
    titleFont: { family: CHART_FONT, weight: 600 as const, size: 12 },
    bodyFont: { family: CHART_FONT, size: 12 },
  };
}

/** The axis of months, weeks or days; the current one is emphasised. */
export function monthAxis(isNow: (at: number) => boolean, colours: ChartColours) {
  return {
    grid: { display: false },
    border: { display: false },
    ticks: {
      maxRotation: 0,
      autoSkipPadding: 8,
      color: ({ index }: { index: number }) => (isNow(index) ? colours.ink : colours['ink-2']),
      font: ({ index }: { index: number }) => ({
        family: CHART_FONT,
        size: 11,
        weight: isNow(index) ? (600 as const) : (500 as const),
      }),
    },
  };
}

/** An axis of values between its ends, short where they are money. */
export function valueAxis(
  unit: MetricUnit,
  { min, max, stepSize }: ValueEnds,
  formats: Formats,
  colours: ChartColours,
) {
  return {
    type: 'linear' as const,
    min,
    max,
    grid: { color: colours.hairline },
    border: { display: false },
    ticks: {
      stepSize,
      color: colours['ink-2'],
      font: { family: CHART_FONT, size: 11, weight: 500 as const },
      callback: (value: string | number) => (Number(value) === 0 ? '0' : formats.short(Number(value), unit)),
    },
  };
}
