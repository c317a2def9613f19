import { day } from '../period/day.js';
import { period } from '../period/period.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { aDealWith } from '../testing/deals.js';
import { BEFORE, closed, entered, valueOf, valuesOf } from '../testing/half.js';
import { metricValues } from './values/metric-values.js';
import { breakdown } from './tables/breakdown.js';

/* Worked examples that a sales manager can check by hand: H2 2026, seen from 22 November 2026. */

describe('meetings', () => {
  it('count deals that entered in the period, its first and last day included', () => {
    const dates = ['2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map(day);
    const deals = [...dates, null].map((discovery_date) => aDealWith({ discovery_date }));
    expect(valueOf('meetings.total', deals)).toBe(2);
  });

  it.each([
    ['inbound', ['Inbound']],
    ['outbound', ['Outbound']],
    ['referral', ['Referral', 'Internal referral', 'External referral', 'Client referral']],
    ['event', ['Event']],
    ['partner', ['Partnership', 'Business partner', 'Consulting partner']],
    ['upsell', ['Upsell/Cross-sell']],
    ['unassigned', [null, 'None/Non-assigned']],
    ['other', ['Billboard']],
  ] as const)('of the group %s count its sources', (group, sources) => {
    const others = ['Inbound', 'Event', 'Billboard', null].filter(
      (source) => !(sources as readonly (string | null)[]).includes(source),
    );
    const deals = [...sources, ...others].map((type_of_source) => entered({ type_of_source }));
    expect(valueOf(`meetings.${group}`, deals)).toBe(sources.length);
  });

  it('count by show and by relevance', () => {
    const deals = [
      entered({ show_noshow: 'Show', relevance: 'Relevant' }),
      entered({ show_noshow: 'Noshow', relevance: 'Question mark' }),
      entered({ show_noshow: 'Rescheduled', relevance: 'Not relevant' }),
      entered({ relevance: 'Relevant' }),
      aDealWith({ discovery_date: BEFORE, show_noshow: 'Show', relevance: 'Relevant' }),
    ];
    const values = valuesOf(deals);
    const ids = (['show', 'noshow', 'relevant', 'question_mark', 'not_relevant'] as const).map(
      (id) => `meetings.${id}` as const,
    );
    expect(ids.map((id) => values[id]?.value)).toEqual([1, 1, 2, 1, 1]);
    expect(values['relevance.rate']?.value).toBe(0.5);
  });
});

describe('intros and POA', () => {
  it('count as attended with Show, and with nothing at stage E, D, C, B or A', () => {
    const deals = [
      entered({ stage: 'Lost', show_noshow: 'Show' }),
      ...['E Intro attended', 'D POA Booked', 'C Proposal sent', 'B Legals', 'A Closed'].map((stage) =>
        entered({ stage }),
      ),
      ...['F Inbox', 'Lost', 'G Stalled', ''].map((stage) => entered({ stage })),
      entered({ stage: 'A Closed', show_noshow: 'Noshow' }),
      entered({ stage: 'A Closed', show_noshow: 'Rescheduled' }),
    ];
    expect(valueOf('intros.attended', deals)).toBe(6);
    expect(valueOf('attendance.rate', deals)).toBe(0.5);
  });

  it('POA are the stages D, C, B, A, Lost and H', () => {
    const stages = [
      'D POA Booked',
      'C Proposal sent',
      'B Legals',
      'A Closed',
      'Lost',
      'H Lost - can be revived',
    ];
    const others = ['F Inbox', 'E Intro attended', 'G Stalled', 'Not Relevant', '', 'Some stage'];
    const values = valuesOf([...stages, ...others].map((stage) => entered({ stage })));
    expect(values['poa.generated']?.value).toBe(6);
    // attended by their stage: D, C, B, A and E
    expect(values['conversion.intro_to_poa']?.value).toBe(6 / 5);
  });

  it('relevant intros are attended and relevant', () => {
    const deals = [
      entered({ show_noshow: 'Show', relevance: 'Relevant' }),
      entered({ show_noshow: 'Noshow', relevance: 'Relevant' }),
      entered({ show_noshow: 'Show' }),
    ];
    expect(valueOf('intros.relevant', deals)).toBe(1);
  });
});

describe('closed deals', () => {
  const deals = [
    closed({ expected_arr: 1000.1, expected_mrr: 80, discovery_date: BEFORE }),
    closed({ expected_arr: 2000.2 }),
    closed({ expected_arr: 0 }),
    closed({ expected_arr: null, pipeline: 500 }),
    closed({ expected_arr: -5 }),
    closed({ billing_start: BEFORE }),
    closed({ billing_start: null }),
    closed({ stage: 'B Legals' }),
  ];

  it('have ARR and a billing start in the period, whenever they entered', () => {
    const values = valuesOf(deals);
    expect((['closed', 'arr', 'mrr', 'average'] as const).map((id) => values[`deals.${id}`]?.value)).toEqual([
      2, 3000.3, 80, 1500.15,
    ]);
  });

  it('their average is null without any', () => {
    const values = valuesOf([entered()]);
    expect([values['deals.closed']?.value, values['deals.average']?.value]).toEqual([0, null]);
    expect(values['conversion.poa_to_close']?.value).toBeNull();
  });
});

describe('upsells and renewals', () => {
  const deals = [
    entered({ type_of_deal: 'Upsell', stage: 'D POA Booked' }),
    entered({ type_of_deal: 'Cross-sell', stage: 'F Inbox' }),
    entered({ type_of_deal: 'Renewal', type_of_source: 'Upsell/Cross-sell', stage: 'Lost' }),
    entered({ type_of_deal: 'Renewal', stage: 'E Intro attended' }),
    entered({ type_of_deal: 'New Business', stage: 'D POA Booked' }),
    closed({ type_of_deal: 'Renewal', expected_arr: 700 }),
    closed({ type_of_deal: 'New Business' }),
  ];

  it('a renewal with an upsell source counts in both', () => {
    const values = valuesOf(deals);
    expect([values['upsell.meetings']?.value, values['renewal.meetings']?.value]).toEqual([3, 2]);
  });

  it('POA and closed deals are of either', () => {
    const values = valuesOf(deals);
    const ids = ['upsell.poa', 'upsell.closed', 'upsell.arr'] as const;
    expect(ids.map((id) => values[id]?.value)).toEqual([2, 1, 700]);
  });
});

describe('pipe', () => {
  const outbound = { stage: 'E Intro attended', type_of_source: 'Outbound' };

  it('created is the pipe above 0 of deals that entered, of any stage', () => {
    const deals = [
      entered({ pipeline: 100.1 }),
      entered({ pipeline: 200.2, stage: 'Lost' }),
      entered({ pipeline: -50 }),
      entered(),
      aDealWith({ discovery_date: BEFORE, pipeline: 1000 }),
    ];
    expect(valueOf('pipe.created', deals)).toBe(300.3);
  });

  it('weighs each deal by its age of today, to the cent', () => {
    const deals = [
      entered({ ...outbound, pipeline: 0.1 }),
      entered({ ...outbound, pipeline: 0.1 }),
      aDealWith({ ...outbound, pipeline: 1000, discovery_date: day('2026-05-25') }),
    ];
    // 15 % of 0.10 is 0.015: 0.02 for each deal, 0.04 for both; 181 days make 17 %
    expect(valueOf('pipe.created_weighted', deals)).toBe(0.04);
    expect(valueOf('pipe.active_weighted', deals)).toBe(170.04);
    expect(valueOf('pipe.active_weighted', deals, { asOf: day('2026-11-21') })).toBe(150.04);
  });

  it('open is stage F, E, D, C and B, whatever the date', () => {
    const stages = ['F Inbox', 'E Intro attended', 'D POA Booked', 'C Proposal sent', 'B Legals'];
    const others = ['A Closed', 'G Stalled', 'Lost', 'Not Relevant', '', 'Some stage'];
    const values = valuesOf([...stages, ...others].map((stage) => aDealWith({ stage, pipeline: 10 })));
    expect([values['deals.open']?.value, values['pipe.active']?.value]).toEqual([5, 50]);
  });

  it('active deals are attended and relevant, without the inbox', () => {
    const deals = [
      aDealWith({ stage: 'B Legals', relevance: 'Relevant' }),
      aDealWith({ stage: 'B Legals' }),
      aDealWith({ stage: 'B Legals', relevance: 'Relevant', show_noshow: 'Noshow' }),
      aDealWith({ stage: 'F Inbox', relevance: 'Relevant', show_noshow: 'Show' }),
      aDealWith({ stage: 'A Closed', relevance: 'Relevant' }),
    ];
    expect(valueOf('deals.active', deals)).toBe(1);
  });

  it('of the half begins with the half in which the period ends', () => {
    const open = { stage: 'D POA Booked', pipeline: 100 };
    const deals = ['2026-06-30', '2026-07-01', '2026-10-31', '2026-11-30', '2026-12-01'].map((date) =>
      aDealWith({ ...open, discovery_date: day(date) }),
    );
    const november = { period: period(day('2026-11-01'), day('2026-11-30')) };
    expect(valueOf('pipe.cumulative_weighted', deals, november)).toBe(150);
    const byMonth = breakdown([recordSetOf(deals)], 'pipe.cumulative_weighted', 'month', asking(november));
    expect(byMonth.rows.map(({ key, value }) => [key, value])).toEqual([
      ['2026-07', 50],
      ['2026-10', 50],
      ['2026-11', 50],
    ]);
  });
});

describe('late stages and old pipe', () => {
  it('legals and proposals show ARR, or pipe where ARR is missing', () => {
    const values = valuesOf([
      aDealWith({ stage: 'B Legals', expected_arr: 10, pipeline: 99 }),
      aDealWith({ stage: 'B Legals', expected_arr: 0, pipeline: 5 }),
      aDealWith({ stage: 'C Proposal sent' }),
    ]);
    const ids = ['legals.count', 'legals.value', 'proposal.count', 'proposal.value'] as const;
    expect(ids.map((id) => values[id]?.value)).toEqual([2, 15, 1, 0]);
  });

  it('what closes this month is what bills in it: closed, or about to', () => {
    const values = valuesOf([
      aDealWith({ stage: 'A Closed', expected_arr: 100, billing_start: day('2026-11-01') }),
      aDealWith({ stage: 'B Legals', pipeline: 30, billing_start: day('2026-11-30') }),
      aDealWith({ stage: 'A Closed', expected_arr: null, billing_start: day('2026-11-05') }),
      aDealWith({ stage: 'B Legals', pipeline: 5, billing_start: day('2026-12-01') }),
      aDealWith({ stage: 'C Proposal sent', pipeline: 7, billing_start: null }),
      aDealWith({ stage: 'Lost', pipeline: 9, billing_start: day('2026-11-05') }),
    ]);
    expect([values['closing.count']?.value, values['closing.value']?.value]).toEqual([2, 130]);
  });

  it('a POA is upcoming from tomorrow on', () => {
    const deals = ['2026-11-21', '2026-11-22', '2026-11-23'].map((date) =>
      aDealWith({ stage: 'D POA Booked', poa_date: day(date), pipeline: 7 }),
    );
    const early = aDealWith({ stage: 'E Intro attended', poa_date: day('2026-12-01') });
    const values = valuesOf([...deals, early, aDealWith({ stage: 'D POA Booked' })]);
    expect([values['poa.upcoming']?.value, values['poa.upcoming_value']?.value]).toEqual([1, 7]);
  });

  it('old pipe is stalled or revivable; its clients count once', () => {
    const values = valuesOf([
      aDealWith({ stage: 'G Stalled', client: 'Acmé', pipeline: 10 }),
      aDealWith({ stage: 'H Lost - can be revived', client: 'ACME ', pipeline: -3 }),
      aDealWith({ stage: 'Lost', client: 'Globex', pipeline: 50 }),
    ]);
    expect(
      (['pipe.old', 'pipe.old_count', 'pipe.old_clients'] as const).map((id) => values[id]?.value),
    ).toEqual([7, 2, 1]);
  });

  it('the clients of a master count once across its views', () => {
    const set = () => recordSetOf([aDealWith({ stage: 'G Stalled', client: 'Acme' })]);
    const values = metricValues([set(), set()], asking(), null);
    expect([values['pipe.old_count']?.value, values['pipe.old_clients']?.value]).toEqual([2, 1]);
  });
});

describe('revenue', () => {
  const billed = ['2025-12-31', '2026-01-01', '2026-11-22', '2026-11-23'].map((date, at) =>
    closed({ billing_start: day(date), expected_arr: 10 ** at }),
  );
  const targets = { revenue_2026: { jan: 600, nov: 300, dec: 100 } };
  const november = { period: period(day('2026-11-01'), day('2026-11-30')) };

  it('runs from the start of the year to today, whatever the period', () => {
    expect(valueOf('revenue.ytd', billed, november)).toBe(110);
  });

  it('runs over the half when that is the setting', () => {
    expect(valueOf('revenue.ytd', billed, { revenueSpan: 'half' })).toBe(100);
  });

  it('is compared with the target of the span, at the pace of the plan', () => {
    const values = valuesOf(billed, november, targets);
    const plan = (['target', 'expected', 'remaining', 'gap'] as const).map(
      (part) => values[`revenue.${part}`]?.value,
    );
    // 22 of November's 30 days: 600 + 220
    expect(plan).toEqual([1000, 820, 890, 710]);
    expect(values['revenue.ytd']).toEqual({
      id: 'revenue.ytd',
      label: 'Revenue to date',
      unit: 'money',
      target_key: 'revenue',
      value: 110,
      target: 1000,
      progress: 0.11,
      pace: 0.82,
      status: 'behind',
    });
  });

  it('is expected to be 0 while the months so far have no target', () => {
    const values = valuesOf(billed, {}, { revenue_2026: { dec: 100 } });
    expect(values['revenue.expected']?.value).toBe(0);
    expect(values['revenue.remaining']?.value).toBe(-10);
    expect(values['revenue.gap']?.value).toBe(0);
    expect(values['revenue.ytd']).toMatchObject({ target: 100, pace: 0, status: null });
  });

  it('has no plan without a target', () => {
    const values = valuesOf(billed);
    const plan = (['target', 'expected', 'remaining', 'gap'] as const).map(
      (part) => values[`revenue.${part}`]?.value,
    );
    expect(plan).toEqual([null, null, null, null]);
  });
});
