/**
 * Whether a month is not over on a day: it runs, or is still to come. Without a day every month is.
 *
 * @param month `YYYY-MM`
 * @param thisMonth `YYYY-MM` of the day; empty for none
 */
export const isUnfinished = (month: string, thisMonth: string): boolean =>
  thisMonth !== '' && month >= thisMonth;

/** The values up to today's month: a line says nothing about days to come. */
export function soFar(
  values: readonly (number | null)[],
  months: readonly string[],
  thisMonth: string,
): (number | null)[] {
  return values.map((value, at) => (thisMonth === '' || (months[at] ?? '') <= thisMonth ? value : null));
}

/** Dashes of the parts of a line that lead to a month which is not over. */
export function unfinishedDash(months: readonly string[], thisMonth: string, dash: number[] = []) {
  return {
    borderDash: ({ p1DataIndex }: { p1DataIndex: number }) =>
      isUnfinished(months[p1DataIndex] ?? '', thisMonth) ? [2, 3] : dash,
  };
}
