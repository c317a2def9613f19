import type { Chart } from 'chart.js';
import type { ChartColours } from '../base/chart-colours';
import { barSlot } from './chart-marks';
import type { Box } from './label-places';

/** How far a ghost stands out at the left of its bar. */
const ASIDE = 6;
/** How much of its colour shows. */
const OPACITY = 0.24;
/** Its upper edge, which says how high it is. */
const EDGE = 1.5;

/** The period before, behind the bars of a dataset. */
export interface Ghosts {
  /** The dataset behind whose bars they stand; for a stack one of its parts. */
  dataset: number;
  /** One for each bar; null for none. */
  values: readonly (number | null)[];
}

/** Draws the period before as pale bars with an edge. */
export function drawGhosts(chart: Chart, all: readonly Ghosts[], { 'ink-3': colour }: ChartColours): void {
  const { ctx } = chart;
  ctx.save();
  ctx.fillStyle = colour;
  for (const { left, right, top, bottom } of all.flatMap((each) => ghostBoxes(chart, each))) {
    ctx.globalAlpha = OPACITY;
    ctx.fillRect(left, top, right - left, bottom - top);
    ctx.globalAlpha = 1;
    ctx.fillRect(left, top, right - left, EDGE);
  }
  ctx.restore();
}

/** The pale bars behind those of a dataset. */
function ghostBoxes(chart: Chart, { dataset, values }: Ghosts): Box[] {
  const y = chart.scales.y;
  if (!y || !chart.isDatasetVisible(dataset)) return [];
  return values.flatMap((value, at) => {
    const slot = barSlot(chart, dataset, at);
    if (!slot || !value) return [];
    const left = slot.left - Math.min(ASIDE, slot.width / 4);
    const [top, bottom] = [y.getPixelForValue(value), y.getPixelForValue(0)];
    return { left, right: left + slot.width, top: Math.min(top, bottom), bottom: Math.max(top, bottom) };
  });
}
