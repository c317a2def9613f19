import type { Chart } from 'chart.js';
import type { ChartColours } from '../base/chart-colours';
import { CHART_FONT } from './parts';
import { rowHeight } from './plot-sizes';

/** Distance of figures beside each other, at least. */
const APART = 5;
/** The same where even the shortest are closer. */
const CLOSE = 2;

/** A number under each step: in a unit that the axis does not have, or of a line. */
export interface FigureRow {
  label: string;
  texts: readonly string[];
  /** The same where the steps are narrow. */
  shorter: readonly string[];
}

/** What stands under a step that has nothing. */
export const NO_FIGURE = '–';

/**
 * Writes the rows below the axis, all in one size.
 *
 * @param isNamedAbove whether the name of each stands above its figures; else beside the axis
 */
export function drawFigures(
  chart: Chart,
  rows: readonly FigureRow[],
  colours: ChartColours,
  isNamedAbove: boolean,
): void {
  const { ctx, height } = chart;
  const [each, room] = [rowHeight(isNamedAbove), roomOf(chart, rows[0]?.texts.length ?? 0) - APART];
  ctx.save();
  ctx.textBaseline = 'middle';
  const [size, written] = fitting(room, rows, (text, px) => {
    ctx.font = fontOf(px);
    return ctx.measureText(text).width;
  });
  rows.forEach(({ label }, at) => {
    const top = height - (rows.length - at) * each;
    const [name, figures] = isNamedAbove ? [13, 29] : [13, 13];
    ctx.fillStyle = colours.hairline;
    ctx.fillRect(0, top, chart.width, 1);
    ctx.textAlign = 'left';
    ctx.font = `500 11px ${CHART_FONT}`;
    ctx.fillStyle = colours['ink-2'];
    ctx.fillText(label, 0, top + name);
    ctx.fillStyle = colours.ink;
    ctx.font = fontOf(size);
    drawRow(chart, written[at] ?? [], top + figures);
  });
  ctx.restore();
}

const middleOf = ({ scales, chartArea }: Chart, at: number) =>
  scales.x?.getPixelForValue(at) ?? chartArea.left;

/** How much of the width a step has. */
const roomOf = (chart: Chart, steps: number) =>
  steps > 1 ? middleOf(chart, 1) - middleOf(chart, 0) : chart.chartArea.right - chart.chartArea.left;

function drawRow(chart: Chart, written: readonly string[], y: number): void {
  const { ctx } = chart;
  ctx.textAlign = 'center';
  // Days are too narrow even for the shortest: what would touch is left out, dashes first.
  const taken: { from: number; to: number }[] = [];
  const isDash = (at: number) => Number(written[at] === NO_FIGURE);
  for (const at of [...written.keys()].sort((one, other) => isDash(one) - isDash(other))) {
    const text = written[at] ?? '';
    const [x, half] = [middleOf(chart, at), (ctx.measureText(text).width + CLOSE) / 2];
    if (taken.some(({ from, to }) => x - half < to && from < x + half)) continue;
    ctx.fillText(text, x, y);
    taken.push({ from: x - half, to: x + half });
  }
}

const fontOf = (size: number) => `600 ${String(size)}px ${CHART_FONT}`;

/**
 * The size of the texts of all rows and how they are written, so that none touches the next one; what is shortest where
 * nothing fits. Rows in different sizes would seem to differ in weight.
 */
export function fitting(
  room: number,
  rows: readonly Pick<FigureRow, 'texts' | 'shorter'>[],
  widthOf: (text: string, size: number) => number,
): readonly [number, readonly (readonly string[])[]] {
  const [texts, shorter] = [rows.map((row) => row.texts), rows.map((row) => row.shorter)];
  const ways = [
    [11, texts],
    [11, shorter],
    [10, shorter],
  ] as const;
  const way = ways.find(([size, all]) => all.flat().every((text) => widthOf(text, size) <= room));
  return way ?? [9, shorter];
}

/** Width of an axis beside which the row's name has room. */
export function figureLabelWidth({ ctx }: Pick<Chart, 'ctx'>, label: string): number {
  ctx.save();
  ctx.font = `500 11px ${CHART_FONT}`;
  const { width } = ctx.measureText(label);
  ctx.restore();
  return width + 10;
}
