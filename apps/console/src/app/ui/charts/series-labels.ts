import type { Chart } from 'chart.js';
import { barBox, barsOf, frameOf } from './chart-marks';
import { type Box, LABEL_HEIGHT, type Spot, boxOf, placeSeries } from './label-places';
import { spotsAt, spotsInside, spotsOver } from './label-spots';
import { CHART_FONT } from './parts';
import { readableOn } from './readable-on';

/** Labels of the bars or points of a dataset. */
export interface SeriesLabels {
  dataset: number;
  /** Text of each mark, empty for none. */
  texts: readonly string[];
  /** The same where there is little room. */
  shorter: readonly string[];
  colour: string;
  /** Within the bars that are high enough, instead of over them. */
  isInside?: boolean;
}

/** How labels are drawn. */
interface LabelFrame {
  /** Outline of the text, which keeps it apart from grid lines and from a line that runs behind it. */
  halo: string;
  /** The dataset whose bars are drawn as outlines, which a label may stand in. */
  outlines?: number;
  /** Thin marks across bars, which a label within one stands above or below. */
  lines?: readonly Box[];
}

/** How to write the labels of a chart, the best way first: the size, and whether their texts are the shorter ones. */
const WAYS = [
  { size: 11, isShort: false },
  { size: 10, isShort: false },
  { size: 11, isShort: true },
  { size: 10, isShort: true },
] as const;
type Way = (typeof WAYS)[number];

/**
 * Writes values on bars and points, so that a chart can be read without its legend. Each stands on its own bar, and all of
 * a chart are written in the same way, the first one in which they have room. See {@link placeSeries}.
 */
export function drawSeriesLabels(chart: Chart, all: readonly SeriesLabels[], frame: LabelFrame): void {
  const { ctx } = chart;
  ctx.save();
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = frame.halo;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  for (const { spot, ...label } of placed(chart, all, frame)) {
    const fill = spot.isInside ? fillOf(chart, label) : frame.halo;
    if (spot.isInside && fill === frame.halo) drawGround(ctx, spot, label.width, fill);
    else if (fill === frame.halo) ctx.strokeText(label.text, spot.x, spot.bottom);
    ctx.fillStyle = spot.isInside ? readableOn(fill, label.colour, frame.halo) : label.colour;
    ctx.fillText(label.text, spot.x, spot.bottom);
  }
  ctx.restore();
}

/** Where the labels of a chart will stand, by their boxes. */
export function boxesOfLabels(chart: Chart, all: readonly SeriesLabels[], frame: LabelFrame): Box[] {
  chart.ctx.save();
  const boxes = placed(chart, all, frame).map(({ spot, width }) => boxOf(spot, width));
  chart.ctx.restore();
  return boxes;
}

/** On hatching, the lines between the letters of a label would remain beside a halo. */
function drawGround(ctx: CanvasRenderingContext2D, { x, bottom }: Spot, width: number, fill: string): void {
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.roundRect(x - width / 2 - 2, bottom - LABEL_HEIGHT - 1, width + 4, LABEL_HEIGHT + 1, 3);
  ctx.fill();
}

/** A label of a chart: of which bar, what it says, and where it may be. */
interface Label {
  dataset: number;
  at: number;
  text: string;
  colour: string;
  width: number;
  spots: readonly Spot[];
}

/** The labels that have a place; leaves the chart's font as they are to be written. */
function placed(chart: Chart, all: readonly SeriesLabels[], frame: LabelFrame): (Label & { spot: Spot })[] {
  const { chartArea, width: right } = chart;
  const outlined = barsOf(chart, (dataset) => dataset === frame.outlines).flatMap(frameOf);
  const across = (frame.lines ?? []).map(withAir);
  const bars = barsOf(chart, (dataset) => dataset !== frame.outlines);
  const area = { ...chartArea, right, top: 0 };
  const shown = all.filter(({ dataset }) => chart.isDatasetVisible(dataset));
  const tried = (way: Way) => {
    const series = shown.map((labels) => labelsOf(chart, labels, way, outlined, across));
    return { series, spots: placeSeries(series, [...bars, ...outlined], area) };
  };
  let found = tried(WAYS[0]);
  for (const way of WAYS.slice(1)) if (found.spots.includes(null)) found = tried(way);
  return found.series.flatMap((labels, each) =>
    labels.flatMap((label, at) => {
      const spot = found.spots[each]?.[at];
      return spot ? [{ ...label, spot }] : [];
    }),
  );
}

/** The labels of a series as they are written in a way; those that have no room on their bar, which is too low or crossed, are left out. */
function labelsOf(
  chart: Chart,
  labels: SeriesLabels,
  { size, isShort }: Way,
  outlined: readonly Box[],
  across: readonly Box[],
): Label[] {
  const { ctx, chartArea, width: right } = chart;
  const { dataset, colour, isInside } = labels;
  const within: [number, number] = [chartArea.left, right];
  ctx.font = `600 ${String(size)}px ${CHART_FONT}`;
  return (isShort ? labels.shorter : labels.texts).flatMap((text, at) => {
    if (text === '') return [];
    const width = ctx.measureText(text).width + (isInside ? 2 : 4);
    const label = { dataset, at, text, colour, width };
    if (chart.getDatasetMeta(dataset).type === 'line') {
      const point = chart.getDatasetMeta(dataset).data[at];
      return point && Number.isFinite(point.y)
        ? [{ ...label, spots: spotsAt(point, width, outlined, within) }]
        : [];
    }
    const bar = barBox(chart, dataset, at);
    if (!bar) return [];
    if (!isInside) return [{ ...label, spots: spotsOver(bar, width, outlined, within) }];
    if (bar.bottom - bar.top < LABEL_HEIGHT) return [];
    const spots = spotsInside(bar, width, across);
    const isCrossed = spots.length === 0 && spotsInside(bar, width, []).length > 0;
    return isCrossed ? [] : [{ ...label, spots }];
  });
}

/** A label that touched a line would read as crossed out, or as less than zero. */
const withAir = ({ left, right, top, bottom }: Box): Box => ({
  left: left - 2,
  right: right + 2,
  top: top - 1,
  bottom: bottom + 3,
});

/** The colour of a bar; of one that is not over that of the ground. */
function fillOf(chart: Chart, { dataset, at }: { dataset: number; at: number }): string {
  const fill = chart.getDatasetMeta(dataset).data[at]?.options.backgroundColor as unknown;
  return typeof fill === 'string' ? fill : '';
}
