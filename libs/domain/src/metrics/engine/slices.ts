/** Work on many records that stops after each slice, so that other work gets its turn; its result comes at the end. */
export type Slices<Result> = Generator<undefined, Result, undefined>;

/** Records of one slice: a few milliseconds of work on each. */
export const SLICE = 25_000;

/** The ranges of a whole, one for each slice. */
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
