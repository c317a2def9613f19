import type { View, ViewReading } from '@app/contracts';

export const EXAMPLE_VIEW: View = {
  id: 'view-signal-1767225600',
  name: 'Signal',
  is_master: false,
  is_default: false,
  collection: 'sales_records_signal',
  sheet_url: null,
  sheet_name: null,
  dedupe: 'client_stage',
  aggregates_from: [],
  assigned_user: 'signal@example.com',
  next_refresh: '2026-11-22T19:00:00.000Z',
  data: {
    revision: 7,
    records_count: 312,
    last_update: '2026-11-22T11:02:00.000Z',
    source_type: 'csv',
    sample: false,
    sample_views: [],
    sample_targets: 0,
  },
  can: ['read', 'upload'],
};

export const VIEW_READING: ViewReading = {
  encoding: null,
  separator: 'semicolon',
  date_order: 'day_first',
  column_mapping: { compte: 'client', region: null },
  changed_by: 'signal@example.com',
  changed_at: '2026-11-22T11:02:00.000Z',
};
