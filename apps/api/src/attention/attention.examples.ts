import type { DataFindingPage, TodayPage } from '@app/contracts';
import { DEAL } from '../sales-records/sales-records.examples.js';

export const FINDING_PAGE: DataFindingPage = {
  items: [
    {
      code: 'closed_without_billing_start',
      title: 'Closed without billing start',
      why: 'A closed deal falls into no month of revenue until its billing start is known.',
      unit: 'deals',
      count: 3,
      value: 184_000,
      details: [],
      opens: 'records',
    },
    {
      code: 'owner_spellings',
      title: 'One AE, several spellings',
      why: 'Counted as one person here; filters of the sheet take them for several.',
      unit: 'people',
      count: 1,
      value: null,
      details: ['Rémi Dupont (40), REMI DUPONT (2)'],
      opens: 'records',
    },
  ],
  next_cursor: null,
  total: 2,
};

export const TODAY_PAGE: TodayPage = {
  items: [
    { kind: 'poa', date: '2026-11-24', days: null, deal: { ...DEAL, poa_date: '2026-11-24' } },
    { kind: 'legals_past_age', date: null, days: 73, deal: DEAL },
  ],
  next_cursor: null,
  total: 2,
};
