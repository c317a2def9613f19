import type { BarElement, Chart } from 'chart.js';
import { CHART_FONT } from './parts';

/** What to write over the bars of a dataset. */
interface ValueLabels {
  dataset: number;
  /** Text over each bar, empty for none. */
  texts: readonly string[];
  /** Datasets whose bars the text must clear as well. */
  above: readonly number[];
  colour: string;
  /** Drawn around the text, so that a line behind it does not cross it out. */
  halo: string;
}

/** Writes the value over each bar, clear of the outline around it: a chart is read without its legend. */
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
