import type { Chart } from 'chart.js';
import { barBox, barsOf, frameOf } from './chart-marks';
import { type Box, LABEL_HEIGHT, type Spot, placeSeries } from './label-places';
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
}

/** How to write the labels of a chart, the best way first: the size, and whether their texts are the shorter ones. */
const WAYS = [
  { size: 11, isShort: false },
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
    ctx.fillStyle = spot.isInside ? readableOn(fill, label.colour, frame.halo) : label.colour;
    if (fill === frame.halo) ctx.strokeText(label.text, spot.x, spot.bottom);
    ctx.fillText(label.text, spot.x, spot.bottom);
  }
  ctx.restore();
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
  const frames = barsOf(chart, (dataset) => dataset === frame.outlines).flatMap(frameOf);
  const bars = barsOf(chart, (dataset) => dataset !== frame.outlines);
  const area = { ...chartArea, right, top: 0 };
  const shown = all.filter(({ dataset }) => chart.isDatasetVisible(dataset));
  const tried = (way: Way) => {
    const series = shown.map((labels) => labelsOf(chart, labels, way, frames));
    return { series, spots: placeSeries(series, [...bars, ...frames], area) };
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

/** The labels of a series as they are written in a way; those of bars that are too low to be written on are left out. */
function labelsOf(
  chart: Chart,
  labels: SeriesLabels,
  { size, isShort }: Way,
  frames: readonly Box[],
): Label[] {
  const { ctx, chartArea, width: right } = chart;
  const { dataset, colour, isInside } = labels;
  const within: [number, number] = [chartArea.left, right];
  ctx.font = `600 ${String(size)}px ${CHART_FONT}`;
  return (isShort ? labels.shorter : labels.texts).flatMap((text, at) => {
    if (text === '') return [];
    const width = ctx.measureText(text).width + 4;
    const label = { dataset, at, text, colour, width };
    if (chart.getDatasetMeta(dataset).type === 'line') {
      const point = chart.getDatasetMeta(dataset).data[at];
      return point && Number.isFinite(point.y) ? [{ ...label, spots: spotsAt(point, width, within) }] : [];
    }
    const bar = barBox(chart, dataset, at);
    if (!bar) return [];
    if (!isInside) return [{ ...label, spots: spotsOver(bar, width, frames, within) }];
    return bar.bottom - bar.top < LABEL_HEIGHT ? [] : [{ ...label, spots: spotsInside(bar, width) }];
  });
}

/** The colour of a bar; of one that is not over that of the ground. */
function fillOf(chart: Chart, { dataset, at }: { dataset: number; at: number }): string {
  const fill = chart.getDatasetMeta(dataset).data[at]?.options.backgroundColor as unknown;
  return typeof fill === 'string' ? fill : '';
}
