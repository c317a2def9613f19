import { isUnfinished, nowAmong, soFar, unfinishedDash } from './unfinished';

const steps = ['2026-10', '2026-11', '2026-12', '2027-01'];

describe('what is not over', () => {
  it('has weeks and days too', () => {
    const weeks = ['2026-12-21..2026-12-27', '2026-12-28..2027-01-03', '2027-01-04..2027-01-08'];
    const open = (steps: string[], asOf: string) =>
      steps.map((step) => isUnfinished(step, nowAmong(steps, asOf)));
    expect(open(weeks, '2026-12-31')).toEqual([false, true, true]);
    expect(open(weeks, '2027-01-03')).toEqual([false, true, true]);
    expect(open(weeks, '2026-11-01')).toEqual([true, true, true]);
    expect(open(weeks, '2027-01-09')).toEqual([false, false, false]);
    expect(open(['2026-12-31', '2027-01-01'], '2027-01-01')).toEqual([false, true]);
    expect(open(steps, '2026-12-31')).toEqual([false, false, true, true]);
    expect(soFar([1, 2, 3], weeks, nowAmong(weeks, '2026-12-31'))).toEqual([1, 2, null]);
    expect(soFar([1, 2, 3], weeks, nowAmong(weeks, '2026-11-01'))).toEqual([null, null, null]);
  });

  it('is the month of the day and what comes after it', () => {
    expect(steps.filter((step) => isUnfinished(step, '2026-12'))).toEqual(['2026-12', '2027-01']);
    expect(steps.filter((step) => isUnfinished(step, '2027-02'))).toEqual([]);
    expect(steps.filter((step) => isUnfinished(step, ''))).toEqual([]);
  });

  it('has no line: it ends in the month of the day, whatever is booked after it', () => {
    expect(soFar([1, 0, 5, 0], steps, '2026-11')).toEqual([1, 0, null, null]);
    expect(soFar([1, 0, 5, 0], steps, '')).toEqual([1, 0, 5, 0]);
  });

  it('has a running sum, as far as something is added to it', () => {
    expect(soFar([1, 1, 6, 6], steps, '2026-11', [1, 0, 5, 0])).toEqual([1, 1, 6, null]);
    expect(soFar([1, 1, 1, 1], steps, '2026-11', [1, 0, 0, 0])).toEqual([1, 1, null, null]);
  });

  it('is reached by a dashed part of a line', () => {
    const { borderDash } = unfinishedDash(steps, '2026-11', [4, 3]);
    expect([0, 1, 2].map((p1DataIndex) => borderDash({ p1DataIndex }))).toEqual([
      [4, 3],
      [2, 3],
      [2, 3],
    ]);
  });
});
