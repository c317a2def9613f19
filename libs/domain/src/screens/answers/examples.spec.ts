import type { DealRow } from '../../deal/deal.js';
import { isMetricId } from '../../metrics/catalogue/catalogue.js';
import { day } from '../../period/day.js';
import { period } from '../../period/period.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { resolveTargets } from '../../targets/resolve.js';
import { ownTargetsOf } from '../screens.js';
import { screenAsking } from '../../testing/asking.js';
import { numbersOf } from '../../testing/screen-of.js';
import { aDealWith } from '../../testing/deals.js';
import { columnOf } from '../../testing/table.js';
import { explain } from '../../metrics/explain/explain.js';

/* H2 2026 seen from 22 November 2026: small enough to check by hand. */

const inMonth = (date: string, fields: Partial<DealRow>) =>
  aDealWith({ discovery_date: day(date), ...fields });
const setsOf = (...deals: DealRow[]) => [recordSetOf(deals)];
const GOALS = { default: 6, people: { jane: 2 } };

describe('Meetings Generation', () => {
  const sets = setsOf(
    inMonth('2026-07-03', { bdr: 'Ada', type_of_source: 'Inbound', relevance: 'Relevant' }),
    inMonth('2026-07-20', { bdr: 'Ada', type_of_source: 'Outbound', relevance: 'Not relevant' }),
    inMonth('2026-09-01', { bdr: 'Ada', type_of_source: 'Inbound', relevance: 'Relevant' }),
    inMonth('2026-09-02', { bdr: 'Jane', type_of_source: 'Inbound', relevance: 'Relevant' }),
    inMonth('2026-12-31', {}),
    inMonth('2026-06-30', { bdr: 'Old', type_of_source: 'Event' }),
  );
  const screen = numbersOf('meetings-generation', sets, screenAsking(), null, GOALS);

  it('shows where meetings come from, all groups together 1', () => {
    expect(columnOf(screen.sources, 'meetings.total')).toEqual({
      inbound: 3,
      outbound: 1,
      unassigned: 1,
      total: 5,
    });
    expect(columnOf(screen.sources, 'share')).toEqual({
      inbound: 0.6,
      outbound: 0.2,
      unassigned: 0.2,
      total: 1,
    });
  });

  it('shows what each BDR brought of the goal: six a month for six months, or their own', () => {
    expect(columnOf(screen.bdrs, 'meetings.total')).toEqual({ Ada: 3, Jane: 1, unassigned: 1, total: 5 });
    expect(columnOf(screen.bdrs, 'goal')).toEqual({ Ada: 36, Jane: 12, unassigned: null, total: 48 });
    expect(columnOf(screen.bdrs, 'progress')).toEqual({
      Ada: 3 / 36,
      Jane: 1 / 12,
      unassigned: null,
      total: 5 / 48,
    });
  });

  it('has no goals under a record filter, relevance and BDR among them', () => {
    const filtered = screenAsking({ filters: { relevance: ['relevant'] } });
    const { bdrs, metrics } = numbersOf('meetings-generation', sets, filtered, null, GOALS);
    expect(columnOf(bdrs, 'goal')).toEqual({ Ada: null, Jane: null, total: null });
    expect(columnOf(bdrs, 'progress').total).toBeNull();
    expect(metrics['meetings.total']?.value).toBe(3);
    const picked = numbersOf(
      'meetings-generation',
      sets,
      screenAsking({ filters: { bdr: ['jane'] } }),
      null,
      GOALS,
    );
    expect(columnOf(picked.bdrs, 'goal')).toEqual({ Jane: null, total: null });
  });

  it('marks a rate from fewer than five cases, in its row and beside the card', () => {
    expect(screen.bdrs.rows.map(({ label, small }) => [label, small])).toEqual([
      ['Ada', ['relevance.rate']],
      ['Jane', ['relevance.rate']],
      ['unassigned', ['relevance.rate']],
    ]);
    expect(screen.notes['relevance.rate']).toEqual([{ kind: 'not_assessed', deals: 1, pipe: null }]);
    const july = screenAsking({ period: period(day('2026-07-01'), day('2026-07-31')) });
    expect(numbersOf('meetings-generation', sets, july, null, GOALS).notes['relevance.rate']).toEqual([
      { kind: 'small', deals: 2, pipe: null },
    ]);
  });

  it('has a row for every month of the period, also an empty one', () => {
    const { months } = screen;
    expect(months.rows.map(({ key }) => key)).toEqual([
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
    ]);
    expect(months.rows[1]?.values.filter((value) => value !== 0)).toEqual([null]);
    expect(columnOf(months, 'relevance.rate')).toMatchObject({ '2026-07': 0.5, '2026-08': null, total: 0.6 });
  });

  it('shows zeros and no rates without records', () => {
    const empty = numbersOf('meetings-generation', [], screenAsking({ against: 'previous' }), null, GOALS);
    expect(empty.sources).toMatchObject({ rows: [], totals: [0, null] });
    expect(empty.bdrs).toMatchObject({ rows: [], totals: [0, 0, null, null, null] });
    expect(empty.comparison?.values['relevance.rate']).toEqual({
      current: null,
      previous: null,
      change: null,
    });
    expect(empty.records_count).toBe(0);
  });
});

