import fc from 'fast-check';
import { aPeriod } from '../testing/periods.js';
import { day, isoDay } from './day.js';
import { daysOf, period } from './period.js';
import { axisBefore, daysOfStep, trendAxis } from './trend-axis.js';

const over = (from: string, to: string) => period(day(from), day(to));
const keys = (from: string, to: string) => trendAxis(over(from, to))?.steps.map(({ key }) => key) ?? null;

describe('the axis of a period', () => {
  it('has days up to 31, weeks up to 100, months beyond', () => {
    const from = day('2026-01-01');
    const grain = (days: number) => trendAxis({ from, to: from + days - 1 })?.grain ?? 'month';
    expect([1, 7, 31, 32, 92, 100, 101, 365].map(grain)).toEqual([
      'day',
      'day',
      'day',
      'week',
      'week',
      'week',
      'month',
      'month',
    ]);
  });

  it("has the days of a period over a year's end", () => {
    expect(keys('2026-12-30', '2027-01-02')).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
  });

  it('has weeks from Monday on, cut to the period', () => {
    const quarter = keys('2026-10-01', '2026-12-31') ?? [];
    expect(quarter.slice(0, 2)).toEqual(['2026-10-01..2026-10-04', '2026-10-05..2026-10-11']);
    expect(quarter.slice(-1)).toEqual(['2026-12-28..2026-12-31']);
    expect(quarter).toHaveLength(14);
    // A week of one day is a week.
    expect(keys('2026-11-01', '2026-12-15')?.[0]).toBe('2026-11-01..2026-11-01');
  });

  it('has no gap, and keys that name its days', () => {
    fc.assert(
      fc.property(aPeriod(), fc.nat(99), ({ from }, days) => {
        const whole = { from, to: from + days };
        const { steps = [] } = trendAxis(whole) ?? {};
        expect(steps.reduce((sum, step) => sum + daysOf(step), 0)).toBe(daysOf(whole));
        expect(steps.map(({ to }) => to + 1)).toEqual([
          ...steps.slice(1).map((step) => step.from),
          whole.to + 1,
        ]);
        expect(steps.map(({ key }) => daysOfStep(key))).toEqual(
          steps.map(({ from: first, to }) => ({ from: first, to })),
        );
      }),
    );
  });
});

describe('the axis of the period before', () => {
  const before = (of: [string, string], earlier: [string, string]) => {
    const axis = trendAxis(over(...of));
    return axis && axisBefore(axis, over(...earlier)).steps.map(({ key }) => key);
  };

  it('has as many days in each step, the first beside the first', () => {
    const found = before(['2026-10-01', '2026-12-31'], ['2026-07-01', '2026-09-30']);
    expect(found?.slice(0, 2)).toEqual(['2026-07-01..2026-07-04', '2026-07-05..2026-07-11']);
    expect(found?.at(-1)).toBe('2026-09-27..2026-09-30');
  });

  it('ends with the shorter of the two', () => {
    const march = before(['2026-03-01', '2026-03-31'], ['2026-02-01', '2026-02-28']);
    expect([march?.length, march?.at(-1)]).toEqual([28, '2026-02-28']);
    const february = before(['2026-02-01', '2026-02-28'], ['2026-01-01', '2026-01-31']);
    expect([february?.length, february?.at(-1)]).toEqual([28, '2026-01-28']);
  });
});

it('the key of a step names its days', () => {
  const days = (key: string) => {
    const found = daysOfStep(key);
    return found && [isoDay(found.from), isoDay(found.to)];
  };
  expect(days('2028-02')).toEqual(['2028-02-01', '2028-02-29']);
  expect(days('2026-12-31')).toEqual(['2026-12-31', '2026-12-31']);
  expect(days('2026-12-28..2027-01-03')).toEqual(['2026-12-28', '2027-01-03']);
  const none = ['', '2026', '2026-13', '2026-02-30', '2026-01-02..2026-01-01', '2026-01-01..', 'a..b..c'];
  expect(none.map(daysOfStep)).toEqual(none.map(() => null));
});
