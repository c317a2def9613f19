import type { Chart } from 'chart.js';
import type { ChartColours } from '../base/chart-colours';
import { CHART_FONT } from './parts';

/** Height of the row. */
export const FIGURE_ROW = 22;

/** A number under each step, in a unit that the axis does not have. */
export interface FigureRow {
  label: string;
  texts: readonly string[];
}

/** Writes the row below the axis, its name beside the axis. */
export function drawFigures(chart: Chart, { label, texts }: FigureRow, colours: ChartColours): void {
  const { ctx, chartArea, scales, height } = chart;
  const y = height - FIGURE_ROW / 2 + 1;
  ctx.save();
  ctx.fillStyle = colours.hairline;
  ctx.fillRect(0, height - FIGURE_ROW, chart.width, 1);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.font = `500 11px ${CHART_FONT}`;
  ctx.fillStyle = colours['ink-2'];
  ctx.fillText(label, 0, y);
  ctx.textAlign = 'center';
  ctx.font = `600 11px ${CHART_FONT}`;
  ctx.fillStyle = colours.ink;
  texts.forEach((text, at) => {
    const x = scales.x?.getPixelForValue(at) ?? chartArea.left;
    ctx.fillText(text, x, y);
  });
  ctx.restore();
}

/** Width of an axis beside which the row's name has room. */
export function figureLabelWidth({ ctx }: Pick<Chart, 'ctx'>, label: string): number {
  ctx.save();
  ctx.font = `500 11px ${CHART_FONT}`;
  const { width } = ctx.measureText(label);
  ctx.restore();
  return width + 10;
}