describe('Meetings Attended', () => {
  const sets = setsOf(
    inMonth('2026-08-01', { owner: 'Ann', stage: 'D POA Booked', relevance: 'Relevant' }),
    inMonth('2026-08-02', { owner: 'Ann', stage: 'E Intro attended' }),
    inMonth('2026-08-03', { owner: 'Bob', stage: 'F Inbox', show_noshow: 'Noshow' }),
    inMonth('2026-02-01', {
      owner: 'Bob',
      stage: 'A Closed',
      expected_arr: 900,
      billing_start: day('2026-10-01'),
    }),
  );
  const targets = resolveTargets({
    meetings_attended_tab: { meetings_scheduled_target: 2 },
    meeting_generation: { total_target: 50 },
  });

  it('compares meetings with those to be scheduled', () => {
    const { metrics } = numbersOf('meetings-attended', sets, screenAsking(), targets);
    expect(metrics['meetings.total']).toMatchObject({ value: 3, target: 12, progress: 0.25 });
  });

  it('opens meetings to the target they are compared with here, and to their own elsewhere', () => {
    const here = explain(sets, 'meetings.total', screenAsking(), targets, ownTargetsOf('meetings-attended'));
    expect(here.value.target).toBe(12);
    expect([here.metric.target, here.target_origin?.key, here.target_origin?.base]).toEqual([
      'scheduled',
      'scheduled',
      2,
    ]);
    const elsewhere = explain(sets, 'meetings.total', screenAsking(), targets);
    expect([elsewhere.metric.target, elsewhere.value.target]).toEqual(['meetings', 300]);
  });

  it('shows each AE; the totals are the cards', () => {
    const { owners, metrics } = numbersOf('meetings-attended', sets, screenAsking(), targets);
    expect(columnOf(owners, 'intros.attended')).toEqual({ Ann: 2, Bob: 0, total: 2 });
    expect(columnOf(owners, 'deals.arr')).toEqual({ Ann: 0, Bob: 900, total: 900 });
    expect(columnOf(owners, 'conversion.intro_to_poa')).toEqual({ Ann: 0.5, Bob: null, total: 0.5 });
    expect(columnOf(owners, 'conversion.poa_to_close')).toEqual({ Ann: 0, Bob: null, total: 1 });
    expect(owners.totals).toEqual(
      owners.columns.map(({ id }) => (isMetricId(id) ? metrics[id]?.value : null)),
    );
  });

  it('says that a conversion compares two groups of deals', () => {
    const { notes } = numbersOf('meetings-attended', sets, screenAsking(), targets);
    expect(notes['conversion.poa_to_close']).toEqual([
      { kind: 'two_cohorts', deals: null, pipe: null },
      { kind: 'small', deals: 1, pipe: null },
    ]);
    expect(notes['intros.relevant']).toEqual([{ kind: 'not_assessed', deals: 1, pipe: null }]);
    expect(notes['meetings.total']).toBeUndefined();
  });

  it('compares the half under way with as many days of the half before', () => {
    const { comparison } = numbersOf(
      'meetings-attended',
      sets,
      screenAsking({ against: 'previous' }),
      targets,
    );
    expect(comparison).toMatchObject({ label: 'H1 2026', through: day('2026-11-22'), is_partial: true });
    expect(comparison?.values['meetings.total']).toEqual({ current: 3, previous: 1, change: 2 });
    expect(comparison?.values['attendance.rate']).toEqual({
      current: 2 / 3,
      previous: 1,
      change: 2 / 3 - 1,
    });
    expect(comparison?.values['deals.arr']).toEqual({ current: 900, previous: 0, change: null });
    // What stands beside the months is the whole half before, without the rates.
    expect(comparison?.months?.rows.map(({ key }) => key)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
    ]);
    expect(comparison?.months?.columns.map(({ id }) => id)).toEqual([
      'meetings.total',
      'intros.attended',
      'poa.generated',
      'deals.closed',
      'intros.relevant',
      'deals.arr',
    ]);
  });
});

