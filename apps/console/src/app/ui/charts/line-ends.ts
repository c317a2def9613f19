import type { Chart } from 'chart.js';
import { CHART_FONT } from './parts';

/** A line with its last value as a label. */
export interface LineEnd {
  dataset: number;
  colour: string;
  text(value: number): string;
}

/** The part of the plot that holds the lines, labelled in its corner. */
interface Band {
  /** Id of its axis; nothing is drawn when the chart does not have it. */
  scale: string;
  text: string;
  colour: string;
  halo: string;
}

/** Writes the last value of each line beside its end, the higher one above its line and the other below. */
export function lineEnds(chart: Chart, lines: readonly LineEnd[], band: Band): void {
  const scale = chart.scales[band.scale];
  if (!scale) return;
  const { ctx, chartArea } = chart;
  const ends = lines.flatMap((line) => endOf(chart, line) ?? []).sort((left, right) => left.y - right.y);
  ctx.save();
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = band.halo;
  ctx.textBaseline = 'middle';
  ctx.font = `500 11px ${CHART_FONT}`;
  ctx.fillStyle = band.colour;
  ctx.strokeText(band.text, chartArea.left + 6, scale.top + 8);
  ctx.fillText(band.text, chartArea.left + 6, scale.top + 8);
  ctx.font = `600 11px ${CHART_FONT}`;
  ends.forEach(({ text, colour, x, y }, at) => {
    ctx.fillStyle = colour;
    ctx.textAlign = x > chartArea.right - 48 ? 'right' : 'center';
    const left = ctx.textAlign === 'right' ? Math.min(x + 24, chartArea.right) : x;
    const top = Math.max(at === 0 ? y - 10 : y + 12, scale.top + 6);
    ctx.strokeText(text, left, top);
    ctx.fillText(text, left, top);
  });
  ctx.restore();
}

function endOf(chart: Chart, { dataset, colour, text }: LineEnd) {
  if (!chart.isDatasetVisible(dataset)) return null;
  const values = chart.data.datasets[dataset]?.data ?? [];
  const last = values.findLastIndex((value) => value !== null);
  const [value, point] = [values[last], chart.getDatasetMeta(dataset).data[last]];
  return typeof value === 'number' && point ? { text: text(value), colour, x: point.x, y: point.y } : null;
}
