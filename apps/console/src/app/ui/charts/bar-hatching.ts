import type { Chart } from 'chart.js';
import { barBox } from './chart-marks';
import type { Box } from './label-places';

/** Distance between the lines of the hatching. */
const STEP = 6;

/** Bars of a dataset that are not over. */
export interface Hatched {
  dataset: number;
  colour: string;
  /** Around the bar, where it is another one than that of the lines. */
  edge?: string;
  /** Which of its bars. */
  bars: readonly number[];
}

/** Draws what is not over as outlined, hatched bars over their empty ones. */
export function drawHatching(chart: Chart, all: readonly Hatched[]): void {
  for (const { dataset, colour, edge = colour, bars } of all) {
    if (!chart.isDatasetVisible(dataset)) continue;
    for (const at of bars) {
      const box = barBox(chart, dataset, at);
      if (box) hatch(chart.ctx, box, colour, edge);
    }
  }
}

function hatch(
  ctx: CanvasRenderingContext2D,
  { left, right, top, bottom }: Box,
  colour: string,
  edge: string,
): void {
  const [width, height] = [right - left, bottom - top];
  ctx.save();
  const shape = new Path2D();
  shape.roundRect(left, top, width, height, [Math.min(3, height), Math.min(3, height), 0, 0]);
  ctx.clip(shape);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  // The same lines for the whole chart, of which each bar shows its part: those of a stack go on into each other.
  for (let sum = Math.ceil((left + top) / STEP) * STEP; sum < right + bottom; sum += STEP) {
    ctx.moveTo(sum - bottom, bottom);
    ctx.lineTo(sum - top, top);
  }
  ctx.stroke();
  ctx.strokeStyle = edge;
  ctx.lineWidth = 3; // half of it is clipped
  ctx.stroke(shape);
  ctx.restore();
}
