import { isUnfinished, soFar, unfinishedDash } from './unfinished';

const months = ['2026-10', '2026-11', '2026-12', '2027-01'];

describe('what is not over', () => {
  it('is the month of the day and what comes after it', () => {
    expect(months.filter((month) => isUnfinished(month, '2026-12'))).toEqual(['2026-12', '2027-01']);
    expect(months.filter((month) => isUnfinished(month, '2027-02'))).toEqual([]);
    expect(months.filter((month) => isUnfinished(month, ''))).toEqual([]);
  });

  it('has no line: it ends in the month of the day, whatever is booked after it', () => {
    expect(soFar([1, 0, 5, 0], months, '2026-11')).toEqual([1, 0, null, null]);
    expect(soFar([1, 0, 5, 0], months, '')).toEqual([1, 0, 5, 0]);
  });

  it('is reached by a dashed part of a line', () => {
    const { borderDash } = unfinishedDash(months, '2026-11', [4, 3]);
    expect([0, 1, 2].map((p1DataIndex) => borderDash({ p1DataIndex }))).toEqual([
      [4, 3],
      [2, 3],
      [2, 3],
    ]);
  });
});
