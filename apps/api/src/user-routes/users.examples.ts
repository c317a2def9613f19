import type { AddUser, User } from '@app/contracts';

export const EXAMPLE_USER: User = {
  id: 'user-signal-1767225600',
  email: 'signal@example.com',
  name: 'Sam Signal',
  picture: null,
  role: 'viewer',
  view_access: ['Signal'],
  unknown_views: [],
  created_at: '2026-01-01T00:00:00.000Z',
  last_login: '2026-11-22T08:00:00.000Z',
  sessions: 2,
  link_expires_at: null,
  is_you: false,
  is_last_super_admin: false,
  is_demo: false,
  owns_pov: false,
};

export const EXAMPLE_NEW_USER: AddUser = {
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  role: 'viewer',
  view_access: ['Signal'],
};

export const EXAMPLE_ADDED: User = {
  ...EXAMPLE_USER,
  id: 'user-ada-1795392000-5f0d7c1e',
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  created_at: '2026-11-22T08:00:00.000Z',
  last_login: null,
  sessions: 0,
};
