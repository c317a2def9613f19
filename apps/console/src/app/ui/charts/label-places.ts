/** A rectangle of a chart, in its pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
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

/** Height of a line of text. */
export const LABEL_HEIGHT = 14;

/**
 * Places the labels of several series, one series after the other: none lies on a mark or on a label before it, and none
 * leaves the area. A series has all of its labels or none: where one is missing among its neighbours, it seems to be zero.
 *
 * @param series labels by series, the most important first
 * @param marks what they must not lie on
 * @returns the places in the same order; null where a series is left out
 */
export function placeSeries(
  series: readonly (readonly WantedLabel[])[],
  marks: readonly Box[],
  area: Box,
): (readonly Spot[] | null)[] {
  const taken: Box[] = [];
  return series.map((wanted) => {
    const before = taken.length;
    const spots = wanted.flatMap((label) => {
      const spot = placeOf(label, marks, taken, area);
      if (!spot) return [];
      taken.push(boxOf(spot, label.width));
      return [spot];
    });
    if (spots.length === wanted.length) return spots;
    taken.length = before;
    return null;
  });
}

function placeOf(
  { width, spots }: WantedLabel,
  marks: readonly Box[],
  taken: readonly Box[],
  area: Box,
): Spot | undefined {
  return spots.find((spot) => {
    const box = boxOf(spot, width);
    const others = spot.isInside ? taken : [...marks, ...taken];
    return isWithin(box, area) && !others.some((other) => overlaps(box, other));
  });
}

/** The rectangle of a label. */
export const boxOf = ({ x, bottom }: Spot, width: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: bottom - LABEL_HEIGHT,
  bottom,
});

const isWithin = (box: Box, area: Box) =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;

const overlaps = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
