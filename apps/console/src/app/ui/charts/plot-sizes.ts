/** By the length of their keys: of days `YYYY-MM-DD`; of weeks, of which the 15 of 100 days fit into a card of a laptop. */
const WIDTHS: Readonly<Partial<Record<number, number>>> = { 10: 18, 22: 44 };

/** Pixels that a column needs at least: a day has less than a week or a month, for there are many. */
export const stepWidth = (steps: readonly string[], most = 36): number =>
  Math.min(most, WIDTHS[steps[0]?.length ?? 0] ?? most);

/** Width of the plot of the narrowest phone: what fits in there does not scroll. */
const PHONE = 256;

/**
 * Whether the names of rows of figures stand above their figures, not beside the axis: on a phone they would take a third of
 * the width. Where the chart scrolls they would scroll away.
 */
export const areNamesAbove = ({
  steps,
  isNarrow,
}: {
  steps: readonly string[];
  isNarrow: boolean;
}): boolean => isNarrow && steps.length * stepWidth(steps) <= PHONE;

/** Height of a row of figures whose name is beside the axis. */
const FIGURE_ROW = 24;
/** Height of one whose name is above. */
const NAMED_ROW = 40;

export const rowHeight = (isNamedAbove: boolean): number => (isNamedAbove ? NAMED_ROW : FIGURE_ROW);

/** Height of the bars of a phone with their axis, at least. */
const BARS = 184;

/** Pixels that a chart needs at least: rows with names above would leave little to its bars. Null where it fits anyhow. */
export const plotHeight = (isNamedAbove: boolean, rows: number): number | null =>
  isNamedAbove ? BARS + rows * NAMED_ROW : null;
