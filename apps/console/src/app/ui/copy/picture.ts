import type { Copyable } from './copyable';
import { type Ink, MARGIN, type PictureLayout, SWATCH, layoutOf } from './picture-layout';

/** Colours a picture is painted with, as a canvas takes them. */
export type PictureColours = Readonly<Record<Ink | 'surface' | 'hairline', string>>;

/** Twice the size on the screen: sharp in a mail on any display. */
const SCALE = 2;

/** Paints a copyable as a PNG in the colours of the theme. */
export async function pictureOf(
  copyable: Copyable,
  colours: PictureColours,
  document: Document,
): Promise<Blob> {
  await document.fonts.ready; // a canvas does not wait for a font
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no canvas.');
  const layout = layoutOf(copyable, (text, font) => {
    context.font = font;
    return context.measureText(text).width;
  });
  canvas.width = layout.width * SCALE;
  canvas.height = layout.height * SCALE;
  context.scale(SCALE, SCALE);
  paint(context, layout, colours, copyable.canvas);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The browser gave no picture.'));
    }, 'image/png');
  });
}

function paint(
  context: CanvasRenderingContext2D,
  { width, height, texts, lines, swatches, chart }: PictureLayout,
  colours: PictureColours,
  source: HTMLCanvasElement | undefined,
): void {
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, width, height);
  context.fillStyle = colours.hairline;
  for (const y of lines) context.fillRect(MARGIN, y, width - 2 * MARGIN, 1);
  if (chart && source) context.drawImage(source, chart.x, chart.y, chart.width, chart.height);
  for (const swatch of swatches) paintMark(context, swatch);
  context.textBaseline = 'middle';
  for (const { text, x, y, font, ink, align } of texts) {
    context.font = font;
    context.fillStyle = colours[ink];
    context.textAlign = align;
    context.fillText(text, x, y);
  }
}

/** A square, a line or an outline: as the series is drawn in the chart. */
function paintMark(
  context: CanvasRenderingContext2D,
  { x, y, colour, edge = colour, mark }: PictureLayout['swatches'][number],
) {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (mark === 'box') {
    context.fillRect(x, y - SWATCH / 2, SWATCH, SWATCH);
    context.strokeStyle = edge;
    context.lineWidth = 1;
    context.strokeRect(x + 0.5, y - SWATCH / 2 + 0.5, SWATCH - 1, SWATCH - 1);
    return;
  }
  context.save();
  context.setLineDash(mark === 'line' ? [] : [3, 2]);
  context.lineWidth = mark === 'outline' ? 1 : 2;
  context.beginPath();
  if (mark === 'outline') context.rect(x + 0.5, y - SWATCH / 2 + 0.5, SWATCH - 1, SWATCH - 1);
  else {
    context.moveTo(x, y);
    context.lineTo(x + SWATCH, y);
  }
  context.stroke();
  context.restore();
}
