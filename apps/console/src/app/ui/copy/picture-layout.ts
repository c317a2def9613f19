import type { Copyable, LegendMark } from './copyable';
import { COPY } from './texts';

/** Colours of a picture, by their tokens. */
export type Ink = 'ink' | 'ink-2';

/** A positioned line of text; y is its middle. Lengths are CSS pixels. */
interface PictureText {
  text: string;
  x: number;
  y: number;
  font: string;
  ink: Ink;
  align: 'left' | 'right';
}

/** The layout of a picture. */
export interface PictureLayout {
  width: number;
  height: number;
  texts: PictureText[];
  /** Heights of the hairlines between the rows. */
  lines: number[];
  /** Marks in the colours of the legend, by their left edge and their middle. */
  swatches: { x: number; y: number; colour: string; edge?: string; mark: LegendMark }[];
  /** Position of the chart, if there is one. */
  chart: { x: number; y: number; width: number; height: number } | null;
}

/** How wide a text is in a font. */
export type Measure = (text: string, font: string) => number;

/** Space around the picture. */
export const MARGIN = 24;
const ROW = 30;
const GAP = 24;
const HEAD = 64;
const LEGEND = 20;
/** Side of a square of the legend. */
export const SWATCH = 10;
const MAX_ROWS = 40;
const FAMILY = "'Inter Variable', Inter, system-ui, sans-serif";
const FONTS = {
  title: `600 17px ${FAMILY}`,
  quiet: `400 12px ${FAMILY}`,
  head: `500 12px ${FAMILY}`,
  body: `400 13px ${FAMILY}`,
  total: `600 13px ${FAMILY}`,
} as const;

/** Lays a copyable out as a picture: its chart if there is one, else its rows. */
export function layoutOf(copyable: Copyable, measure: Measure): PictureLayout {
  const titles = titlesOf(copyable);
  const body = copyable.canvas ? chartOf(copyable, copyable.canvas, measure) : tableOf(copyable, measure);
  const titleWidth = Math.max(...titles.map(({ text, font }) => measure(text, font)));
  return {
    ...body,
    width: Math.ceil(Math.max(body.width, titleWidth + 2 * MARGIN)),
    texts: [...titles, ...body.texts],
  };
}

function titlesOf({ title, subtitle }: Copyable): PictureText[] {
  return [
    { text: title, x: MARGIN, y: MARGIN + 8, font: FONTS.title, ink: 'ink', align: 'left' },
    { text: subtitle, x: MARGIN, y: MARGIN + 30, font: FONTS.quiet, ink: 'ink-2', align: 'left' },
  ];
}

function chartOf({ legend = [] }: Copyable, canvas: HTMLCanvasElement, measure: Measure): PictureLayout {
  const y = MARGIN + HEAD - 12;
  const top = legend.length > 0 ? y + LEGEND : y;
  const { clientWidth: width, clientHeight: height } = canvas;
  return {
    ...legendOf(legend, y, measure),
    width: width + 2 * MARGIN,
    height: top + height + MARGIN,
    lines: [],
    chart: { x: MARGIN, y: top, width, height },
  };
}

/** The entries in one line; a chart has few. */
function legendOf(
  legend: NonNullable<Copyable['legend']>,
  y: number,
  measure: Measure,
): Pick<PictureLayout, 'texts' | 'swatches'> {
  let x = MARGIN;
  const texts: PictureText[] = [];
  const swatches: PictureLayout['swatches'] = [];
  for (const { label, ...swatch } of legend) {
    swatches.push({ x, y, ...swatch });
    texts.push({ text: label, x: x + SWATCH + 6, y, font: FONTS.quiet, ink: 'ink', align: 'left' });
    x += SWATCH + 6 + measure(label, FONTS.quiet) + GAP / 2;
  }
  return { texts, swatches };
}

function tableOf({ columns, rows, totals }: Copyable, measure: Measure): PictureLayout {
  const shown = [
    { cells: columns.map(({ label }) => label), font: FONTS.head, ink: 'ink-2' as const },
    ...rows.slice(0, MAX_ROWS).map((cells) => ({ cells, font: FONTS.body, ink: 'ink' as const })),
    ...(rows.length > MAX_ROWS
      ? [{ cells: [COPY.more(String(rows.length - MAX_ROWS))], font: FONTS.quiet, ink: 'ink-2' as const }]
      : []),
    ...(totals ? [{ cells: totals, font: FONTS.total, ink: 'ink' as const }] : []),
  ];
  const widths = columns.map((_, at) =>
    Math.max(...shown.map(({ cells, font }) => measure(cells[at] ?? '', font))),
  );
  // Text is aligned left in its column, numbers right.
  const starts = widths.map((_, at) => MARGIN + sum(widths.slice(0, at)) + at * GAP);
  const middle = (row: number) => MARGIN + HEAD + row * ROW;
  const texts = shown.flatMap(({ cells, font, ink }, row) =>
    cells.map((text, at): PictureText => {
      const isWord = columns[at]?.unit === null;
      const x = (starts[at] ?? MARGIN) + (isWord ? 0 : (widths[at] ?? 0));
      return { text, x, y: middle(row), font, ink, align: isWord ? 'left' : 'right' };
    }),
  );
  return {
    width: 2 * MARGIN + sum(widths) + GAP * Math.max(columns.length - 1, 0),
    height: middle(shown.length - 1) + ROW / 2 + MARGIN - 8,
    texts,
    lines: shown.slice(1).map((_, row) => middle(row) + ROW / 2),
    swatches: [],
    chart: null,
  };
}

const sum = (lengths: readonly number[]) => lengths.reduce((total, each) => total + each, 0);
