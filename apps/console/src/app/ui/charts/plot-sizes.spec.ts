import { areNamesAbove, plotHeight, rowHeight, stepWidth } from './plot-sizes';

it('gives a step the width of what it is, so that the weeks of 100 days fit beside their axis', () => {
  expect(stepWidth(['2026-11'])).toBe(36);
  expect(stepWidth(['2026-11'], 52)).toBe(52);
  expect(stepWidth(['2026-11-23'], 52)).toBe(18);
  expect(stepWidth(['2026-11-23..2026-11-29'])).toBe(36);
  expect(15 * stepWidth(['2026-11-23..2026-11-29'], 52)).toBeLessThan(720);
  expect(stepWidth([], 52)).toBe(52);
});

it('has the names of rows above them on a phone, where the chart does not scroll', () => {
  const months = (count: number) => Array.from({ length: count }, () => '2026-11');
  expect(areNamesAbove({ steps: months(6), isNarrow: true })).toBe(true);
  expect(areNamesAbove({ steps: months(12), isNarrow: true })).toBe(false);
  expect(areNamesAbove({ steps: months(6), isNarrow: false })).toBe(false);
});

it('gives rows with names above more height, and the chart as much more', () => {
  expect(rowHeight(true)).toBeGreaterThan(rowHeight(false));
  expect((plotHeight(true, 3) ?? 0) - (plotHeight(true, 1) ?? 0)).toBe(2 * rowHeight(true));
  expect(plotHeight(false, 3)).toBeNull();
});
