import type { Chart } from 'chart.js';
import { barSlot } from './chart-marks';

/** How far a ghost stands out at the left of its bar. */
const ASIDE = 5;
/** How much of its colour shows. */
const OPACITY = 0.24;

/** The period before, behind the bars of a dataset. */
export interface Ghosts {
  /** The dataset behind whose bars they stand; for a stack one of its parts. */
  dataset: number;
  /** One for each bar; null for none. */
  values: readonly (number | null)[];
}

/** Draws the period before as pale bars. */
export function drawGhosts(chart: Chart, all: readonly Ghosts[], colour: string): void {
  const { ctx, scales } = chart;
  const y = scales.y;
  if (!y) return;
  ctx.save();
  ctx.globalAlpha = OPACITY;
  ctx.fillStyle = colour;
  for (const { dataset, values } of all) {
    if (!chart.isDatasetVisible(dataset)) continue;
    values.forEach((value, at) => {
      const slot = barSlot(chart, dataset, at);
      if (!slot || !value) return;
      const [top, bottom] = [y.getPixelForValue(value), y.getPixelForValue(0)];
      const aside = Math.min(ASIDE, slot.width / 4);
      ctx.beginPath();
      ctx.roundRect(slot.left - aside, top, slot.width, bottom - top, [3, 3, 0, 0]);
      ctx.fill();
    });
  }
  ctx.restore();
}
