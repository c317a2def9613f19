import { rangesOf, type Slices, wholeOf } from './slices.js';

const BITS = 11;
const DIGITS = 2 ** BITS;
/** Digits of the 32 bits of a word. */
const SHIFTS = [0, BITS, 2 * BITS] as const;

/**
 * The places of some numbers in ascending order; equal ones keep theirs. NaN is not allowed.
 *
 * A radix sort over the bits of each number: a million take a quarter of the time of a sort with a compare function.
 */
export const ascending = (keys: Float64Array): Uint32Array => wholeOf(ascendingInSlices(keys));

/** {@link ascending}, a slice at a time. */
export function* ascendingInSlices(keys: Float64Array): Slices<Uint32Array> {
  const words = yield* sortableWords(keys);
  let order = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  let next = new Uint32Array(keys.length);
  for (const word of [words.low, words.high]) {
    for (const shift of SHIFTS) {
      const starts = startsOf(word, shift);
      if (starts === null) continue;
      for (const [from, to] of rangesOf(order.length)) {
        distribute(order.subarray(from, to), next, { word, shift, starts });
        yield;
      }
      [order, next] = [next, order];
    }
  }
  return order;
}

interface Digits {
  readonly word: Uint32Array;
  readonly shift: number;
  /** Where the next number with each digit goes. */
  readonly starts: Uint32Array;
}

function distribute(places: Uint32Array, next: Uint32Array, { word, shift, starts }: Digits): void {
  for (const place of places) {
    const digit = ((word[place] ?? 0) >>> shift) & (DIGITS - 1);
    const start = starts[digit] ?? 0;
    next[start] = place;
    starts[digit] = start + 1;
  }
}

/** The bits of the numbers so that, read as whole numbers without sign, they are in the same order. */
function* sortableWords(keys: Float64Array): Slices<{ low: Uint32Array; high: Uint32Array }> {
  const low = new Uint32Array(keys.length);
  const high = new Uint32Array(keys.length);
  for (const [from, to] of rangesOf(keys.length)) {
    split(keys, from, to, { low, high });
    yield;
  }
  return { low, high };
}

function split(
  keys: Float64Array,
  from: number,
  to: number,
  { low, high }: { low: Uint32Array; high: Uint32Array },
): void {
  const bits = new DataView(new ArrayBuffer(8));
  for (let at = from; at < to; at++) {
    // Adding 0 makes 0 of -0.
    bits.setFloat64(0, (keys[at] ?? 0) + 0);
    const upper = bits.getInt32(0);
    const flip = upper >> 31;
    high[at] = upper ^ (flip | 0x8000_0000);
    low[at] = bits.getInt32(4) ^ flip;
  }
}

/** Where the numbers with each digit begin; null when all have the same digit. */
function startsOf(word: Uint32Array, shift: number): Uint32Array | null {
  const starts = new Uint32Array(DIGITS);
  for (const bits of word) {
    const digit = (bits >>> shift) & (DIGITS - 1);
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit] ?? 0;
    if (count === word.length) return null;
    starts[digit] = start;
    start += count;
  }
  return starts;
}
