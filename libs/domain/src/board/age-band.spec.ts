import { ageBand } from './age-band.js';

describe('the age of a deal on a board', () => {
  it.each([
    [-3, 'fresh'],
    [0, 'fresh'],
    [29, 'fresh'],
    [30, 'aging'],
    [59, 'aging'],
    [60, 'stale'],
    [800, 'stale'],
  ])('of %i days is %s', (age, band) => {
    expect(ageBand(age)).toBe(band);
  });
});
