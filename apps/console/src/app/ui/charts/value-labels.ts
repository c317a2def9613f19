import type { BarElement, Chart } from 'chart.js';
import { CHART_FONT } from './parts';

/** Labels over the bars of a dataset. */
interface ValueLabels {
  dataset: number;
  /** Text over each bar, empty for none. */
  texts: readonly string[];
  /** Datasets whose bars the text must not overlap either. */
  above: readonly number[];
  colour: string;
  /** Outline of the text, so that a line behind it does not strike it through. */
  halo: string;
}

/** Writes the value over each bar and its outline: a chart can be read without its legend. */
export function drawLabels(chart: Chart, { dataset, texts, above, colour, halo }: ValueLabels): void {
  if (!chart.isDatasetVisible(dataset)) return;
  const { ctx } = chart;
  ctx.save();
  ctx.font = `600 11px ${CHART_FONT}`;
  ctx.fillStyle = colour;
  ctx.strokeStyle = halo;
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  const visible = [dataset, ...above.filter((each) => chart.isDatasetVisible(each))];
  texts.forEach((text, at) => {
    const tops = visible.map((each) => topOf(chart, each, at)).filter((top) => Number.isFinite(top));
    const bar = chart.getDatasetMeta(dataset).data[at];
    if (!text || !bar || tops.length === 0) return;
    const top = Math.min(...tops) - 4;
    ctx.strokeText(text, bar.x, top);
    ctx.fillText(text, bar.x, top);
  });
  ctx.restore();
}

function topOf(chart: Chart, dataset: number, at: number): number {
  const element = chart.getDatasetMeta(dataset).data[at];
  return (element && (element as BarElement).getProps(['y'], false).y) ?? Number.NaN;
}
