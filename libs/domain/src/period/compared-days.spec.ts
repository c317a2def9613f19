import { type Against, comparedDays, monthsBefore } from './compared-days.js';
import { day, isoDay } from './day.js';
import { period } from './period.js';

const compared = (from: string, to: string, asOf: string, against: 'previous' | 'last_year' = 'previous') => {
  const found = comparedDays(period(day(from), day(to)), day(asOf), against);
  if (found === null) return null;
  const { label, is_partial } = found;
  return [label, isoDay(found.from), isoDay(found.to), isoDay(found.through), is_partial];
};

describe('a period is compared', () => {
  it.each([
    ['a month', '2026-10-01', '2026-10-31', ['Sep 2026', '2026-09-01', '2026-09-30']],
    ['the first quarter', '2026-01-01', '2026-03-31', ['Q4 2025', '2025-10-01', '2025-12-31']],
    ['a half', '2026-01-01', '2026-06-30', ['H2 2025', '2025-07-01', '2025-12-31']],
    ['a year', '2025-01-01', '2025-12-31', ['2024', '2024-01-01', '2024-12-31']],
    ['30 days', '2026-09-10', '2026-10-09', ['2026-08-11 to 2026-09-09', '2026-08-11', '2026-09-09']],
    ['a day', '2026-11-10', '2026-11-10', ['2026-11-09 to 2026-11-09', '2026-11-09', '2026-11-09']],
  ])('%s with the one before', (_, from, to, expected) => {
    expect(compared(from, to, '2026-11-22')).toEqual([...expected, to, false]);
  });

  it('a year to date with the same days a year earlier', () => {
    const expected = ['2025-01-01 to 2025-11-22', '2025-01-01', '2025-11-22', '2026-11-22', false];
    expect(compared('2026-01-01', '2026-11-22', '2026-11-22')).toEqual(expected);
    expect(compared('2028-01-01', '2028-02-29', '2028-02-29')?.slice(1, 3)).toEqual([
      '2027-01-01',
      '2027-02-28',
    ]);
  });

  it.each([
    ['H2 2025', '2026-07-01', '2026-12-31', '2025-07-01', '2025-12-31'],
    ['Nov 2025', '2026-11-01', '2026-11-30', '2025-11-01', '2025-11-30'],
    ['2023-02-10 to 2023-02-28', '2024-02-10', '2024-02-29', '2023-02-10', '2023-02-28'],
  ])('with last year: %s', (label, from, to, earlierFrom, earlierTo) => {
    const asOf = '2027-01-01';
    expect(compared(from, to, asOf, 'last_year')).toEqual([label, earlierFrom, earlierTo, to, false]);
  });

  it('under way for the same number of days on both sides', () => {
    // 1 July to 22 November are 145 days; so are 1 January to 25 May.
    const expected = ['H1 2026', '2026-01-01', '2026-05-25', '2026-11-22', true];
    expect(compared('2026-07-01', '2026-12-31', '2026-11-22')).toEqual(expected);
    expect(compared('2026-07-01', '2026-12-31', '2026-11-22', 'last_year')).toEqual([
      'H2 2025',
      '2025-07-01',
      '2025-11-22',
      '2026-11-22',
      true,
    ]);
  });

  it('never past the end of the preset before', () => {
    expect(compared('2026-03-01', '2026-03-31', '2026-03-30')).toEqual([
      'Feb 2026',
      '2026-02-01',
      '2026-02-28',
      '2026-03-30',
      true,
    ]);
  });

  it('whole on its last day and after', () => {
    expect(compared('2026-03-01', '2026-03-31', '2026-03-31')?.slice(3)).toEqual(['2026-03-31', false]);
  });

  it('with nothing before it has begun, by choice, and where the calendar begins', () => {
    expect(compared('2026-12-01', '2026-12-31', '2026-11-30')).toBeNull();
    expect(compared('2026-12-01', '2026-12-31', '2026-12-01')?.slice(1, 4)).toEqual([
      '2026-11-01',
      '2026-11-01',
      '2026-12-01',
    ]);
    expect(comparedDays(period(day('2026-11-01'), day('2026-11-30')), day('2026-12-01'), 'none')).toBeNull();
    expect(compared('0001-03-01', '0001-03-31', '2026-11-22')).toBeNull();
    expect(compared('0002-03-01', '0012-03-01', '2026-11-22')).toBeNull();
    expect(compared('0002-03-01', '0002-03-31', '2026-11-22')?.[0]).toBe('Feb 2');
  });
});

describe('the months before those of a period', () => {
  const before = (from: string, to: string, asOf: string, against: Against = 'previous') => {
    const found = monthsBefore(period(day(from), day(to)), day(asOf), against);
    return found && [isoDay(found.from), isoDay(found.to)];
  };

  it('are those of the whole period before, also while the period is under way', () => {
    expect(before('2026-07-01', '2026-12-31', '2026-11-22')).toEqual(['2026-01-01', '2026-06-30']);
    expect(before('2026-07-01', '2026-12-31', '2026-11-22', 'last_year')).toEqual([
      '2025-07-01',
      '2025-12-31',
    ]);
  });

  it('are none where months do not stand beside months', () => {
    expect(before('2026-10-10', '2026-11-05', '2026-11-22')).toBeNull();
    // 61 days before are two whole months by chance; 59 days before February and March are not.
    expect(before('2026-10-01', '2026-11-30', '2026-12-22')).toEqual(['2026-08-01', '2026-09-30']);
    expect(before('2026-02-01', '2026-03-31', '2026-12-22')).toBeNull();
  });

  it('are none where nothing is compared', () => {
    expect(before('2026-07-01', '2026-12-31', '2026-11-22', 'none')).toBeNull();
    expect(before('2027-01-01', '2027-06-30', '2026-11-22')).toBeNull();
  });
});
