import { resolveMasterTargets, resolveTargets } from '../targets/resolve.js';
import { asking } from '../testing/asking.js';
import { targetFindings } from './target-findings.js';

const months = (value: number) =>
  Object.fromEntries(
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((month) => [
      month,
      value,
    ]),
  );

const ofView = (stored: unknown, changes = {}) =>
  targetFindings({ stored, resolved: resolveTargets(stored), views: null }, asking(changes));

const ofMaster = (stored: unknown, ...views: unknown[]) => {
  const resolved = views.map(resolveTargets);
  return targetFindings(
    { stored, resolved: resolveMasterTargets(stored, resolved), views: resolved },
    asking(),
  );
};

describe('months against the year', () => {
  const revenue_2026 = months(100_000);

  it('names the yearly figures that the months do not add up to, with the largest difference', () => {
    const [finding, ...others] = ofView({
      revenue_2026,
      deals_closed_yearly: { arr_target: '1500000' },
      dashboard_top_cards: { ytd_target: 1_250_000 },
    });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'targets_months_and_year',
      unit: 'targets',
      count: 2,
      value: 300_000,
      details: ['deals_closed_yearly.arr_target', 'dashboard_top_cards.ytd_target'],
      opens: 'targets',
    });
  });

  it.each([
    ['they agree', { revenue_2026, deals_closed_yearly: { arr_target: 1_200_000 } }],
    [
      'they differ by the rounding of months',
      { revenue_2026: months(83_333), deals_closed_yearly: { arr_target: 1_000_000 } },
    ],
    ['no month is set', { deals_closed_yearly: { arr_target: 1_200_000 } }],
    ['it is another year', { revenue_2025: months(1), deals_closed_yearly: { arr_target: 1_200_000 } }],
  ])('says nothing when %s', (_, stored) => {
    expect(ofView(stored)).toEqual([]);
  });

  it('says nothing under a record filter, where there is no target', () => {
    const stored = { revenue_2026, deals_closed_yearly: { arr_target: 1 } };
    expect(ofView(stored, { filters: { owner: ['Jane'] } })).toEqual([]);
  });
});

describe('a master against its views', () => {
  const view = {
    intro_poa: { intro: 10, poa: 5 },
    revenue_2026: { nov: 100, dec: 200 },
    revenue_2025: { nov: 1 },
  };

  it('names its own values that are not what the views add up to', () => {
    const own = {
      intro_poa: { intro: 25, poa: 10 },
      revenue_2026: { nov: 150, dec: 500 },
      revenue_2025: { nov: 9 },
    };
    expect(ofMaster(own, view, view)).toMatchObject([
      {
        code: 'targets_own_and_views',
        count: 3,
        value: 150,
        details: ['intro', 'revenue_2026.nov', 'revenue_2026.dec'],
        opens: 'targets',
      },
    ]);
  });

  it('has no money when only counts differ', () => {
    expect(ofMaster({ intro_poa: { intro: 25 } }, view)).toMatchObject([{ count: 1, value: null }]);
  });

  it('says nothing of what is summed, of what no view has, and of equal values', () => {
    expect(ofMaster({ intro_poa: { intro: 20 }, meeting_generation: { event: 3 } }, view, view)).toEqual([]);
  });

  it('compares its meetings with what each view resolves to', () => {
    const parts = { meeting_generation: { inbound: 2, outbound: 3 } };
    expect(ofMaster({ meeting_generation: { total_target: 10 } }, parts, parts)).toEqual([]);
    expect(ofMaster({ meeting_generation: { total_target: 11 } }, parts, parts)).toMatchObject([
      { details: ['meetings'] },
    ]);
  });
});
