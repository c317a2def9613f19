import { day, isoDay } from '@app/domain/period';
import { dayBy, monthsLater, weeksOf } from './calendar-days';

it('fills six weeks from Monday on around a month', () => {
  const weeks = weeksOf(day('2026-11-28'));
  expect(weeks).toHaveLength(6);
  expect([weeks[0]?.[0], weeks[5]?.[6]].map((each) => isoDay(each ?? 0))).toEqual([
    '2026-10-26',
    '2026-12-06',
  ]);
});

it('keeps the date from month to month, or takes the last one', () => {
  expect(isoDay(monthsLater(day('2026-01-31'), 1))).toBe('2026-02-28');
  expect(isoDay(monthsLater(day('2026-12-15'), 1))).toBe('2027-01-15');
  expect(isoDay(monthsLater(day('2024-02-29'), -12))).toBe('2023-02-28');
});

it.each([
  ['ArrowLeft', false, '2026-11-27'],
  ['ArrowDown', false, '2026-12-05'],
  ['Home', false, '2026-11-23'],
  ['End', false, '2026-11-29'],
  ['PageUp', false, '2026-10-28'],
  ['PageDown', true, '2027-11-28'],
  ['a', false, null],
])('is moved by %s (shift: %s)', (key, shiftKey, date) => {
  const next = dayBy({ key, shiftKey }, day('2026-11-28'));
  expect(next === null ? null : isoDay(next)).toBe(date);
});
