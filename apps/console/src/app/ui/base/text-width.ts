/** About the width of a letter, where nothing can be measured. */
const LETTER = 7;

let context: CanvasRenderingContext2D | null | undefined;

/** How wide a text is in a font, in pixels. */
function textWidth(text: string, font: string): number {
  if (context === undefined) context = document.createElement('canvas').getContext('2d');
  if (!context) return text.length * LETTER;
  context.font = font;
  return context.measureText(text).width;
}

/** The widest of many texts; only the longest of them are measured, which a font hardly ever puts in another order. */
export function widestOf(texts: readonly string[], font: string): number {
  const longest = [...new Set(texts)].sort((one, other) => other.length - one.length).slice(0, 4);
  // Columns write each digit as wide as a 0; a canvas has the narrow 1 of running text.
  return Math.max(0, ...longest.map((text) => textWidth(text.replaceAll(/\d/g, '0'), font)));
}
