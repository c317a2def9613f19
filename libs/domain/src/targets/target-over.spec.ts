import { day, period } from '../period/index.js';
import { resolveTargets } from './resolve.js';
import { NO_TARGET } from './target-set.js';
import { aboveViews, isMonthly, targetOver } from './target-over.js';

const targets = resolveTargets({
  intro_poa: { intro: 20 },
  closing_projections: { next_14_days: 250_000 },
  dashboard_bottom_cards: { ytd_aggregate_pipeline: 9_000_000 },
});

describe('targetOver', () => {
  const half = period(day('2026-07-01'), day('2026-12-31'));

  it('multiplies a monthly target by the months', () => {
    expect(targetOver(targets, 'intro', half)).toBe(120);
    expect(targetOver(targets, 'intro', period(day('2026-11-01'), day('2026-11-15')))).toBe(10);
  });

  it('takes board goals and year-to-date targets as they are', () => {
    expect(targetOver(targets, 'next_14_days', half)).toBe(250_000);
    expect(targetOver(targets, 'ytd_aggregate_pipeline', half)).toBe(9_000_000);
    expect([isMonthly('poa'), isMonthly('next_60_90_days')]).toEqual([true, false]);
  });

  it('is null where no target is set', () => {
    expect(targetOver(targets, 'poa', half)).toBeNull();
  });
});

describe('aboveViews', () => {
  it.each([
    [30, 28, 2],
    [0.3, 0.1, 0.2],
    [20, 28, -8],
    [20, null, null],
  ])('%d against a sum of %d is %d', (value, sum, expected) => {
    expect(aboveViews({ value, origin: 'intro_poa.intro' }, sum)).toBe(expected);
  });

  it('is null without a value of its own', () => {
    expect(aboveViews(NO_TARGET, 28)).toBeNull();
  });
});
