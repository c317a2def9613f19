import { day } from '../period/day.js';
import { period } from '../period/period.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { aDealWith } from '../testing/deals.js';
import { BEFORE, closed, entered, valueOf, valuesOf } from '../testing/half.js';
import type { Question } from './model/question.js';
import { metricDefinitions } from './catalogue/definitions.js';
import { breakdown } from './tables/breakdown.js';
import { NoBreakdownError, UnknownMetricError } from './model/errors.js';
import { recordsBehind } from './records/records-behind.js';
import { type NumberId, readNumberId } from './catalogue/number-ids.js';
import type { Dimension } from './model/dimension.js';

/* What is asked beside the metric: targets, filters, breakdowns, records; by example. */

describe('targets of metrics', () => {
  const five = Array.from({ length: 5 }, () => entered());
  const meetings = (total_target: number) => ({ meeting_generation: { total_target } });

  it('scale with the months of the period', () => {
    const values = valuesOf(five, { period: period(day('2026-09-01'), day('2026-10-31')) }, meetings(3));
    expect(values['meetings.total']).toEqual({
      id: 'meetings.total',
      label: 'Meetings',
      unit: 'count',
      target_key: 'meetings',
      value: 5,
      target: 6,
      progress: 5 / 6,
      pace: 1,
      status: 'at_risk',
    });
  });

  it.each([
    [9, 'on_track'],
    [8.99, 'at_risk'],
    [6, 'at_risk'],
    [5.99, 'behind'],
  ])('%d of 10 is %s', (arr, status) => {
    const values = valuesOf(
      [closed({ expected_arr: arr })],
      { asOf: day('2026-12-31') },
      { deals_closed_tab: { arr_closed_target: 10 / 6 } },
    );
    expect(values['deals.arr']?.status).toBe(status);
  });

  it('of 0 are shown without percentage or status', () => {
    expect(valuesOf(five, {}, meetings(0))['meetings.total']).toMatchObject({
      target: 0,
      progress: null,
      status: null,
    });
  });

  it('have no status before the period begins', () => {
    const value = valuesOf(five, { asOf: day('2026-06-30') }, meetings(1))['meetings.total'];
    expect(value).toMatchObject({ pace: 0, status: null });
  });

  it('of the open pipe neither scale nor pace', () => {
    const stored = { dashboard_bottom_cards: { ytd_aggregate_pipeline: 100 } };
    const values = valuesOf(
      [aDealWith({ stage: 'F Inbox', pipeline: 50 })],
      { asOf: day('2026-01-01') },
      stored,
    );
    expect(values['pipe.active']).toEqual({
      id: 'pipe.active',
      label: 'Open pipe',
      unit: 'money',
      target_key: 'ytd_aggregate_pipeline',
      value: 50,
      target: 100,
      progress: 0.5,
      pace: 1,
      status: 'behind',
    });
  });

  it('are gone under a record filter, revenue too', () => {
    const stored = { ...meetings(3), revenue_2026: { jan: 5 } };
    const values = valuesOf(five, { filters: { owner: [''] } }, stored);
    expect(values['meetings.total']).toEqual({
      id: 'meetings.total',
      label: 'Meetings',
      unit: 'count',
      target_key: 'meetings',
      value: 5,
      target: null,
      progress: null,
      pace: null,
      status: null,
    });
    expect(values['revenue.target']?.value).toBeNull();
  });

  it('stay when a filter has no values', () => {
    expect(valuesOf(five, { filters: { owner: [] } }, meetings(3))['meetings.total']?.target).toBe(18);
  });
});

describe('filters', () => {
  const deals = [
    entered({ owner: 'Rémi', stage: 'Some stage', type_of_deal: 'Pilot', type_of_source: 'Billboard' }),
    entered({ owner: 'REMI', stage: 'F Inbox', product: 'Growth Plan' }),
    entered({ owner: 'Zoé', type_of_deal: 'Upsell', type_of_source: 'Inbound' }),
    entered({ bdr: 'Rémi' }),
  ];

  it.each<[string, Question['filters'], number]>([
    ['a person, matched folded', { owner: ['rémi'] }, 2],
    ['two people', { owner: ['REMI', 'zoe'] }, 3],
    ['nobody', { owner: [''] }, 1],
    ['somebody or nobody', { owner: ['', 'Zoé'] }, 2],
    ['two fields narrow', { owner: ['Rémi'], stage: ['F Inbox'] }, 1],
    ['a BDR is not an owner', { bdr: ['Rémi'] }, 1],
    ['an unknown stage', { stage: ['other'] }, 1],
    ['no stage', { stage: [''] }, 2],
    ['an unknown type', { type_of_deal: ['other'] }, 1],
    ['an unknown source', { source_group: ['other'] }, 1],
    ['no source', { source_group: [''] }, 2],
    ['no source, by its group', { source_group: ['unassigned'] }, 2],
    ['a product', { product: ['growthplan'] }, 1],
    ['somebody who is not there', { owner: ['Marcus'] }, 0],
  ])('%s', (_, filters, count) => {
    expect(valueOf('meetings.total', deals, { filters })).toBe(count);
  });
});

