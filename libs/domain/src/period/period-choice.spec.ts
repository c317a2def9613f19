import { day, isoDay } from './day.js';
import { movingNameOf, movingPeriods, namedPeriods, steppedChoice } from './named-periods.js';
import { customBetween, type PeriodChoice, periodOfParameter, periodParameter } from './period-choice.js';

const TODAY = day('2026-11-22');
const days = ({ period }: PeriodChoice) => `${isoDay(period.from)}..${isoDay(period.to)}`;
const read = (text: string) => {
  const choice = periodOfParameter(text, TODAY);
  if (!choice) throw new Error(`${text} names no period.`);
  return choice;
};

describe('a period as a parameter', () => {
  it.each([
    ['month:2026-02', '2026-02-01..2026-02-28'],
    ['quarter:2026-Q4', '2026-10-01..2026-12-31'],
    ['half:2025-H1', '2025-01-01..2025-06-30'],
    ['year:2024', '2024-01-01..2024-12-31'],
    ['ytd:2026', '2026-01-01..2026-11-22'],
    ['ytd:2025', '2025-01-01..2025-11-22'],
    ['week:2026-11-23', '2026-11-23..2026-11-29'],
    ['custom:2026-09-15..2026-10-15', '2026-09-15..2026-10-15'],
  ])('reads and writes %s', (text, expected) => {
    expect(days(read(text))).toBe(expected);
    expect(periodParameter(read(text))).toBe(text);
  });

  it.each([
    null,
    '',
    'half:2026-H3',
    'month:2026-13',
    'week:2026-01',
    'custom:2026-10-15..2026-09-15',
    'half',
  ])('takes %s for no period', (text) => {
    expect(periodOfParameter(text, TODAY)).toBeNull();
  });

  it('ends 29 February on the 28th of a common year', () => {
    const leapDay = periodOfParameter('ytd:2027', day('2028-02-29'));
    expect(leapDay && days(leapDay)).toBe('2027-01-01..2027-02-28');
  });
});

describe('changing a choice', () => {
  it.each([
    ['month:2026-01', -1, 'month:2025-12'],
    ['quarter:2026-Q4', 1, 'quarter:2027-Q1'],
    ['half:2026-H1', -1, 'half:2025-H2'],
    ['ytd:2026', -1, 'ytd:2025'],
    ['week:2026-12-28', 1, 'week:2027-01-04'],
    ['custom:2026-09-01..2026-09-10', 1, 'custom:2026-09-11..2026-09-20'],
  ])('%s, %d step is %s', (from, steps, to) => {
    expect(periodParameter(steppedChoice(read(from), steps))).toBe(to);
  });

  it('takes the week of any day that an address names, from Monday on', () => {
    expect(periodParameter(read('week:2026-11-29'))).toBe('week:2026-11-23');
    expect(periodParameter(read('week:1969-12-31'))).toBe('week:1969-12-29');
  });

  it('has names for periods around today', () => {
    const named = namedPeriods(TODAY).map(({ name, choice }) => [name, periodParameter(choice)]);
    expect(Object.fromEntries(named)).toEqual({
      this_week: 'week:2026-11-16',
      last_week: 'week:2026-11-09',
      last_7: 'custom:2026-11-16..2026-11-22',
      last_30: 'custom:2026-10-24..2026-11-22',
      this_month: 'month:2026-11',
      last_month: 'month:2026-10',
      next_month: 'month:2026-12',
    });
  });

  it('refuses a custom period that ends before it begins', () => {
    expect(customBetween('2026-10-02', '2026-10-01')).toBeNull();
    expect(customBetween('2026-10-01', '2026-02-30')).toBeNull();
  });
});

describe('a period that follows the calendar', () => {
  it('is found by what is chosen, and is other days on another day', () => {
    const kept = ['this_month', 'last_30', 'this_quarter', 'this_half', 'this_year', 'year_to_date'];
    const of = (date: string) =>
      movingPeriods(day(date)).flatMap(({ name, choice }) =>
        kept.includes(name) ? [periodParameter(choice)] : [],
      );
    expect(of('2026-11-22')).toEqual([
      'custom:2026-10-24..2026-11-22',
      'month:2026-11',
      'quarter:2026-Q4',
      'half:2026-H2',
      'year:2026',
      'ytd:2026',
    ]);
    expect(of('2027-01-05')).toEqual([
      'custom:2026-12-07..2027-01-05',
      'month:2027-01',
      'quarter:2027-Q1',
      'half:2027-H1',
      'year:2027',
      'ytd:2027',
    ]);
    for (const { name, choice } of movingPeriods(TODAY)) expect(movingNameOf(choice, TODAY)).toBe(name);
  });

  it('is none where the days are fixed', () => {
    expect(movingNameOf(read('month:2026-08'), TODAY)).toBeNull();
    expect(movingNameOf(read('custom:2026-11-01..2026-11-22'), TODAY)).toBeNull();
  });
});
