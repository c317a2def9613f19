import { type Box, LABEL_HEIGHT, type Spot } from './label-places';

/** Distance of a label from its mark. */
const GAP = 4;
/** How far above its bar a label may be to be clear of an edge there. */
const NEAR = GAP + LABEL_HEIGHT + 4;

/**
 * Where the label of a bar may stand, the best place first: over its middle, else with one side over a side of the bar; and
 * a bit higher where the edge of an outline is right above the bar.
 *
 * @param edges of outlines
 * @param within the left and the right end of the plot
 */
export function spotsOver(bar: Box, width: number, edges: readonly Box[], within: [number, number]): Spot[] {
  const middle = (bar.left + bar.right) / 2;
  const spare = Math.max(0, width - (bar.right - bar.left)) / 2;
  const columns = spare > 0 ? [middle, middle + spare, middle - spare] : [middle];
  const near = edges.filter(
    ({ left, right, top }) =>
      left < middle + width / 2 && middle - width / 2 < right && top < bar.top && bar.top - top < NEAR,
  );
  const heights = [bar.top, ...near.map(({ top }) => top).sort((one, other) => other - one)];
  return heights.flatMap((top) => columns.map((x) => ({ x: kept(x, width, within), bottom: top - GAP })));
}

/** Over a point, else under it. */
export const spotsAt = ({ x, y }: Point, width: number, within: [number, number]): Spot[] =>
  [y - GAP - 3, y + LABEL_HEIGHT + 6].map((bottom) => ({ x: kept(x, width, within), bottom }));

/** The middle of a bar that is high enough to be written on; none where the label is wider. */
export function spotsInside({ left, right, top, bottom }: Box, width: number): Spot[] {
  if (width > right - left) return [];
  return [{ x: (left + right) / 2, bottom: (top + bottom + LABEL_HEIGHT) / 2, isInside: true }];
}

interface Point {
  x: number;
  y: number;
}

const kept = (x: number, width: number, [left, right]: [number, number]) =>
  Math.min(Math.max(x, left + width / 2), right - width / 2);
