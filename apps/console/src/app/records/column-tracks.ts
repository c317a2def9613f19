/** What a column needs, in pixels. */
export interface ColumnNeed {
  /** The widest of its texts. */
  natural: number;
  /** What it is never narrower than. */
  least: number;
}

/** Columns beside each other. */
export interface ColumnTracks {
  /** One track for each column, for `grid-template-columns`. */
  tracks: string;
  /** Their width without anything to spare, gaps included: below that a list scrolls sideways. */
  width: number;
}

/**
 * Lays columns out by what is in them: each as wide as its content and its share of what is left; where there is less
 * room, those that may be cut give way alike.
 *
 * @param room pixels for all of them
 * @param gap pixels between two
 */
export function columnTracks(needs: readonly ColumnNeed[], room: number, gap: number): ColumnTracks {
  const gaps = gap * Math.max(needs.length - 1, 0);
  const [natural, least] = [sum(needs.map((need) => need.natural)), sum(needs.map((need) => need.least))];
  const given = Math.min(Math.max((room - gaps - least) / Math.max(natural - least, 1), 0), 1);
  const widths = needs.map((need) => Math.floor(need.least + (need.natural - need.least) * given));
  return {
    tracks: widths.map((width, at) => `minmax(${width}px, ${needs[at]?.natural ?? width}fr)`).join(' '),
    width: sum(widths) + gaps,
  };
}

const sum = (lengths: readonly number[]) => lengths.reduce((total, each) => total + each, 0);
