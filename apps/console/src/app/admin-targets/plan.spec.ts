import { resolveTargets } from '@app/domain/targets';
import { copyPlan, factorOf, spreadPlan, textsOf } from './plan';

const targets = resolveTargets({ revenue_2026: { nov: 500_000, dec: 300_000 }, revenue_2027: { jan: 7 } });

describe('copying a year', () => {
  it('previews each month and the sum of the year', () => {
    const plan = copyPlan(targets, '2026', '2027', '110');
    expect(plan?.months).toEqual([
      { id: 'revenue_2027.nov', before: null, after: 550_000 },
      { id: 'revenue_2027.dec', before: null, after: 330_000 },
    ]);
    expect([plan?.sumBefore, plan?.sumAfter]).toEqual([7, 880_007]);
  });

  it.each(['', 'ten', '-5'])('plans nothing at %j percent', (percent) => {
    expect(copyPlan(targets, '2026', '2027', percent)).toBeNull();
  });

  it('plans nothing for an invalid year', () => {
    expect(copyPlan(targets, '2026', '27', '100')).toBeNull();
  });

  it('multiplies by the exact percentage', () => {
    expect([factorOf('110'), factorOf('7'), factorOf('102,5')]).toEqual([1.1, 0.07, 1.025]);
  });
});

describe('spreading a half', () => {
  it('fills the six months of that half so that they add up to the figure', () => {
    const plan = spreadPlan(targets, '2028', 'H1', 100, 'evenly');
    expect(plan.months.map(({ id }) => id)).toEqual(
      ['jan', 'feb', 'mar', 'apr', 'may', 'jun'].map((month) => `revenue_2028.${month}`),
    );
    expect(plan.sumAfter).toBe(100);
  });

  it('follows the seasonality', () => {
    const plan = spreadPlan(targets, '2028', 'H2', 1_000_000, 'seasonally');
    expect(textsOf(plan).map(([, text]) => text)).toEqual([
      '103,000',
      '88,000',
      '122,000',
      '240,000',
      '186,000',
      '261,000',
    ]);
  });
});
