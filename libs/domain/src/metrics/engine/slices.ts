/** Work on many records that stops after each slice, so that others get their turn; the result comes in the end. */
export type Slices<Result> = Generator<undefined, Result, undefined>;

/** Records of one slice: a few milliseconds of work on each. */
export const SLICE = 25_000;

/** The ranges of a whole, a slice each. */
export function* rangesOf(length: number): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < length; from += SLICE) yield [from, Math.min(from + SLICE, length)];
}

/** The result of some work, without a stop. */
export function wholeOf<Result>(slices: Slices<Result>): Result {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}
