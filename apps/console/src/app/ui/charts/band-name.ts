import type { Chart } from 'chart.js';
import { CHART_FONT } from './parts';

/** A part of the plot with an axis of its own. */
interface Band {
  /** Id of its axis; nothing is drawn when the chart does not have it. */
  scale: string;
  text: string;
  colour: string;
  halo: string;
}

/** Writes what a part of the plot holds into its corner. */
export function drawBandName(chart: Chart, { scale, text, colour, halo }: Band): void {
  const { top } = chart.scales[scale] ?? {};
  if (top === undefined) return;
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = halo;
  ctx.fillStyle = colour;
  ctx.textBaseline = 'middle';
  ctx.font = `500 11px ${CHART_FONT}`;
  ctx.strokeText(text, chartArea.left + 6, top + 8);
  ctx.fillText(text, chartArea.left + 6, top + 8);
  ctx.restore();
}
