import fc from 'fast-check';
import { day } from '../period/day.js';
import { period } from '../period/period.js';
import { flattenTargets, resolveMasterTargets, resolveTargets } from './resolve.js';
import { revenueTargetOver } from './revenue-target.js';
import { splitHalf } from './revenue-years.js';
import { targetValue } from './stored-value.js';

const months = (value: unknown) => ({ jan: value });
const over = (stored: unknown, from: string, to: string) =>
  revenueTargetOver(resolveTargets(stored), period(day(from), day(to)));

describe('targetValue', () => {
  it.each([
    [5, 5],
    [0, 0],
    [-0, 0],
    ['4', 4],
    [' 90000.50 ', 90000.5],
    ['', null],
    ['n/a', null],
    ['1e5', null],
    ['1,000', null],
    ['-1', null],
    [-1, null],
    [true, null],
    [null, null],
    [undefined, null],
    [Number.POSITIVE_INFINITY, null],
    [Number.NaN, null],
    [[5], null],
  ])('%p is %p', (stored, value) => {
    expect(targetValue(stored)).toBe(value);
  });
});

describe('resolveTargets', () => {
  it('takes the first key that is present, and says which', () => {
    const stored = {
      dashboard_banners: { poa_target: 'soon' },
      meetings_attended: { poa_generated: 12 },
      intro_poa: { poa: 14 },
    };
    expect(resolveTargets(stored).keys.poa).toEqual({ value: 12, origin: 'meetings_attended.poa_generated' });
  });

  it('takes a target of 0 for a set one', () => {
    const stored = { dashboard_banners: { intro_target: 0 }, intro_poa: { intro: 20 } };
    expect(resolveTargets(stored).keys.intro).toEqual({ value: 0, origin: 'dashboard_banners.intro_target' });
  });

  it('takes a twelfth of a yearly target for a month', () => {
    const { deals_closed, arr_closed } = resolveTargets({
      deals_closed_yearly: { deals_target: 48, arr_target: '4800000' },
      dashboard: { deals: 9 },
    }).keys;
    expect(deals_closed).toEqual({ value: 4, origin: 'deals_closed_yearly.deals_target' });
    expect(arr_closed.value).toBe(400_000);
  });

  it('adds up meetings without a total from the parts that are present', () => {
    const { meetings } = resolveTargets({
      meeting_generation: { inbound: '4', outbound: '', event: 2 },
    }).keys;
    expect(meetings).toEqual({ value: 6, origin: 'meeting_generation.inbound + meeting_generation.event' });
  });

  it.each([[null], [undefined], ['text'], [[]], [{ meeting_generation: null, revenue_2026: 5 }]])(
    'finds no target in %p',
    (stored) => {
      const flat = flattenTargets(resolveTargets(stored));
      expect(Object.values(flat).every(({ value, origin }) => value === null && origin === null)).toBe(true);
    },
  );

  it('reads the months of any year', () => {
    const flat = flattenTargets(resolveTargets({ revenue_2031: { feb: '10', mar: -3 } }));
    expect(flat['revenue_2031.feb']).toEqual({ value: 10, origin: 'revenue_2031.feb' });
    expect(flat['revenue_2031.mar']).toEqual({ value: null, origin: null });
  });
});

describe('the legacy half-year figure', () => {
  const legacy = { dashboard: { objectif_6_mois: 1_000_000 } };

  it('becomes July to December 2025', () => {
    expect(splitHalf(1_000_000)).toEqual([103_000, 88_000, 122_000, 240_000, 186_000, 261_000]);
    expect(over(legacy, '2025-07-01', '2025-08-31')).toBe(191_000);
    expect(over(legacy, '2025-01-01', '2025-06-30')).toBeNull();
    expect(over(legacy, '2026-07-01', '2026-12-31')).toBeNull();
  });

  it('yields to a single month of revenue_2025, but not to one that is no number', () => {
    expect(over({ ...legacy, revenue_2025: months(0) }, '2025-07-01', '2025-12-31')).toBeNull();
    expect(over({ ...legacy, revenue_2025: months('n/a') }, '2025-07-01', '2025-12-31')).toBe(1_000_000);
  });

  it('splits to the cent without losing one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (cents) => {
        const parts = splitHalf(cents / 100);
        expect(parts.reduce((sum, month) => sum + Math.round(month * 100), 0)).toBe(cents);
      }),
    );
  });
});

describe('revenue over a period', () => {
  const stored = { revenue_2026: { nov: 500_000, dec: 310_000 } };

  it.each([
    ['a whole month', '2026-11-01', '2026-11-30', 500_000],
    ['half a month and ten days', '2026-11-16', '2026-12-10', 250_000 + 100_000],
    ['months without a target count 0', '2026-07-01', '2026-12-31', 810_000],
    ['no month with a target', '2026-07-01', '2026-10-31', null],
  ])('%s', (_, from, to, expected) => {
    expect(over(stored, from, to)).toBe(expected);
  });
});

describe('resolveMasterTargets', () => {
  const views = [
    resolveTargets({
      intro_poa: { intro: 20, poa: 10 },
      meeting_generation: { total_target: 26, inbound: 6 },
    }),
    resolveTargets({
      intro_poa: { intro: 8 },
      meeting_generation: { inbound: 4, event: 2 },
      revenue_2026: months(5),
    }),
  ];

  it('adds its views up where it has no value of its own', () => {
    const { keys, revenue } = resolveMasterTargets({ intro_poa: { poa: 3 } }, views);
    expect(keys.intro).toEqual({ value: 28, origin: 'sum of views' });
    expect(keys.poa).toEqual({ value: 3, origin: 'intro_poa.poa' });
    expect(keys.renewal).toEqual({ value: null, origin: null });
    expect(revenue['2026']?.[0]).toEqual({ value: 5, origin: 'sum of views' });
  });

  it('takes each month by itself', () => {
    const { revenue } = resolveMasterTargets({ revenue_2026: { feb: 7 } }, views);
    expect(revenue['2026']?.slice(0, 3).map(({ value }) => value)).toEqual([5, 7, null]);
  });

  it('never adds up its meetings from its own parts', () => {
    const { meetings, inbound } = resolveMasterTargets({ meeting_generation: { inbound: 100 } }, views).keys;
    expect(inbound.value).toBe(100);
    expect(meetings).toEqual({ value: 32, origin: 'sum of views' });
  });
});
