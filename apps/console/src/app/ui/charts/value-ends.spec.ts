import { valueEnds } from './value-ends';

const COUNTS = { isWhole: true };

describe('the ends of an axis of values', () => {
  it.each([
    [[110_000, 217_000], 250_000, 50_000],
    [[33_700_000], 40_000_000, 10_000_000],
    [[136_000_000, 172_800_000], 200_000_000, 50_000_000],
    [[700_000], 750_000, 250_000],
    [[200], 200, 50],
    [[0.3], 0.3, 0.1],
  ])('are on a line at or above the highest value: %j', (values, max, stepSize) => {
    const ends = valueEnds(values);
    expect(ends.min).toBe(0);
    expect(ends.max).toBeCloseTo(max, 9);
    expect(ends.stepSize).toBeCloseTo(stepSize, 9);
  });

  it('waste a third of the height at most, with five lines at most', () => {
    for (let high = 10; high < 1000; high += 7) {
      const { max, stepSize } = valueEnds([high], COUNTS);
      expect(max).toBeGreaterThanOrEqual(high);
      expect(max / high).toBeLessThan(1.34);
      expect(max / stepSize).toBeLessThanOrEqual(5);
    }
  });

  it('have lines at whole numbers where things are counted', () => {
    expect(valueEnds([1], COUNTS)).toEqual({ min: 0, max: 1, stepSize: 1 });
    expect(valueEnds([3], COUNTS)).toEqual({ min: 0, max: 3, stepSize: 1 });
    expect(valueEnds([7], COUNTS)).toEqual({ min: 0, max: 8, stepSize: 2 });
  });

  it('reach below zero where a value does', () => {
    expect(valueEnds([-12, 80])).toEqual({ min: -20, max: 80, stepSize: 20 });
  });

  it('are there without any value', () => {
    expect(valueEnds([])).toEqual({ min: 0, max: 1, stepSize: 1 });
  });
});
