import { number, screen } from '../testing/answers';
import { burnUp } from './burn-up.data';

describe('the path of the half', () => {
  const half = screen().half;

  it('runs from the first day to today, and the plan to the last day', () => {
    const path = burnUp(half, '2026-11-22');
    expect(path.days).toBe(184);
    expect(path.closed[0]).toEqual({ x: 0, y: 0 });
    // 31 + 31 + 30 + 31 days and 22 of November
    expect(path.closed.at(-1)).toEqual({ x: 145, y: 450_000 });
    expect(path.planned.at(-1)).toEqual({ x: 184, y: 1_200_000 });
    expect(path.today).toEqual({ x: 145, closed: 450_000, expected: 960_000 });
  });

  it('shows what is signed and bills later apart, this month too', () => {
    expect(burnUp(half, '2026-11-22').later).toEqual([
      { x: 145, y: 450_000 },
      { x: 153, y: 500_000 },
      { x: 184, y: 600_000 },
    ]);
  });

  it('has no plan without a target and no mark outside of the half', () => {
    const over = { ...half, target: null, revenue: number(600_000), starts_later: 0 };
    const path = burnUp(over, '2027-02-01');
    expect(path.planned).toEqual([]);
    expect(path.today).toBeNull();
    expect(path.closed.at(-1)).toEqual({ x: 184, y: 600_000 });
    expect(path.later).toEqual([]);
  });
});
