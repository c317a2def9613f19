/** Parts of a colour as a canvas gets it from the tokens, `rgb(11, 101, 112)`. */
const RGB = /rgba?\((\d+),? (\d+),? (\d+)/;

/** The one of two colours that is read better on a ground; the first where a colour is not known. */
export function readableOn(ground: string, first: string, second: string): string {
  const [on, one, other] = [ground, first, second].map(luminance);
  if (on === undefined || one === undefined || other === undefined) return first;
  return contrast(on, one) >= contrast(on, other) ? first : second;
}

const contrast = (one: number, other: number) =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Relative luminance, see WCAG 2.2. */
function luminance(colour: string): number | undefined {
  const parts = RGB.exec(colour)
    ?.slice(1)
    .map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
  const [red = 0, green = 0, blue = 0] = parts ?? [];
  return parts && 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
