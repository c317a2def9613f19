import { day } from '../period/day.js';
import { yearOf } from '../period/presets.js';
import { resolveTargets } from './resolve.js';
import { monthsWithoutTarget } from './revenue-target.js';

it('counts the months of a span that have no revenue target, where others have one', () => {
  const year = yearOf(day('2026-06-01'));
  const of = (months: object) => monthsWithoutTarget(resolveTargets({ revenue_2026: months }), year);
  expect([of({ nov: 400 }), of({ oct: 0, nov: 400 }), of({})]).toEqual([11, 10, 0]);
  expect(monthsWithoutTarget(null, year)).toBe(0);
});
