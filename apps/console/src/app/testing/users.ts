import type { User } from '@app/contracts';

/** Somebody, as super admins see them; a test overrides what it is about. */
export const user = (change: Partial<User> = {}): User => ({
  id: 'user-signal',
  email: 'signal@example.com',
  name: 'Sam Signal',
  picture: null,
  role: 'viewer',
  view_access: ['Signal'],
  unknown_views: [],
  created_at: '2026-01-01T00:00:00.000Z',
  last_login: '2026-11-22T07:30:00.000Z',
  sessions: 2,
  link_expires_at: null,
  is_you: false,
  is_last_super_admin: false,
  is_demo: false,
  owns_pov: false,
  ...change,
});

/** The one who looks at the list. */
export const admin = (change: Partial<User> = {}): User =>
  user({
    id: 'user-hugo',
    email: 'hugo@example.com',
    name: 'Hugo Marchand',
    role: 'super_admin',
    is_you: true,
    is_last_super_admin: true,
    sessions: 1,
    ...change,
  });
