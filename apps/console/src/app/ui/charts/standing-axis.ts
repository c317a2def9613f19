import type { Chart } from 'chart.js';

/**
 * Copies what stands left of a chart's area, the axis and the names of its rows, to a canvas of its own, which stays in
 * place where the chart scrolls sideways. Call once the axis is drawn, and before a tooltip may lie on it.
 */
export function copyAxis(chart: Chart<'bar'>, axis: HTMLCanvasElement): void {
  const { canvas, chartArea, currentDevicePixelRatio: ratio } = chart;
  const [width, height] = [Math.round(chartArea.left * ratio), canvas.height];
  // Either of them, set to what it is, would clear the canvas and make it anew.
  if (axis.width !== width) axis.width = width;
  if (axis.height !== height) axis.height = height;
  const context = axis.getContext('2d');
  if (!context || width === 0 || height === 0) return;
  context.clearRect(0, 0, width, height);
  context.drawImage(canvas, 0, 0, width, height, 0, 0, width, height);
}
