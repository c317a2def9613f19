import type { TargetChange, Targets } from '@app/contracts';

export const TARGETS: Targets = {
  raw: { intro_poa: { intro: 20, poa: 12 }, revenue_2026: { nov: 500_000 } },
  resolved: {
    intro: { value: 20, origin: 'intro_poa.intro' },
    poa: { value: 12, origin: 'intro_poa.poa' },
    meetings: { value: null, origin: null },
    'revenue_2026.nov': { value: 500_000, origin: 'revenue_2026.nov' },
  },
  views_sum: null,
  revision: 3,
  updated_at: '2026-11-20T14:02:00.000Z',
  updated_by: 'admin@example.com',
};

export const TARGET_CHANGE: TargetChange = {
  id: '6f0a7d8e-6f63-4b1b-9d0e-2a4c9d1c7a10',
  revision: 3,
  at: '2026-11-20T14:02:00.000Z',
  by: 'admin@example.com',
  kind: 'edit',
  restored_revision: null,
  keys: [{ key: 'intro_poa.poa', before: 14, after: 12 }],
};
