import type { DealCard, DealRecord, DealRecordPage, RemovedDealPage } from '@app/contracts';

/** A deal. */
export const DEAL: DealRecord = {
  id: '550e8400-e29b-41d4-a716-446655440000',
  view_id: 'view-organic-1767225600',
  view_name: 'Organic',
  month: '2026-09',
  discovery_date: '2026-09-10',
  client: 'Acme Corp',
  hubspot_link: 'https://app.hubspot.com/deals/12345',
  stage: 'B Legals',
  relevance: 'Relevant',
  show_noshow: 'Show',
  poa_date: '2026-09-24',
  expected_mrr: 5000,
  expected_arr: 60_000,
  pipeline: 60_000,
  type_of_deal: 'New Business',
  bdr: 'John Doe',
  type_of_source: 'Inbound',
  product: 'Enterprise Plan',
  owner: 'Jane Smith',
  supporters: null,
  billing_start: null,
  source_group: 'inbound',
  value: 60_000,
  age: 73,
  weight: 0.75,
  weighted: 45_000,
};

/** A page of one deal. */
export const RECORD_PAGE: DealRecordPage = { items: [DEAL], next_cursor: null, total: 1 };

export const DEAL_CARD: DealCard = {
  deal: DEAL,
  counted_in: [
    { metric: 'meetings.total', label: 'Meetings' },
    { metric: 'legals.value', label: 'In legals, value' },
  ],
  changes: [
    {
      kind: 'changed',
      revision: 4,
      at: '2026-11-20T08:00:01.250Z',
      by: 'organic@example.com',
      run: '0b2b5d2e-6a0e-4a63-9d0f-1a1f6a3c9a10',
      source: 'csv',
      fields: [{ field: 'stage', before: 'C Proposal sent', after: 'B Legals' }],
    },
    {
      kind: 'added',
      revision: 1,
      at: '2026-09-11T08:00:00.900Z',
      by: 'organic@example.com',
      run: '7c1d3a52-0c60-4b7e-8a0a-5f2f7f0b6d11',
      source: 'csv',
      fields: [],
    },
  ],
  removed: null,
};

export const REMOVED_DEALS: RemovedDealPage = {
  items: [
    {
      deal: DEAL,
      removed: {
        run: '0b2b5d2e-6a0e-4a63-9d0f-1a1f6a3c9a10',
        revision: 5,
        at: '2026-11-21T08:00:01.250Z',
        by: 'organic@example.com',
        source: 'csv',
      },
    },
  ],
  next_cursor: null,
  total: 1,
};
