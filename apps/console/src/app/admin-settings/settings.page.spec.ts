import type { SettingState, Settings, WeightsEffect } from '@app/contracts';
import { SETTING_KEYS, SETTING_KINDS } from '@app/domain/settings';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { SettingsPage } from './settings.page';

const state = (change: Partial<SettingState> = {}): SettingState => ({
  is_default: false,
  revision: 2,
  updated_at: '2026-11-20T10:00:00.000Z',
  updated_by: 'maya@example.com',
  ...change,
});

const ROW = { stage: 'E Intro attended', source: 'Inbound', weight: 0.35, after: { days: 90, weight: 0.33 } };

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

const settings = (change: Partial<Settings> = {}): Settings => ({
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
  ...change,
});

const EFFECT: WeightsEffect = {
  views: [{ view_id: 'organic', name: 'Organic', before: 1_000, after: 1_200 }],
  before: 1_000,
  after: 1_200,
  without_row_deals: 1,
  without_row_pipe: 5_000,
};

async function settingsPage(answer = settings()) {
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

async function type(page: OpenedPage, label: string, text: string) {
  const input = page.element.querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
  if (!input) throw new Error(`There is no field ${label}.`);
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await page.settle();
}

const card = (page: OpenedPage, name: string) => {
  const found = page.element.querySelector(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};

const saved = (page: OpenedPage, key: string) => page.api.expectOne(`/api/settings/${key}`);

describe('the weight table', () => {
  async function editing() {
    const page = await settingsPage();
    button(page.element, 'Edit the table').click();
    await page.settle();
    return page;
  }

  it('is read-only until somebody edits it', async () => {
    const page = await settingsPage();
    expect(textOf(card(page, 'app-weight-table'))).toContain(
      'E Intro attended Inbound 0.35 0.33 after 90 days',
    );
  });

  it('shows its effect before it is saved', async () => {
    const page = await editing();
    await type(page, 'Weight, row 1', '0.4');
    const question = await page.request('/api/settings/weights/effect');
    expect(question.request.body).toEqual({ value: [{ ...ROW, weight: 0.4 }] });
    question.flush(EFFECT);
    await page.settle();
    const effect = textOf(card(page, 'app-weights-effect'));
    expect(effect).toContain('Organic $1,000 $1,200');
    expect(effect).toContain('1 deal in stages E and B with $5,000 of pipe would weigh 0');
    button(card(page, 'app-weights-card'), 'Save').click();
    const sent = saved(page, 'weights');
    expect([sent.request.method, sent.request.headers.get('If-Match')]).toEqual(['PUT', '"2"']);
    sent.flush(settings({ weights: { ...state({ revision: 3 }), value: [{ ...ROW, weight: 0.4 }] } }));
    await page.settle();
    expect(textOf(card(page, 'app-weights-card'))).toContain('Saved');
    expect(textOf(card(page, 'app-weight-table'))).toContain('0.40');
  });

  it('shows an error at its row, and cannot be saved with it', async () => {
    const page = await editing();
    await type(page, 'Weight, row 1', '1.5');
    expect(textOf(card(page, '[role="alert"]'))).toContain('The weight is not a number from 0 to 1');
    expect(button(card(page, 'app-weights-card'), 'Save').disabled).toBe(true);
  });

  it('says that a new row needs a source, and removes rows', async () => {
    const page = await editing();
    button(page.element, 'Add a row').click();
    await page.settle();
    expect(textOf(card(page, '[role="alert"]'))).toContain('The source is neither');
    button(page.element, 'Remove row 2').click();
    await page.settle();
    expect(textOf(card(page, 'app-weights-card'))).not.toContain('unsaved');
  });

  it('goes back to the default after asking', async () => {
    const page = await settingsPage();
    button(card(page, 'app-weights-card'), 'Back to the default…').click();
    await page.settle();
    button(card(page, 'app-weights-card'), 'Use the default').click();
    expect(saved(page, 'weights').request.body).toEqual({ value: null });
  });
});

describe('the revenue span', () => {
  it('is saved when another value is chosen', async () => {
    const page = await settingsPage();
    const half = card(page, 'input[value="half"]') as HTMLInputElement;
    half.click();
    await page.settle();
    button(card(page, 'app-span-card'), 'Save').click();
    expect(saved(page, 'revenue_span').request.body).toEqual({ value: 'half' });
  });

  it("keeps one's own choice when somebody else saved first", async () => {
    const page = await settingsPage();
    (card(page, 'input[value="half"]') as HTMLInputElement).click();
    await page.settle();
    button(card(page, 'app-span-card'), 'Save').click();
    saved(page, 'revenue_span').flush(null, { status: 412, statusText: 'Precondition Failed' });
    await page.settle();
    page.api
      .expectOne('/api/settings')
      .flush(settings({ revenue_span: { ...state({ revision: 1 }), value: 'year' } }));
    await page.settle();
    const span = card(page, 'app-span-card');
    expect(textOf(span)).toContain('maya@example.com changed this meanwhile');
    expect((card(page, 'input[value="half"]') as HTMLInputElement).checked).toBe(true);
    button(span, 'Keep mine').click();
    await page.settle();
    button(span, 'Save').click();
    expect(saved(page, 'revenue_span').request.headers.get('If-Match')).toBe('"1"');
  });
});

describe('goals of BDRs', () => {
  it('are set for the people in the data', async () => {
    const page = await settingsPage();
    await type(page, 'Goal of Camille', '8');
    button(card(page, 'app-goals-card'), 'Save').click();
    expect(saved(page, 'bdr_goals').request.body).toEqual({ value: { default: 6, people: { Camille: 8 } } });
  });

  it('say what is wrong', async () => {
    const page = await settingsPage();
    await type(page, 'Goal of Camille', 'many');
    expect(textOf(card(page, 'app-goals-card'))).toContain('The goal of Camille must be a number');
    expect(button(card(page, 'app-goals-card'), 'Save').disabled).toBe(true);
  });
});
