import fc from 'fast-check';
import { copiedYear, spreadHalf } from './plan-months.js';
import { resolveTargets } from './resolve.js';

const cents = (amount: number) => BigInt(Math.round(amount * 100));

describe('spreadHalf', () => {
  it.each([
    ['evenly', 100, [16.66, 16.66, 16.66, 16.66, 16.66, 16.7]],
    ['seasonally', 1_000_000, [103_000, 88_000, 122_000, 240_000, 186_000, 261_000]],
  ] as const)('%s spreads %d', (spread, half, months) => {
    expect(spreadHalf(half, spread)).toEqual(months);
  });

  it('adds up to the half-year to the cent', () => {
    const halves = fc.integer({ min: 0, max: 1e11 }).map((half) => half / 100);
    fc.assert(
      fc.property(halves, fc.constantFrom('evenly' as const, 'seasonally' as const), (half, spread) => {
        const months = spreadHalf(half, spread);
        expect(months).toHaveLength(6);
        expect(months.reduce((sum, month) => sum + cents(month), 0n)).toBe(cents(half));
      }),
    );
  });
});

describe('copiedYear', () => {
  const targets = resolveTargets({ revenue_2026: { jan: 100.01, dec: '200' } });

  it('copies months as they are, and none where none is', () => {
    expect(copiedYear(targets, '2026')).toEqual([100.01, ...Array<null>(10).fill(null), 200]);
    expect(copiedYear(targets, '2027')).toEqual(Array<null>(12).fill(null));
  });

  it('grows them to the cent', () => {
    expect(copiedYear(targets, '2026', 1.1)[0]).toBe(110.01);
  });
});
