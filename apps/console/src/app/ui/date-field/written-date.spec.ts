import { isoDay } from '@app/domain/period';
import { writtenDate } from './written-date';

const read = (text: string) => {
  const day = writtenDate(text);
  return day === null ? null : isoDay(day);
};

it.each([
  ['2026-11-28', '2026-11-28'],
  [' 28 Nov 2026 ', '2026-11-28'],
  ['1 november 2026', '2026-11-01'],
  ['1. Sept 2026', '2026-09-01'],
  ['31 Feb 2026', null],
  ['3/4/2026', '2026-04-03'],
  ['15.10.2026', '2026-10-15'],
  ['10/15/2026', null],
  ['15/10/26', null],
  ['28 Nov', null],
  ['', null],
])('reads %o', (text, date) => {
  expect(read(text)).toBe(date);
});
