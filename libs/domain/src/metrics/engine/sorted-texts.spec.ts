import { ascending, ascendingInSlices } from './order.js';
import { SLICE, type Slices, wholeOf } from './slices.js';
import { sortedTexts } from './sorted-texts.js';

/** Numbers without order, the same in each run. */
const scattered = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => (at * 2_654_435_761) % 1_000_003);

const stopsOf = (slices: Slices<unknown>): number => {
  let stops = 0;
  while (!slices.next().done) stops += 1;
  return stops;
};

describe('sortedTexts', () => {
  it.each([0, 1, SLICE, SLICE + 1, 3 * SLICE + 7, 6 * SLICE])('sorts %i as a whole sort does', (count) => {
    const texts = scattered(count).map(String);
    expect(wholeOf(sortedTexts(texts))).toEqual(texts.toSorted());
  });

  it('stops after each slice of each pass', () => {
    // Four sorted, four merged in pairs, four merged in one.
    expect(stopsOf(sortedTexts(scattered(4 * SLICE).map(String)))).toBe(12);
  });
});

describe('ascendingInSlices', () => {
  it('orders more than a slice', () => {
    const keys = scattered(3 * SLICE + 5);
    const places = keys.map((_, at) => at).sort((one, other) => keys[one]! - keys[other]! || one - other);
    expect([...ascending(Float64Array.from(keys))]).toEqual(places);
  });

  it('stops after each slice of each digit that differs', () => {
    const stops = stopsOf(ascendingInSlices(Float64Array.from(scattered(4 * SLICE))));
    expect(stops).toBeGreaterThanOrEqual(4 * 3);
    expect(stopsOf(ascendingInSlices(Float64Array.of(2, 1)))).toBeGreaterThan(0);
  });
});