describe('Upsells & Renewals', () => {
  const sets = setsOf(
    inMonth('2026-08-01', { bdr: 'Partner', type_of_deal: 'Upsell', stage: 'D POA Booked' }),
    inMonth('2026-08-02', { bdr: 'Partner', type_of_deal: 'Renewal', type_of_source: 'Upsell/Cross-sell' }),
    inMonth('2026-08-03', { bdr: 'Partner', type_of_deal: 'New Business', stage: 'B Legals' }),
    inMonth('2026-08-04', { type_of_deal: 'Renewal', stage: 'Waiting' }),
    inMonth('2026-01-04', {
      type_of_deal: 'Upsell',
      stage: 'A Closed',
      expected_arr: 70.5,
      billing_start: day('2026-07-01'),
    }),
  );
  const { partners, metrics } = numbersOf('upsell-renew', sets, screenAsking(), null);

  it('shows each partner with the stages of their deals, each deal once', () => {
    expect(partners.columns.map(({ id }) => id)).toEqual([
      'upsell.meetings',
      'renewal.meetings',
      'upsell.poa',
      'upsell.arr',
      'stage:D POA Booked',
      'stage:other',
      'stage:',
    ]);
    expect(partners.rows.map(({ label, values }) => [label, ...values])).toEqual([
      ['Partner', 2, 1, 1, 0, 1, 0, 1],
      ['unassigned', 0, 1, 0, 70.5, 0, 1, 0],
    ]);
    expect(partners.totals).toEqual([2, 2, 1, 70.5, 1, 1, 1]);
  });

  it('counts a renewal with an upsell source on both cards', () => {
    expect([metrics['upsell.meetings']?.value, metrics['renewal.meetings']?.value]).toEqual([2, 2]);
  });
});

describe('Deals & Pipeline', () => {
  const sets = setsOf(
    inMonth('2026-06-30', { owner: 'Ann', stage: 'D POA Booked', pipeline: 1000 }),
    inMonth('2026-07-01', { owner: 'Ann', stage: 'D POA Booked', pipeline: 200.01 }),
    inMonth('2026-09-15', { owner: 'Bob', stage: 'D POA Booked', pipeline: 300 }),
    inMonth('2026-09-16', { owner: 'Bob', stage: 'F Inbox', pipeline: 40 }),
    inMonth('2026-09-17', { owner: 'Cid', stage: 'G Stalled', pipeline: 5 }),
  );
  const { cumulative, owners, notes, weights, metrics } = numbersOf(
    'deals-pipeline',
    sets,
    screenAsking(),
    null,
  );

  it('adds up the weighted pipe of the half month by month, to the cent', () => {
    expect(columnOf(cumulative, 'pipe.cumulative_weighted')).toEqual({
      '2026-07': 100.01,
      '2026-08': 0,
      '2026-09': 150,
      '2026-10': 0,
      '2026-11': 0,
      '2026-12': 0,
      total: 250.01,
    });
    expect(columnOf(cumulative, 'cumulative')).toMatchObject({
      '2026-08': 100.01,
      '2026-12': 250.01,
      total: null,
    });
  });

  it('ends with the period', () => {
    const autumn = screenAsking({ period: period(day('2026-09-01'), day('2026-09-16')) });
    const shown = numbersOf('deals-pipeline', sets, autumn, null).cumulative;
    expect(shown.rows.map(({ key }) => key)).toEqual(['2026-07', '2026-08', '2026-09']);
  });

  it('shows the pipe of each AE; the totals are the cards', () => {
    expect(columnOf(owners, 'pipe.active')).toEqual({ Ann: 1200.01, Bob: 340, Cid: 0, total: 1540.01 });
    expect(columnOf(owners, 'pipe.created')).toEqual({ Ann: 200.01, Bob: 340, Cid: 5, total: 545.01 });
    expect(owners.totals).toEqual(
      owners.columns.map(({ id }) => (isMetricId(id) ? metrics[id]?.value : null)),
    );
  });

  it('says how many deals and how much pipe weigh nothing', () => {
    expect(notes['pipe.active_weighted']).toEqual([{ kind: 'weightless', deals: 1, pipe: 40 }]);
    expect(notes['pipe.created_weighted']).toEqual([{ kind: 'weightless', deals: 2, pipe: 45 }]);
    expect(weights).toEqual(screenAsking().weights);
  });

  it('leaves out of months and comparison what does not depend on the period', () => {
    const { months, comparison } = numbersOf(
      'deals-pipeline',
      sets,
      screenAsking({ against: 'last_year' }),
      null,
    );
    const ids = [
      'deals.closed',
      'deals.arr',
      'deals.mrr',
      'deals.average',
      'pipe.created',
      'pipe.created_weighted',
    ];
    expect(months.columns.map(({ id }) => id)).toEqual(ids);
    expect(Object.keys(comparison?.values ?? {})).toEqual(ids);
  });

  it('compares every metric of the period but the weighted pipe that was created in it', () => {
    const earlier = inMonth('2026-02-03', { stage: 'D POA Booked', pipeline: 900 });
    const both = [...sets, ...setsOf(earlier)];
    const { comparison } = numbersOf('deals-pipeline', both, screenAsking({ against: 'previous' }), null);
    expect(comparison?.values['pipe.created']).toMatchObject({ current: 545.01, previous: 900 });
    expect(comparison?.values['pipe.created_weighted']).toEqual({
      current: metrics['pipe.created_weighted']?.value,
      previous: null,
      change: null,
    });
  });
});

