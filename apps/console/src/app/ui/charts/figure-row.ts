import type { Chart } from 'chart.js';
import type { ChartColours } from '../base/chart-colours';
import { CHART_FONT } from './parts';

/** Height of a row. */
export const FIGURE_ROW = 24;
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

/** Writes the rows below the axis, the name of each beside the axis. */
export function drawFigures(chart: Chart, rows: readonly FigureRow[], colours: ChartColours): void {
  const { ctx, height } = chart;
  ctx.save();
  ctx.textBaseline = 'middle';
  rows.forEach((row, at) => {
    const top = height - (rows.length - at) * FIGURE_ROW;
    ctx.fillStyle = colours.hairline;
    ctx.fillRect(0, top, chart.width, 1);
    ctx.textAlign = 'left';
    ctx.font = `500 11px ${CHART_FONT}`;
    ctx.fillStyle = colours['ink-2'];
    ctx.fillText(row.label, 0, top + FIGURE_ROW / 2 + 1);
    ctx.fillStyle = colours.ink;
    drawRow(chart, row, top + FIGURE_ROW / 2 + 1);
  });
  ctx.restore();
}

function drawRow({ ctx, scales, chartArea }: Chart, { texts, shorter }: FigureRow, y: number): void {
  const middleOf = (at: number) => scales.x?.getPixelForValue(at) ?? chartArea.left;
  const room = texts.length > 1 ? middleOf(1) - middleOf(0) : chartArea.right - chartArea.left;
  const [size, written] = fitting(room - APART, texts, shorter, (text, px) => {
    ctx.font = fontOf(px);
    return ctx.measureText(text).width;
  });
  ctx.font = fontOf(size);
  ctx.textAlign = 'center';
  // Days are too narrow even for the shortest: what would touch is left out, dashes first.
  const taken: { from: number; to: number }[] = [];
  const isDash = (at: number) => Number(written[at] === NO_FIGURE);
  for (const at of [...written.keys()].sort((one, other) => isDash(one) - isDash(other))) {
    const text = written[at] ?? '';
    const [x, half] = [middleOf(at), (ctx.measureText(text).width + CLOSE) / 2];
    if (taken.some(({ from, to }) => x - half < to && from < x + half)) continue;
    ctx.fillText(text, x, y);
    taken.push({ from: x - half, to: x + half });
  }
}

const fontOf = (size: number) => `600 ${String(size)}px ${CHART_FONT}`;

/**
 * The size of the texts of a row and how they are written, so that none touches the next one; what is shortest where nothing
 * fits.
 */
export function fitting(
  room: number,
  texts: readonly string[],
  shorter: readonly string[],
  widthOf: (text: string, size: number) => number,
): readonly [number, readonly string[]] {
  const ways = [
    [11, texts],
    [11, shorter],
    [10, shorter],
  ] as const;
  const way = ways.find(([size, each]) => each.every((text) => widthOf(text, size) <= room));
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
