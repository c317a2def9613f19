import type { SettingChange, Settings, WeightsEffect } from '@app/contracts';
import { SETTING_KEYS, SETTING_KINDS } from '@app/domain';

const DEFAULT = { is_default: true, revision: 0, updated_at: null, updated_by: null };

/** Every setting as it is in a new installation, but for a weight table that somebody replaced. */
export const SETTINGS: Settings = {
  ...(Object.fromEntries(
    SETTING_KEYS.map((key) => [key, { value: SETTING_KINDS[key].usual, ...DEFAULT }]),
  ) as Settings),
  weights: {
    value: [{ stage: 'B Legals', source: 'Inbound', weight: 0.9, after: { days: 45, weight: 0.75 } }],
    is_default: false,
    revision: 2,
    updated_at: '2026-11-20T14:02:00.000Z',
    updated_by: 'admin@example.com',
  },
};

export const SETTING_CHANGE: SettingChange = {
  id: '0c6d2b0e-9d3c-4c57-9c1e-5f1f1f0b7a11',
  key: 'revenue_span',
  revision: 1,
  at: '2026-11-20T14:02:00.000Z',
  by: 'admin@example.com',
  before: null,
  after: 'half',
};

export const WEIGHTS_EFFECT: WeightsEffect = {
  views: [{ view_id: 'view-signal-1767225600', name: 'Signal', before: 1_240_000, after: 1_310_500.5 }],
  before: 1_240_000,
  after: 1_310_500.5,
  without_row_deals: 3,
  without_row_pipe: 145_000,
};
