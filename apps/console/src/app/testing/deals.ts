import type { DealCard, DealRecord, TodayItem } from '@app/contracts';

/** A deal as the API sends it; a test overrides what it is about. */
export const deal = (change: Partial<DealRecord> = {}): DealRecord => ({
  id: 'd1',
  view_id: 'organic',
  view_name: 'Organic',
  month: '2026-09',
  discovery_date: '2026-09-14',
  client: 'Halden Robotics',
  hubspot_link: 'https://app.hubspot.com/deals/1',
  stage: 'B Legals',
  relevance: 'Relevant',
  show_noshow: 'Show',
  poa_date: null,
  expected_mrr: 10_000,
  expected_arr: 120_000,
  pipeline: 120_000,
  type_of_deal: 'New Business',
  bdr: 'Nora',
  type_of_source: 'Client referral',
  product: 'Suite',
  owner: 'Camille',
  supporters: null,
  billing_start: null,
  source_group: 'referral',
  value: 120_000,
  age: 69,
  weight: 0.9,
  weighted: 108_000,
  ...change,
});

export const dealCard = (change: Partial<DealCard> = {}): DealCard => ({
  deal: deal(),
  counted_in: [{ metric: 'legals.count', label: 'In legals' }],
  changes: [
    {
      kind: 'changed',
      revision: 57,
      at: '2026-11-22T11:02:00.000Z',
      by: 'hugo@example.com',
      run: 'run-57',
      source: 'csv',
      fields: [
        { field: 'stage', before: 'C Proposal sent', after: 'B Legals' },
        { field: 'expected_arr', before: 90_000, after: 120_000 },
        { field: 'poa_date', before: '2026-10-02', after: null },
        { field: 'owner', before: null, after: 'Camille' },
        { field: 'bdr', before: 'Hugo', after: 'Nora' },
      ],
    },
  ],
  removed: null,
  ...change,
});

export const todayItem = (change: Partial<TodayItem> = {}): TodayItem => ({
  kind: 'poa',
  date: '2026-11-24',
  days: null,
  deal: deal(),
  ...change,
});
