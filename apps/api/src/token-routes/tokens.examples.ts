import type { ApiToken, MadeApiToken, NewApiToken } from '@app/contracts';

export const EXAMPLE_NEW_TOKEN: NewApiToken = {
  name: 'Nightly upload of the CRM',
  views: ['view-signal-1767225600'],
  rights: ['upload'],
  expires_in_days: 90,
};

export const EXAMPLE_TOKEN: ApiToken = {
  id: 'token-0b6a1f0e-4c55-4a87-9a53-2f6d8f0c1e77',
  name: 'Nightly upload of the CRM',
  views: [{ id: 'view-signal-1767225600', name: 'Signal' }],
  rights: ['upload'],
  created_at: '2026-11-22T08:00:00.000Z',
  created_by: 'admin@example.com',
  expires_at: '2027-02-20T08:00:00.000Z',
  last_used_at: '2026-11-28T02:00:00.000Z',
  last_used_from: '203.0.113.7',
};

export const EXAMPLE_MADE_TOKEN: MadeApiToken = {
  token: { ...EXAMPLE_TOKEN, last_used_at: null, last_used_from: null },
  secret: 'sales_Q2zU4v0kY7mH1x9bR3cT5dW8eF6gJ0lN2pS4uA7iB1o',
};