describe('Projections', () => {
  const sets = setsOf(
    aDealWith({ owner: 'Ann', client: 'Zed', stage: 'B Legals', expected_arr: 1000.01 }),
    aDealWith({ owner: 'Bob', client: 'Acme', stage: 'B Legals', pipeline: 1000.01 }),
    aDealWith({ owner: 'Bob', client: 'Beta', stage: 'C Proposal sent' }),
    aDealWith({ client: 'Gamma', stage: 'D POA Booked', expected_arr: 0.01 }),
  );
  const targets = resolveTargets({ closing_projections: { next_14_days: 3000, next_60_90_days: 0 } });

  it('fills the board by stage, each deal projected to the cent', () => {
    const { board, legals_and_proposals } = numbersOf('projections', sets, screenAsking(), targets);
    expect(board.map(({ cards: _, stages: __, label: ___, ...column }) => column)).toEqual([
      {
        id: 'next_14_days',
        deals: 2,
        value: 2000.02,
        projected: 1800.02,
        goal: 3000,
        progress: 1800.02 / 3000,
      },
      { id: 'next_30_60_days', deals: 1, value: 0, projected: 0, goal: null, progress: null },
      { id: 'next_60_90_days', deals: 1, value: 0.01, projected: 0.01, goal: 0, progress: null },
    ]);
    expect(board[0]?.cards).toEqual([
      { deal: { set: 0, position: 1 }, probability: 90, projected: 900.01 },
      { deal: { set: 0, position: 0 }, probability: 90, projected: 900.01 },
    ]);
    expect(board[1]?.cards[0]?.projected).toBeNull();
    expect(legals_and_proposals).toBe(2000.02);
  });

  it('shows each AE; the totals are those of the board', () => {
    const { owners } = numbersOf('projections', sets, screenAsking(), null);
    expect(columnOf(owners, 'next_14_days.projected')).toEqual({
      Ann: 900.01,
      Bob: 900.01,
      unassigned: 0,
      total: 1800.02,
    });
    expect(columnOf(owners, 'next_30_60_days.deals')).toEqual({ Ann: 0, Bob: 1, unassigned: 0, total: 1 });
  });

  it('keeps the goals of the view when an AE is picked; all else follows the AE', () => {
    const { board, metrics } = numbersOf(
      'projections',
      sets,
      screenAsking({ filters: { owner: ['ann'] } }),
      targets,
    );
    expect(board[0]).toMatchObject({ deals: 1, value: 1000.01, projected: 900.01, goal: 3000 });
    expect(metrics['legals.count']?.value).toBe(1);
  });

  it('compares nothing that does not depend on the period', () => {
    const { comparison, months } = numbersOf(
      'projections',
      sets,
      screenAsking({ against: 'previous' }),
      null,
    );
    expect([comparison?.values, months.columns]).toEqual([{}, []]);
  });
});
