import type { Chart } from 'chart.js';
import type { ChartColours } from '../base/chart-colours';
import { barBox, barSlot } from './chart-marks';
import type { Box } from './label-places';

/** How much of the colour of a ghost shows. */
const OPACITY = 0.12;
/** Height of the mark that says how high it is. */
const MARK = 2;
/** The ground around the mark, which keeps it apart from the bar that it may lie on. */
const HALO = 1.5;

/** Ends that are no further apart, px, are one to the eye. */
const ALIKE = 4;
/** What a label keeps from a mark. */
const AIR = 2;

/** The period before, behind the bars of a dataset. */
export interface Ghosts {
  /** The dataset behind whose bars they stand; for a stack the part that is drawn last. */
  dataset: number;
  /** One for each bar; null for none. */
  values: readonly (number | null)[];
}

/** Draws the period before as pale bars: what of them is higher than the bars of today is seen. */
export function drawGhosts(chart: Chart, all: readonly Ghosts[], { 'ink-3': colour }: ChartColours): void {
  const { ctx } = chart;
  ctx.save();
  ctx.fillStyle = colour;
  ctx.globalAlpha = OPACITY;
  for (const { left, right, top, bottom } of all.flatMap((each) => ghostBoxes(chart, each)))
    ctx.fillRect(left, top, right - left, bottom - top);
  ctx.restore();
}

/**
 * Draws over the bars of a dataset how high those of the period before were. One that a label stands on is left out: the
 * value of today would be read as its. At the very end of a bar it is drawn without ground, which would take that end away.
 *
 * @param labels boxes of the labels of the chart
 */
export function drawGhostMarks(
  chart: Chart,
  all: readonly Ghosts[],
  labels: readonly Box[],
  colours: ChartColours,
): void {
  const { ctx } = chart;
  ctx.save();
  for (const { left, right, top, bottom, isAtEnd } of ghostMarks(chart, all)) {
    const isTaken = labels.some(
      (label) =>
        label.left < right && left < label.right && label.top < bottom + AIR && top - AIR < label.bottom,
    );
    if (isTaken) continue;
    ctx.fillStyle = colours.surface;
    if (!isAtEnd) ctx.fillRect(left, top - HALO, right - left, bottom - top + 2 * HALO);
    ctx.fillStyle = colours['ink-2'];
    ctx.fillRect(left, top, right - left, bottom - top);
  }
  ctx.restore();
}

/** A mark of the period before. */
interface GhostMark extends Box {
  /** Whether the bar of today ends as high. */
  isAtEnd: boolean;
}

/** The marks of the period before, across the whole width of their bars. */
export const ghostMarks = (chart: Chart, all: readonly Ghosts[]): GhostMark[] =>
  all
    .flatMap((each) => ghostBoxes(chart, each))
    .map(({ left, right, end, barEnd }) => ({
      left,
      right,
      top: end - MARK / 2,
      bottom: end + MARK / 2,
      isAtEnd: Math.abs(end - barEnd) < ALIKE,
    }));

/** The pale bars behind those of a dataset, on whole pixels; each with its end, which is lower than zero below the axis. */
function ghostBoxes(chart: Chart, { dataset, values }: Ghosts): (Box & { end: number; barEnd: number })[] {
  const y = chart.scales.y;
  if (!y || !chart.isDatasetVisible(dataset)) return [];
  return values.flatMap((value, at) => {
    const slot = barSlot(chart, dataset, at);
    if (!slot || !value) return [];
    const [left, right] = [Math.round(slot.left), Math.round(slot.left + slot.width)];
    const [end, zero] = [Math.round(y.getPixelForValue(value)), y.getPixelForValue(0)];
    const bar = barBox(chart, dataset, at);
    const barEnd = (value < 0 ? bar?.bottom : bar?.top) ?? zero;
    return { left, right, end, barEnd, top: Math.min(end, zero), bottom: Math.max(end, zero) };
  });
}
