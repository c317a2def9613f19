import { isoDay } from '../period/day.js';
import { dayIn, readDate } from './date-text.js';

describe('a weekday, a time and a zone around a date', () => {
  it.each([
    ['Tuesday, March 3, 2026', '2026-03-03'],
    ['Tue, 3 Mar 2026 15:00:00 GMT', '2026-03-03'],
    ['mardi 3 mars 2026', '2026-03-03'],
    ['mar. 3 mars 2026', '2026-03-03'],
    ['Mar 3 2026', '2026-03-03'],
    ['mer. 4/3/2026', '2026-03-04'],
    ['4/3/2026 (Wed)', '2026-03-04'],
    ['2026-03-03 mardi', '2026-03-03'],
    ['3 March 2026 at 3pm', '2026-03-03'],
    ['3 March 2026 3 p.m.', '2026-03-03'],
    ['3 mars 2026 à 15h', '2026-03-03'],
    ['3 mars 2026 a\u0300 15h30', '2026-03-03'],
    ['3 mars 2026, 15 h 30 min', '2026-03-03'],
    ['03/03/2026 - 15:00', '2026-03-03'],
    ['15:00 03/03/2026', '2026-03-03'],
    ['2026-03-03 15:00 CET', '2026-03-03'],
    ['2026-03-03T15:00:00.000+0100', '2026-03-03'],
    ['2026-03-03 15:00:00 +0000 UTC', '2026-03-03'],
    ['2026-03-03T23:59:59Z', '2026-03-03'],
    ['2026-03-03Z', '2026-03-03'],
    ['2026-03-03+02:00', '2026-03-03'],
    ['2026-03-03 UTC+2', '2026-03-03'],
    ['2026-03-03 GMT-05:30', '2026-03-03'],
    ['CEST 2026-03-03', '2026-03-03'],
    ['Tue Mar 03 2026 15:00:00 GMT+0100 (Central European Standard Time)', '2026-03-03'],
  ])('is dropped from %j', (text, date) => {
    const written = readDate(text);
    expect(written && isoDay(dayIn(written, 'day_first') ?? 0)).toBe(date);
  });

  it.each([
    'Tuesday',
    '15:00',
    'Mar 2026',
    'mardi mars 2026',
    '3 Mar 15:00',
    '2026-03-03 25:00',
    '2026-03-03 15:75',
    '2026-03-04-05',
    'Q3 2026 at 3pm',
    'UTC',
    '45678 15:00',
    '3 Sep 2025 or later',
  ])('makes no date of %j', (text) => {
    expect(readDate(text)).toBeNull();
  });
});
