import { isoDay } from '../period/day.js';
import { dayIn, type DateOrder, orderProved, readDate } from './date-text.js';

const iso = (text: string, order: DateOrder) => {
  const written = readDate(text);
  const day = written && dayIn(written, order);
  return day === null ? null : isoDay(day);
};

describe('readDate', () => {
  it.each([
    ['2026-04-10', '2026-04-10'],
    ['2026-4-9', '2026-04-09'],
    ['2025/03/04', '2025-03-04'],
    ['2025.03.04', '2025-03-04'],
    ['2026-10-10T00:00:00Z', '2026-10-10'],
    ['2026-03-22T23:30:00.000-05:00', '2026-03-22'],
    ['2026-07-01 00:00:00', '2026-07-01'],
    ['2026-07-01 9:30 pm', '2026-07-01'],
    ['3 Sep 2025', '2025-09-03'],
    ['Sep 3rd, 2025', '2025-09-03'],
    ['September 3, 2025', '2025-09-03'],
    ['1er septembre 2025', '2025-09-01'],
    ['23 octobre 2026', '2026-10-23'],
    ['2 févr. 2026', '2026-02-02'],
    ['15 août 2026', '2026-08-15'],
    ['15 AOUT 2026', '2026-08-15'],
    ['31 déc. 2026', '2026-12-31'],
    ['20-Jun-2026', '2026-06-20'],
    ['01 Jul 26', '2026-07-01'],
    ['AUGUST 19 2026', '2026-08-19'],
    ['May 4, 2026 10:15', '2026-05-04'],
    ['2026 Sep 3', '2026-09-03'],
    ['3\u00a0juillet\u202f2026', '2026-07-03'],
  ])('%j is %s in any column', (text, day) => {
    expect(iso(text, 'day_first')).toBe(day);
    expect(iso(text, 'month_first')).toBe(day);
    expect(
      readDate(text) && orderProved(readDate(text) ?? { day_first: null, month_first: null }),
    ).toBeNull();
  });

  it.each([
    ['3/4/2026', '2026-04-03', '2026-03-04'],
    ['03-04-26', '2026-04-03', '2026-03-04'],
    ['03.04.2026 09:30', '2026-04-03', '2026-03-04'],
    ['25/03/04', '2004-03-25', '2004-03-25'],
  ])('%j is %s with the day first, %s with the month first', (text, dayFirst, monthFirst) => {
    expect(iso(text, 'day_first')).toBe(dayFirst);
    expect(iso(text, 'month_first')).toBe(monthFirst);
  });

  it.each([
    ['31.12.25', '2025-12-31', 'day_first'],
    ['28/08/2026 09:30', '2026-08-28', 'day_first'],
    ['30/04/2026', '2026-04-30', 'day_first'],
    ['7/19/2026', '2026-07-19', 'month_first'],
    ['02/29/2024', '2024-02-29', 'month_first'],
  ])('%j is %s and proves its column %s', (text, day, order) => {
    const written = readDate(text);
    expect(written && orderProved(written)).toBe(order);
    expect(iso(text, 'day_first')).toBe(day);
    expect(iso(text, 'month_first')).toBe(day);
  });

  it.each(['3/3/2026', '3/4/2026'])('%j proves nothing', (text) => {
    expect(orderProved(readDate(text) ?? { day_first: null, month_first: 0 })).toBeNull();
  });

  it.each([
    '31/02/2026',
    '02/29/2025',
    '13/13/2026',
    '2025/25/03',
    '30 Feb 2026',
    '0/5/2026',
    '31 novembre 2026',
  ])('%j does not exist', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it.each([
    '07/2026',
    '2026',
    'Q3',
    'Sep 2025',
    '3 Sep',
    'soon',
    'n/a',
    '-',
    '45678',
    '20260304',
    '3/4',
    '3/4/026',
  ])('%j is no whole date', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it.each(['03/04-2026', '3 Sep 2025 or later', 'Sept 2025 3', '3 Sep 5', '1/2/3/2026', '2026-03-04-05'])(
    '%j is no date',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );
});
