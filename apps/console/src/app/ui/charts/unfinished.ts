import { daysOfStep, parseIsoDay } from '@app/domain/period';

/**
 * Where a day stands among the steps of an axis: the key of the step that holds it, else a text that sorts before or
 * after all of them.
 *
 * @param steps keys of months, weeks or days, oldest first
 * @param asOf `YYYY-MM-DD`; empty for no day
 */
export function nowAmong(steps: readonly string[], asOf: string): string {
  const today = parseIsoDay(asOf);
  const holding = steps.find((step) => {
    const days = daysOfStep(step);
    return days !== null && today !== null && days.from <= today && today <= days.to;
  });
  return holding ?? asOf;
}

/**
 * Whether a step is not over on a day: it runs, or is still to come. Without a day every one is.
 *
 * @param now where the day stands, see {@link nowAmong}; empty for none
 */
export const isUnfinished = (step: string, now: string): boolean => now !== '' && step >= now;

/**
 * The values up to the step of today: a line says nothing about days to come.
 *
 * @param added what a running sum is the sum of: the sum goes on to the last step that has some of it
 */
export function soFar(
  values: readonly (number | null)[],
  steps: readonly string[],
  now: string,
  added: readonly (number | null)[] = [],
): (number | null)[] {
  const last = now === '' ? steps.length : steps.findLastIndex((step, at) => step <= now || added[at]);
  return values.map((value, at) => (at <= last ? value : null));
}

/** Dashes of the parts of a line that lead to a step which is not over. */
export function unfinishedDash(steps: readonly string[], now: string, dash: number[] = []) {
  return {
    borderDash: ({ p1DataIndex }: { p1DataIndex: number }) =>
      isUnfinished(steps[p1DataIndex] ?? '', now) ? [2, 3] : dash,
  };
}
