import { baselineOf, placeBeside } from './burn-up-labels';

const AREA = { left: 0, right: 400, bottom: 80 };
const target = (y: number) => ({ x: 365, y, width: 35 });

describe('the word beside the point of today', () => {
  it('stands right of it and below, above it near the axis, and left of it near the end', () => {
    expect(placeBeside({ x: 100, y: 30 }, 32, target(10), AREA)).toEqual({ x: 108, y: 46 });
    expect(placeBeside({ x: 100, y: 78 }, 32, target(10), AREA)).toEqual({ x: 108, y: 70 });
    expect(placeBeside({ x: 380, y: 30 }, 32, null, AREA)).toEqual({ x: 340, y: 46 });
  });

  it('avoids the label of the target', () => {
    expect(placeBeside({ x: 328, y: 37 }, 32, target(59), AREA)).toEqual({ x: 288, y: 29 });
    expect(placeBeside({ x: 328, y: 50 }, 32, target(54), AREA)).toEqual({ x: 288, y: 42 });
  });

  it('is left out where there is no room for it', () => {
    expect(placeBeside({ x: 20, y: 50 }, 32, { x: 0, y: 54, width: 90 }, { ...AREA, right: 90 })).toBeNull();
  });
});

it('the label of the target stands above its line, below it where another line ends just above', () => {
  expect(baselineOf(40, null, 80)).toBe(34);
  expect(baselineOf(40, 10, 80)).toBe(34);
  expect(baselineOf(40, 60, 80)).toBe(34);
  expect(baselineOf(40, 30, 80)).toBe(54);
  expect(baselineOf(78, 70, 80)).toBe(72);
});
