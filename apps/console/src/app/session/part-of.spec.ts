import { day } from '@app/domain/period';
import { partOf } from './part-of';

const TODAY = day('2026-11-22');

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
  it('is a day or a week of its charts', () => {
    const [from, to] = [day('2026-09-28'), day('2026-10-04')];
    expect(partOf('2026-09-28..2026-10-04', whole, TODAY)).toEqual({ from, to });
    expect(partOf('2026-10-04', whole, TODAY)).toEqual({ from: to, to });
    const cut = { from: day('2026-09-15'), to: day('2026-09-20') };
    expect(partOf('2026-09-14..2026-09-20', whole, TODAY)).toEqual(cut);
    // Beside the period it may be a month of the half, no other days.
    expect(partOf('2026-08-31', whole, TODAY)).toEqual(whole);
    expect(partOf('2026-10-04..2026-09-28', whole, TODAY)).toEqual(whole);
  });
});
