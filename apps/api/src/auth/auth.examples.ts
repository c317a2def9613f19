import type { AuthConfig, Me, SessionInfo } from '@app/contracts';

export const EXAMPLE_CONFIG: AuthConfig = {
  google: true,
  demo: false,
  local: [{ email: 'admin@example.com', name: 'Ada Admin', role: 'super_admin' }],
  refusal: null,
};

export const EXAMPLE_ME: Me = {
  user: {
    id: 'user-signal-1767225600',
    email: 'signal@example.com',
    name: 'Sam Signal',
    picture: null,
    role: 'viewer',
    view_access: ['Signal'],
  },
  kinds: ['viewer'],
  permissions: [],
  installation: { currency: 'USD', time_zone: 'Europe/Paris', today: '2026-11-22' },
  csrf: 'Yx0aXb1oGm3t1rkq2u9w7A.Q1S6w0bJ4m8b0Zk0v2w3a4d5f6g7h8j9k0l1m2n3o4p',
};

export const EXAMPLE_SESSIONS: SessionInfo[] = [
  {
    id: 'session-5f0d7c1e-8a34-4be8-9f2a-0a5a3c0c6b2e',
    device: 'Firefox on Windows',
    created_at: '2026-11-22T08:00:00.000Z',
    last_used_at: '2026-11-22T09:35:00.000Z',
    address: '203.0.113.7',
    expires_at: '2026-11-29T08:00:00.000Z',
    current: true,
  },
];
