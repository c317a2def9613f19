import type { WeightsEffect } from '@app/contracts';
import { button, textOf } from '../testing/at';
import { ROW, card, saved, settings, settingsPage, state, type } from '../testing/settings-page';
import { said, undo } from '../testing/said';

const EFFECT: WeightsEffect = {
  views: [{ view_id: 'organic', name: 'Organic', before: 1_000, after: 1_200 }],
  before: 1_000,
  after: 1_200,
  without_row_deals: 1,
  without_row_pipe: 5_000,
};

describe('the weight table', () => {
  async function editing() {
    const page = await settingsPage();
    button(page.element, 'Edit the table').click();
    await page.settle();
    return page;
  }

  it('is read-only until somebody edits it', async () => {
    const page = await settingsPage();
    expect(textOf(card(page, 'app-weight-table'))).toContain('Intro attended Inbound 35% 33% after 90 days');
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
    expect(effect).toContain('1 deal in Intro attended and Legals with $5,000 of pipe would weigh 0');
    button(card(page, 'app-weights-card'), 'Save').click();
    const sent = saved(page, 'weights');
    expect([sent.request.method, sent.request.headers.get('If-Match')]).toEqual(['PUT', '"2"']);
    sent.flush(settings({ weights: { ...state({ revision: 3 }), value: [{ ...ROW, weight: 0.4 }] } }));
    await page.settle();
    expect(said()).toEqual([expect.stringMatching(/^Weight.*: saved\.$/)]);
    expect(textOf(card(page, 'app-weight-table'))).toContain('40%');
    undo();
    const back = saved(page, 'weights');
    expect([back.request.body, back.request.headers.get('If-Match')]).toEqual([{ value: [ROW] }, '"3"']);
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
  it('are set for the people in the data, each of whom leads to their page', async () => {
    const page = await settingsPage();
    const link = card(page, 'app-goals-card a') as HTMLAnchorElement;
    expect([link.textContent, link.getAttribute('href')]).toEqual([
      'Camille',
      '/v/organic/person?person=bdr:Camille',
    ]);
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
