import { stepWidth } from './link-plot';

it('gives a step the width of what it is, so that the weeks of 100 days fit beside their axis', () => {
  expect(stepWidth(['2026-11'])).toBe(36);
  expect(stepWidth(['2026-11'], 52)).toBe(52);
  expect(stepWidth(['2026-11-23'], 52)).toBe(18);
  expect(stepWidth(['2026-11-23..2026-11-29'])).toBe(36);
  expect(15 * stepWidth(['2026-11-23..2026-11-29'], 52)).toBeLessThan(720);
  expect(stepWidth([], 52)).toBe(52);
});
