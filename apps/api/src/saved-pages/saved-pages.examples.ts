import type { SavedPage, SavedPageFields } from '@app/contracts';

export const EXAMPLE_SAVE_PAGE: SavedPageFields = {
  name: 'Inbound, this month',
  page: 'meetings-generation',
  parameters: { period: 'this_month', against: 'last_year', source_group: ['inbound'] },
  is_shared: true,
};

export const EXAMPLE_SAVED_PAGE: SavedPage = {
  id: 'saved-page-5f0d7c1e-4c55-4a87-9a53-2f6d8f0c1e77',
  view_id: 'view-signal-1767225600',
  ...EXAMPLE_SAVE_PAGE,
  is_mine: true,
  is_start: true,
  can_change: true,
  made_by: 'ada@example.com',
  changed_by: 'ada@example.com',
  changed_at: '2026-11-22T08:00:00.000Z',
  revision: 3,
};
