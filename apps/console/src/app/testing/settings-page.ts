import type { SettingState, Settings } from '@app/contracts';
import { SETTING_KEYS, SETTING_KINDS } from '@app/domain/settings';
import { SettingsPage } from '../admin-settings/settings.page';
import { type OpenedPage, openPage } from './at';

/** Who changed a setting last. */
export const state = (change: Partial<SettingState> = {}): SettingState => ({
  is_default: false,
  revision: 2,
  updated_at: '2026-11-20T10:00:00.000Z',
  updated_by: 'maya@example.com',
  ...change,
});

export const ROW = {
  stage: 'E Intro attended',
  source: 'Inbound',
  weight: 0.35,
  after: { days: 90, weight: 0.33 },
};

/** Every setting as it is while nobody changed it. */
const untouched = Object.fromEntries(
  SETTING_KEYS.map((key) => [
    key,
    {
      ...state({ is_default: true, revision: 0, updated_at: null, updated_by: null }),
      value: SETTING_KINDS[key].usual,
    },
  ]),
) as object as Settings;

/** The settings of an installation whose administrators changed them all. */
export const settings = (change: Partial<Settings> = {}): Settings => ({
  ...untouched,
  weights: { ...state(), value: [ROW] },
  bdr_goals: { ...state(), value: { default: 6, people: {} } },
  row_limit: { ...state(), value: 500_000 },
  refresh_schedule: { ...state(), value: { times: ['12:00', '20:00'] } },
  refresh_gate: {
    ...state(),
    value: { removed_share: 0.2, value_change_share: 0.3, unreadable_share: 0.1 },
  },
  history_days: { ...state(), value: 400 },
  audit_days: { ...state(), value: 400 },
  ...change,
});

/** The settings page of a super admin, with one BDR in the data. */
export async function settingsPage(answer = settings()) {
  const page = await openPage(SettingsPage, '/v/organic/settings');
  page.api.expectOne('/api/settings').flush(answer);
  await page.settle();
  page.api
    .expectOne((request) => request.url === '/api/settings/history')
    .flush({
      items: [],
      next_cursor: null,
      total: 0,
    });
  page.api
    .expectOne((request) => request.url.endsWith('/analytics/breakdown'))
    .flush({
      metric: 'meetings.total',
      by: 'bdr',
      rows: [{ key: 'camille', label: 'Camille', value: 12 }],
      total: 12,
    });
  await page.settle();
  return page;
}

/** Types into the field with this label. */
export async function type(page: OpenedPage, label: string, text: string) {
  const input = page.element.querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
  if (!input) throw new Error(`There is no field ${label}.`);
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await page.settle();
}

export const card = (page: OpenedPage, name: string) => {
  const found = page.element.querySelector(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};

/** The request that saves a setting. */
export const saved = (page: OpenedPage, key: string) => page.api.expectOne(`/api/settings/${key}`);
