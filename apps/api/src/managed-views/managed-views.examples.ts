import type { ArchivedView, ViewOpeners } from '@app/contracts';
import { EXAMPLE_VIEW } from '../view-routes/views.examples.js';

export const NEW_VIEW = {
  name: 'Partners',
  sheet_url: null,
  sheet_name: null,
  dedupe: 'link',
  assigned_user: 'ada@example.com',
};

export const MADE_VIEW = {
  ...EXAMPLE_VIEW,
  id: 'view-partners-1795816800',
  name: 'Partners',
  collection: 'sales_records_partners',
  dedupe: 'link',
  assigned_user: 'ada@example.com',
  next_refresh: null,
  data: { ...EXAMPLE_VIEW.data, revision: 0, records_count: 0, last_update: null, source_type: null },
  can: ['read', 'upload', 'manage'],
};

const SHEET = 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789/edit#gid=0';

export const CHANGE_OF_VIEW = { name: 'Acquisition', sheet_url: SHEET, sheet_name: 'Deals', dedupe: 'none' };

export const CHANGED_VIEW = {
  ...EXAMPLE_VIEW,
  ...CHANGE_OF_VIEW,
  collection: 'sales_records_acquisition',
};

export const ARCHIVED_VIEW: ArchivedView = {
  id: 'view-signal-1767225600',
  name: 'Signal',
  is_master: false,
  records_count: 312,
  archived_at: '2026-11-22T11:02:00.000Z',
  archived_by: 'admin@example.com',
  is_name_free: true,
};

export const VIEW_OPENERS: ViewOpeners = {
  view_id: 'view-signal-1767225600',
  adds_up_all: false,
  people: 2,
  viewers: [{ name: 'Sam Signal', email: 'signal@example.com' }],
};
