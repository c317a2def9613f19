import { day, isoDay } from '@app/domain/period';
import {
  type PeriodChoice,
  choiceOf,
  customBetween,
  defaultChoice,
  fromParameter,
  namedPeriods,
  partOf,
  stepped,
  toParameter,
} from './period-choice';

const TODAY = day('2026-11-22');
const days = ({ period }: PeriodChoice) => `${isoDay(period.from)}..${isoDay(period.to)}`;
const read = (text: string) => {
  const choice = fromParameter(text, TODAY);
  if (!choice) throw new Error(`${text} names no period.`);
  return choice;
};

describe('the period of the address', () => {
  it('is the current half by default', () => {
    expect(days(defaultChoice(TODAY))).toBe('2026-07-01..2026-12-31');
    expect(toParameter(defaultChoice(TODAY))).toBe('half:2026-H2');
  });

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
    expect(toParameter(read(text))).toBe(text);
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
    expect(fromParameter(text, TODAY)).toBeNull();
  });

  it('ends 29 February on the 28th of a common year', () => {
    const leapDay = fromParameter('ytd:2027', day('2028-02-29'));
    expect(leapDay && days(leapDay)).toBe('2027-01-01..2027-02-28');
  });
});

describe('changing the period', () => {
  it.each([
    ['month:2026-01', -1, 'month:2025-12'],
    ['quarter:2026-Q4', 1, 'quarter:2027-Q1'],
    ['half:2026-H1', -1, 'half:2025-H2'],
    ['ytd:2026', -1, 'ytd:2025'],
    ['week:2026-12-28', 1, 'week:2027-01-04'],
    ['custom:2026-09-01..2026-09-10', 1, 'custom:2026-09-11..2026-09-20'],
  ])('%s, %d step is %s', (from, steps, to) => {
    expect(toParameter(stepped(read(from), steps))).toBe(to);
  });

  it('takes the week of any day that an address names, from Monday on', () => {
    expect(toParameter(read('week:2026-11-29'))).toBe('week:2026-11-23');
    expect(toParameter(read('week:1969-12-31'))).toBe('week:1969-12-29');
    expect(toParameter(choiceOf('week', read('half:2026-H2'), TODAY))).toBe('week:2026-11-16');
  });

  it('has names for periods around today', () => {
    const named = namedPeriods(TODAY).map(({ name, choice }) => [name, toParameter(choice)]);
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

  it('keeps today when the kind changes in a period that contains it', () => {
    expect(toParameter(choiceOf('month', read('half:2026-H2'), TODAY))).toBe('month:2026-11');
  });

  it('keeps the start of the period when it does not contain today', () => {
    expect(toParameter(choiceOf('quarter', read('half:2025-H2'), TODAY))).toBe('quarter:2025-Q3');
  });

  it('refuses a custom period that ends before it begins', () => {
    expect(customBetween('2026-10-02', '2026-10-01')).toBeNull();
    expect(customBetween('2026-10-01', '2026-02-30')).toBeNull();
  });
});

describe('a part of the period', () => {
  const whole = { from: day('2026-09-15'), to: day('2026-10-15') };
  it('is a month cut to the period', () => {
    expect(partOf('2026-09', whole, TODAY)).toEqual({ from: day('2026-09-15'), to: day('2026-09-30') });
  });
  it('is a whole half-year', () => {
    expect(partOf('2026-H2', whole, TODAY)).toEqual({ from: day('2026-07-01'), to: day('2026-12-31') });
  });
  it('is a whole earlier month of the half-year in which the period ends', () => {
    expect(partOf('2026-07', whole, TODAY)).toEqual({ from: day('2026-07-01'), to: day('2026-07-31') });
    expect(partOf('2026-06', whole, TODAY)).toEqual(whole);
    expect(partOf('2026-11', whole, TODAY)).toEqual(whole);
  });
  it('is the whole period without a part', () => {
    expect(partOf(null, whole, TODAY)).toEqual(whole);
    expect(partOf('2020-01', whole, TODAY)).toEqual(whole);
  });
});
