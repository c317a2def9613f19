import type { Chart } from 'chart.js';
import { barBox, barsOf, linesOf, topsOf } from './chart-marks';
import { LABEL_HEIGHT, type Spot, placeLabels } from './label-places';
import { CHART_FONT } from './parts';
import { readableOn } from './readable-on';

/** Labels over the points or bars of a dataset. */
export interface SeriesLabels {
  dataset: number;
  /** Text over each mark, empty for none. */
  texts: readonly string[];
  colour: string;
}

/** How labels are drawn. */
interface LabelFrame {
  /** Outline of the text, which keeps it apart from grid lines. */
  halo: string;
  /** The dataset whose bars are drawn as outlines, which a label may stand in. */
  outlines?: number;
}

/** How far a label may rise above its mark to come clear of a line. */
const RISES = [0, 8, 16];

/** Writes values over bars and points, so that a chart can be read without its legend; see {@link placeLabels}. */
export function drawSeriesLabels(chart: Chart, all: readonly SeriesLabels[], frame: LabelFrame): void {
  const { ctx, chartArea } = chart;
  const outlines = frame.outlines === undefined ? [] : [frame.outlines];
  ctx.save();
  ctx.font = `600 11px ${CHART_FONT}`;
  const written = all
    .filter(({ dataset }) => chart.isDatasetVisible(dataset))
    .flatMap(({ dataset, texts, colour }) =>
      texts.flatMap((text, at) => (text === '' ? [] : [{ dataset, at, text, colour }])),
    );
  const wanted = written.map(({ dataset, at, text }) => {
    const width = ctx.measureText(text).width + 4;
    return { width, spots: spotsOf(chart, { dataset, at, width, outlines }) };
  });
  const obstacles = {
    lines: [...linesOf(chart), ...outlines.flatMap((dataset) => topsOf(chart, dataset))],
    boxes: barsOf(chart, outlines),
  };
  const { left, right, bottom } = chartArea;
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = frame.halo;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  placeLabels(wanted, obstacles, { left, right, bottom, top: 0 }).forEach((spot, at) => {
    const label = written[at];
    if (!spot || !label) return;
    const fill = spot.isInside ? fillOf(chart, label) : frame.halo;
    ctx.fillStyle = spot.isInside ? readableOn(fill, label.colour, frame.halo) : label.colour;
    if (fill === frame.halo) ctx.strokeText(label.text, spot.x, spot.bottom);
    ctx.fillText(label.text, spot.x, spot.bottom);
  });
  ctx.restore();
}

/** The colour of a bar; of one that is not over that of the ground. */
function fillOf(chart: Chart, { dataset, at }: { dataset: number; at: number }): string {
  const fill = chart.getDatasetMeta(dataset).data[at]?.options.backgroundColor as unknown;
  return typeof fill === 'string' ? fill : '';
}

interface Marked {
  dataset: number;
  at: number;
  width: number;
  outlines: readonly number[];
}

/** Over a bar, in its middle or beside a taller neighbour, then over its outline or within it; over a point, else under it. */
function spotsOf(chart: Chart, { dataset, at, width, outlines }: Marked): Spot[] {
  const { left, right } = chart.chartArea;
  const within = (x: number) => Math.min(Math.max(x, left + width / 2), right - width / 2);
  const over = (x: number, y: number) => RISES.map((rise) => ({ x: within(x), bottom: y - 4 - rise }));
  if (chart.getDatasetMeta(dataset).type === 'line') {
    const point = chart.getDatasetMeta(dataset).data[at];
    if (!point || !Number.isFinite(point.y)) return [];
    const isDrawn = chart.data.datasets[dataset]?.borderWidth !== 0;
    if (!isDrawn) return over(point.x, point.y);
    return [...over(point.x, point.y - 3), { x: within(point.x), bottom: point.y + LABEL_HEIGHT + 6 }];
  }
  const bar = barBox(chart, dataset, at);
  if (!bar) return [];
  const middle = (bar.left + bar.right) / 2;
  const spare = Math.max(0, width - (bar.right - bar.left)) / 2;
  const framed = outlines.flatMap((each) => barBox(chart, each, at) ?? []);
  return [
    ...over(middle, bar.top),
    ...(spare > 0 ? [over(middle + spare, bar.top), over(middle - spare, bar.top)].flat() : []),
    ...framed.flatMap((frame) => over(middle, Math.min(frame.top, bar.top))),
    ...(spare === 0 && bar.bottom - bar.top > LABEL_HEIGHT + 6
      ? [{ x: middle, bottom: bar.top + LABEL_HEIGHT + 4, isInside: true }]
      : []),
  ];
}
