import { type Box, LABEL_HEIGHT, type Spot } from './label-places';

/** Distance of a label from its mark. */
const GAP = 4;
/** How far above its bar a label may be to be clear of an edge there. */
const NEAR = GAP + LABEL_HEIGHT + 8;

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
  const heights = heightsOver({ x: middle, y: bar.top }, width, edges);
  return heights.flatMap((y) => columns.map((x) => ({ x: kept(x, width, within), bottom: y - GAP })));
}

/** Over a point, else over an edge that is right above it, else under the point. */
export const spotsAt = (
  point: Point,
  width: number,
  edges: readonly Box[],
  within: [number, number],
): Spot[] => {
  const over = heightsOver(point, width, edges).map((y) => y - GAP - 3);
  return [...over, point.y + LABEL_HEIGHT + 6].map((bottom) => ({ x: kept(point.x, width, within), bottom }));
};

/** What a label may stand over: its mark, and each edge that is right above that or above the edge before it. */
function heightsOver({ x, y }: Point, width: number, edges: readonly Box[]): number[] {
  const tops = edges
    .filter(({ left, right, top }) => left < x + width / 2 && x - width / 2 < right && top < y)
    .map(({ top }) => top)
    .sort((one, other) => other - one);
  return tops.reduce((all, top) => ((all.at(-1) ?? y) - top < NEAR ? [...all, top] : all), [y]);
}

/**
 * The middle of a bar that is high enough to be written on, else of the higher part above or below a mark across it; none where the
 * label is wider, or has no room.
 *
 * @param lines thin marks across the whole width of bars
 */
export function spotsInside({ left, right, top, bottom }: Box, width: number, lines: readonly Box[]): Spot[] {
  if (width > right - left) return [];
  const across = lines.filter((line) => line.left < right && left < line.right);
  const rooms = across.flatMap((line) => [
    { top, bottom: Math.min(bottom, line.top) },
    { top: Math.max(top, line.bottom), bottom },
  ]);
  const middles = [{ top, bottom }, ...rooms.sort((one, other) => heightOf(other) - heightOf(one))]
    .filter((room) => heightOf(room) >= LABEL_HEIGHT)
    .map((room) => (room.top + room.bottom + LABEL_HEIGHT) / 2);
  return middles
    .filter((end) => !across.some((line) => line.top < end && end - LABEL_HEIGHT < line.bottom))
    .map((end) => ({ x: (left + right) / 2, bottom: end, isInside: true }));
}

const heightOf = ({ top, bottom }: Pick<Box, 'top' | 'bottom'>) => bottom - top;

interface Point {
  x: number;
  y: number;
}

const kept = (x: number, width: number, [left, right]: [number, number]) =>
  Math.min(Math.max(x, left + width / 2), right - width / 2);
