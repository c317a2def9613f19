import { widthBesideWhole } from '../ui/base/whole-columns';

/** What a column needs, in pixels. */
export interface ColumnNeed {
  /** The widest of its texts. */
  natural: number;
  /** What it is never narrower than. */
  least: number;
  /** Whether it is cut only once the others have given what they can. */
  yieldsLast?: boolean;
}

/** Columns beside each other. */
export interface ColumnTracks {
  /** One track for each column, for `grid-template-columns`. */
  tracks: string;
  /** Their width without anything to spare, gaps included: below that a list scrolls sideways. */
  width: number;
  /** Whether those that yield last are cut. */
  isTight: boolean;
}

/**
 * Lays columns out by what is in them: each as wide as its content and its share of what is left; where there is less
 * room, those that may be cut give way alike, and then those that yield last. Where it scrolls sideways all the same,
 * the first takes what whole columns leave.
 *
 * @param room pixels for all of them
 * @param gap pixels between two
 */
export function columnTracks(needs: readonly ColumnNeed[], room: number, gap: number): ColumnTracks {
  const gaps = gap * Math.max(needs.length - 1, 0);
  const spare = ({ natural, least }: ColumnNeed) => natural - least;
  const [last, first] = [true, false].map((yields) =>
    sum(needs.filter(({ yieldsLast = false }) => yieldsLast === yields).map(spare)),
  ) as [number, number];
  const left = Math.max(room - gaps - sum(needs.map(({ least }) => least)), 0);
  const given = { last: last === 0 ? 1 : shareOf(left, last), first: shareOf(left - last, first) };
  const widths = needs.map((need) =>
    Math.floor(need.least + spare(need) * (need.yieldsLast ? given.last : given.first)),
  );
  const [client, ...others] = widths;
  if (client !== undefined && sum(widths) + gaps > room) {
    const each = others.map((width) => width + gap);
    widths[0] = widthBesideWhole(room, client, each);
  }
  return {
    tracks: widths.map((width, at) => `minmax(${width}px, ${needs[at]?.natural ?? width}fr)`).join(' '),
    width: sum(widths) + gaps,
    isTight: given.last < 1,
  };
}

/** How much of what some would give they need not. */
const shareOf = (left: number, wanted: number) => Math.min(Math.max(left / Math.max(wanted, 1), 0), 1);

const sum = (lengths: readonly number[]) => lengths.reduce((total, each) => total + each, 0);
