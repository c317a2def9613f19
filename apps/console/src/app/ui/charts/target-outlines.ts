import type { BarElement, Chart } from 'chart.js';

/** Draws the bars of one dataset as dashed outlines: the target around the actual value. */
export function drawOutlines(chart: Chart, dataset: number, stroke: string, fill: string): void {
  if (!chart.isDatasetVisible(dataset)) return;
  const { ctx } = chart;
  ctx.save();
  ctx.setLineDash([3, 3]);
  ctx.strokeStyle = stroke;
  ctx.fillStyle = fill;
  ctx.lineWidth = 1;
  for (const element of chart.getDatasetMeta(dataset).data) {
    const { x, y, base, width } = (element as BarElement).getProps(['x', 'y', 'base', 'width'], false);
    if (x === null || y === null || !Number.isFinite(y) || base - y < 1) continue;
    ctx.beginPath();
    ctx.roundRect(
      Math.round(x - width / 2) + 0.5,
      Math.round(y) + 0.5,
      Math.round(width),
      base - y,
      [4, 4, 0, 0],
    );
    ctx.fill();
    ctx.stroke();
  }
  ctx.restore();
}