describe('breakdowns', () => {
  const set = recordSetOf([
    entered({ owner: 'Rémi', show_noshow: 'Show' }),
    entered({ owner: 'REMI', show_noshow: 'Noshow' }),
    entered({ owner: 'Rémi', stage: 'Lost' }),
    entered({ stage: 'Some stage' }),
  ]);
  const by = (id: NumberId, dimension: Dimension) => breakdown([set], id, dimension, asking());

  it('unite the spellings of a person, unassigned last', () => {
    expect(by('meetings.total', 'owner')).toEqual({
      rows: [
        { key: 'remi', label: 'Rémi', value: 3 },
        { key: null, label: 'unassigned', value: 1 },
      ],
      total: 4,
    });
  });

  it('gather unknown stages, and those without any', () => {
    expect(by('meetings.total', 'stage').rows.map(({ key, value }) => [key, value])).toEqual([
      ['Lost', 1],
      ['other', 1],
      [null, 2],
    ]);
  });

  it('give each row its own rate, null over nothing, and the overall one', () => {
    const { rows, total } = by('conversion.intro_to_poa', 'owner');
    expect(rows).toEqual([{ key: 'remi', label: 'Rémi', value: 1 }]);
    expect(total).toBe(1);
    const late = recordSetOf([closed({ owner: 'Zoé' })]);
    expect(breakdown([late], 'conversion.poa_to_close', 'owner', asking())).toEqual({
      rows: [{ key: 'zoe', label: 'Zoé', value: null }],
      total: null,
    });
  });

  it.each([
    'pipe.old_clients',
    'revenue.target',
    'revenue.expected',
    'revenue.remaining',
    'revenue.gap',
  ] as const)('refuse %s', (id) => {
    expect(() => by(id, 'owner')).toThrow(NoBreakdownError);
  });

  it('refuse what they do not know', () => {
    expect(() => readNumberId('meetings.all')).toThrow(UnknownMetricError);
  });
});

describe('the catalogue', () => {
  it('gives each metric an id of its own, a label, a definition and a formula', () => {
    const definitions = metricDefinitions();
    expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
    expect(definitions.filter(({ label, definition, formula }) => !label || !definition || !formula)).toEqual(
      [],
    );
  });

  it.each([
    ['deals.closed', 'billing_start', 'deals_closed', true],
    ['poa.upcoming', 'poa_date', null, true],
    ['deals.open', 'discovery_date', null, true],
    ['revenue.ytd', 'billing_start', 'revenue', true],
    ['revenue.target', null, null, false],
    ['pipe.old_clients', 'discovery_date', null, false],
  ])('%s has date field %s and target %s', (id, date_field, target, hasBreakdown) => {
    const found = metricDefinitions().find((definition) => definition.id === id);
    expect(found).toMatchObject({ date_field, target, breakdown: hasBreakdown });
  });
});

describe('the records behind', () => {
  const set = recordSetOf([
    closed(),
    entered({ stage: 'D POA Booked' }),
    entered(),
    closed({ billing_start: BEFORE }),
    closed({ billing_start: day('2025-06-01') }),
  ]);

  it.each([
    ['deals.closed', [0]],
    ['poa.generated', [1]],
    ['conversion.poa_to_close', [1]],
    ['deals.average', [0]],
    ['revenue.ytd', [0, 3]],
    ['revenue.remaining', [0, 3]],
    ['revenue.target', []],
  ] as const)('%s', (id, positions) => {
    expect([...recordsBehind(set, id, asking())]).toEqual(positions);
  });

  it('is refused for an unknown metric', () => {
    expect(() => readNumberId('deals.lost')).toThrow(UnknownMetricError);
  });
});
