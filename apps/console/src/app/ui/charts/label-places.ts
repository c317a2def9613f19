/** A rectangle of a chart, in its pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A straight part of a line. */
export interface Segment {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** Where a label may stand: its middle and its lower edge. */
export interface Spot {
  x: number;
  bottom: number;
  /** True within its own bar, which it may lie on. */
  isInside?: boolean;
}

/** A label that is to be written, and where it may be, the best place first. */
export interface WantedLabel {
  width: number;
  spots: readonly Spot[];
}

/** What a label must not lie on. */
export interface Obstacles {
  lines: readonly Segment[];
  boxes: readonly Box[];
}

/** Height of a line of text. */
export const LABEL_HEIGHT = 14;
/** Distance to a line and its points. */
const CLEAR = 3;

/**
 * Places labels one after the other: none lies on a line, on a mark or on a label before it, and none leaves the plot.
 *
 * @returns the place of each label; null where there is none, so that it is left out
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  { lines, boxes }: Obstacles,
  area: Box,
): (Spot | null)[] {
  const taken: Box[] = [];
  return wanted.map(({ width, spots }) => {
    const spot = spots.find((each) => {
      const box = boxOf(each, width);
      return (
        isWithin(box, area) &&
        (each.isInside === true || !boxes.some((other) => overlaps(box, other))) &&
        !taken.some((other) => overlaps(box, other)) &&
        !lines.some((line) => crosses(line, box))
      );
    });
    if (spot) taken.push(boxOf(spot, width));
    return spot ?? null;
  });
}

const boxOf = ({ x, bottom }: Spot, width: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: bottom - LABEL_HEIGHT,
  bottom,
});

const isWithin = (box: Box, area: Box) =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;

const overlaps = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Whether a line comes near a box: what is left of it between the box's sides, clipped one after the other. */
export function crosses({ from, to }: Segment, box: Box): boolean {
  let [enters, leaves] = [0, 1];
  const isClipped = (distance: number, step: number) => {
    if (step === 0) return distance < 0;
    const at = distance / step;
    if (step > 0) leaves = Math.min(leaves, at);
    else enters = Math.max(enters, at);
    return enters >= leaves;
  };
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return !(
    isClipped(box.right + CLEAR - from.x, dx) ||
    isClipped(from.x - box.left + CLEAR, -dx) ||
    isClipped(box.bottom + CLEAR - from.y, dy) ||
    isClipped(from.y - box.top + CLEAR, -dy)
  );
}
