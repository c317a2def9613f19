/** Where a label is written: its baseline, from its left edge. Pixels. */
export interface LabelPlace {
  x: number;
  y: number;
}

/** A written label: where it is, and how wide. */
export interface WrittenLabel extends LabelPlace {
  width: number;
}

/** What labels stand in. */
interface Area {
  left: number;
  right: number;
  bottom: number;
}

/** Of the letters of a label, above and below its baseline, with air around them. */
const ABOVE = 12;
const BELOW = 4;
/** From a point to the label beside it. */
const ASIDE = 8;

/**
 * Where the word beside a point has room: right of it and below while it can. Near the end of the path it goes to the
 * left, near the axis above the point, to stay clear of what stands there; null where another label is in each way.
 *
 * @param width of the word
 * @param other the label that stays
 */
export function placeBeside(
  point: LabelPlace,
  width: number,
  other: WrittenLabel | null,
  { left, right, bottom }: Area,
): LabelPlace | null {
  const isLate = point.x > left + (right - left) * 0.85;
  const [after, before] = [point.x + ASIDE, point.x - ASIDE - width];
  const [above, below] = [point.y - ASIDE, point.y + 16];
  const [first, second] = isLate ? [before, after] : [after, before];
  // The path comes from below and goes on upwards: above, the left has more room than the right.
  const sides = below > bottom ? [first, second] : [before, after];
  const places = [{ x: first, y: below }, ...sides.map((x) => ({ x, y: above })), { x: second, y: below }];
  const isFree = ({ x, y }: LabelPlace) =>
    x >= left && x + width <= right && y <= bottom && !(other && areClose({ x, y, width }, other));
  return places.find(isFree) ?? null;
}

/**
 * The baseline of the label of a level line: above it, or below where another line ends close above.
 *
 * @param line where the line is
 * @param other where the other one ends; null for none
 */
export function baselineOf(line: number, other: number | null, bottom: number): number {
  const isCrossed = other !== null && other <= line && line - other < ABOVE + ASIDE;
  return isCrossed && line + 14 <= bottom ? line + 14 : line - 6;
}

const areClose = (one: WrittenLabel, other: WrittenLabel): boolean =>
  one.x < other.x + other.width + BELOW &&
  other.x < one.x + one.width + BELOW &&
  Math.abs(one.y - other.y) < ABOVE + BELOW;
