import type { Chart } from 'chart.js';
import { CHART_FONT } from './parts';

/** Labels over the points or bars of a dataset. */
export interface SeriesLabels {
  dataset: number;
  /** Text over each mark, empty for none. */
  texts: readonly string[];
  colour: string;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const HEIGHT = 14;

/** Writes values over bars and points, so that a chart can be read without its legend. Labels never overlap. */
export function drawSeriesLabels(chart: Chart, all: readonly SeriesLabels[], halo: string): void {
  const { ctx, chartArea } = chart;
  const taken: Box[] = [];
  ctx.save();
  ctx.font = `600 11px ${CHART_FONT}`;
  ctx.strokeStyle = halo;
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  for (const { dataset, texts, colour } of all) {
    if (!chart.isDatasetVisible(dataset)) continue;
    ctx.fillStyle = colour;
    const marks = chart.getDatasetMeta(dataset).data;
    texts.forEach((text, at) => {
      const mark = marks[at];
      if (!text || !mark || !Number.isFinite(mark.y)) return;
      const half = ctx.measureText(text).width / 2 + 2;
      const x = Math.min(Math.max(mark.x, chartArea.left + half), chartArea.right - half);
      const box = { left: x - half, right: x + half, top: mark.y - 4 - HEIGHT, bottom: mark.y - 4 };
      if (taken.some((other) => overlaps(box, other))) return;
      taken.push(box);
      ctx.strokeText(text, x, box.bottom);
      ctx.fillText(text, x, box.bottom);
    });
  }
  ctx.restore();
}

const overlaps = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
