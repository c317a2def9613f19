import fc from 'fast-check';
import { aPeriod, split } from '../testing/periods.js';
import { day } from './day.js';
import { monthShares, monthsInPeriod, monthsTouched } from './months-in-period.js';
import { period } from './period.js';

describe('monthsInPeriod', () => {
  it.each([
    ['a half-year', '2026-07-01', '2026-12-31', 6],
    ['a whole February', '2026-02-01', '2026-02-28', 1],
    ['a whole February of a leap year', '2028-02-01', '2028-02-29', 1],
    ['one day of a 31-day month', '2026-10-05', '2026-10-05', 1 / 31],
    ['two halves of two months', '2026-09-15', '2026-10-15', 16 / 30 + 15 / 31],
    ['across a year', '2026-12-16', '2027-01-15', 16 / 31 + 15 / 31],
  ])('%s', (_, from, to, months) => {
    expect(monthsInPeriod(period(day(from), day(to)))).toBeCloseTo(months, 12);
  });

  it('adds up: the parts of a period are worth the whole', () => {
    fc.assert(
      fc.property(aPeriod(), fc.nat(), (whole, at) => {
        const months = split(whole, at).reduce((sum, part) => sum + monthsInPeriod(part), 0);
        expect(months).toBeCloseTo(monthsInPeriod(whole), 9);
      }),
    );
  });

  it('is the sum of the shares of the months', () => {
    fc.assert(
      fc.property(aPeriod(), (question) => {
        const shares = monthShares(question);
        expect(monthsTouched(question)).toBe(shares.length);
        expect(monthsInPeriod(question)).toBeCloseTo(
          shares.reduce((sum, { share }) => sum + share, 0),
          9,
        );
      }),
    );
  });

  it('counts all time', () => {
    expect(monthsInPeriod(period(day('0001-01-01'), day('9999-12-31')))).toBe(119_988);
  });

  it('names each month with the days inside', () => {
    const [september, october] = monthShares(period(day('2026-09-15'), day('2026-10-15')));
    expect(september).toMatchObject({
      key: '2026-09',
      inside: { from: day('2026-09-15'), to: day('2026-09-30') },
    });
    expect(october).toMatchObject({ key: '2026-10', share: 15 / 31 });
  });
});
