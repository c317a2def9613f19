import { run, view } from '../../testing/answers';
import { DataPage } from '../data.page';
import { button, openPage, textOf } from '../../testing/at';
import { said, undo } from '../../testing/said';
import { DATA_ADDRESS, RUNS, answerViews, dataPage } from '../../testing/data-page';

const SHEET = 'https://docs.google.com/spreadsheets/d/1AbC/edit#gid=0';
const withSheet = view({ sheet_url: SHEET, sheet_name: 'Deals', next_refresh: '2026-11-22T19:00:00.000Z' });
const card = (page: { element: HTMLElement }) => page.element.querySelector('app-state-card');

function type(element: HTMLElement, at: number, text: string) {
  const field = element.querySelectorAll<HTMLInputElement>('app-state-card input')[at];
  if (!field) throw new Error('There is no such field.');
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

describe('the state of the data', () => {
  it('says how the last imports went, and when the next refresh is', async () => {
    const failed = run({ id: 'run-0', status: 'failed', report: null });
    const page = await dataPage(withSheet, [run(), failed, run({ id: 'run-2', status: 'cancelled' })]);
    expect(textOf(card(page))).toContain('Last imports 1 of 2 went through');
    expect(textOf(card(page))).toContain('Next refresh 22 Nov, 20:00');
    expect(card(page)?.querySelector('a')?.href).toBe(SHEET);
  });

  it.each([
    ['names the view that Master is as old as', 'signal', /: Signal, the oldest of its views/],
    ['says that Master is as old as one that its reader may not open', 'other', /: the oldest of its views/],
  ])('%s', async (_, part, said) => {
    const oldest = { ...view().data, last_update: '2026-11-20T10:00:00.000Z' };
    const master = view({ id: 'organic', is_master: true, aggregates_from: [part], data: oldest });
    const signal = view({ id: 'signal', name: 'Signal', data: oldest });
    const page = await openPage(DataPage, DATA_ADDRESS, { views: [master, signal] });
    expect(textOf(card(page))).toMatch(said);
  });

  it('names no view that Master is as old as where all are of one age', async () => {
    const at = (minute: string) => ({ ...view().data, last_update: `2026-11-20T10:${minute}:00.000Z` });
    const views = ['signal', 'market'].map((id, index) => view({ id, name: id, data: at(`0${index}`) }));
    const aggregates_from = views.map(({ id }) => id);
    const master = view({ id: 'organic', is_master: true, aggregates_from, data: at('00') });
    const page = await openPage(DataPage, DATA_ADDRESS, { views: [master, ...views] });
    expect(textOf(card(page))).not.toContain('oldest');
  });

  it('says that the data comes from uploads once there are some', async () => {
    expect(textOf(card(await dataPage()))).toContain('None: the data comes from uploads.');
  });

  it('says nothing of uploads before there are some', async () => {
    const empty = view({ data: { ...view().data, records_count: 0, last_update: null, source_type: null } });
    expect(textOf(card(await dataPage(empty)))).toContain('None Set its address');
  });

  it('tells a deal of its own from a duplicate', async () => {
    const page = await dataPage(view({ dedupe: 'none' }));
    expect(textOf(card(page))).toContain('Duplicates None: every row is a deal');
  });

  it('fetches the sheet now', async () => {
    const page = await dataPage(withSheet);
    button(page.element, 'Refresh now').click();
    const asked = page.api.expectOne({ method: 'POST', url: '/api/views/organic/refresh' });
    asked.flush(run({ status: 'unchanged', revision: null }), { status: 202, statusText: 'Accepted' });
    await page.settle();
    expect(textOf(page.element.querySelector('.result'))).toContain('The sheet has no changes');
  });

  it('is given the address of its sheet by a super admin', async () => {
    const page = await dataPage();
    expect(() => button(page.element, 'Refresh now')).toThrow();
    button(page.element, 'Set its address').click();
    await page.settle();
    type(page.element, 0, SHEET);
    await page.settle();
    button(page.element, 'Save the address').click();
    const saved = page.api.expectOne({ method: 'PATCH', url: '/api/views/organic' });
    expect(saved.request.body).toEqual({ sheet_url: SHEET, sheet_name: null });
    saved.flush(withSheet);
    await page.settle();
    await answerViews(page);
    expect(page.element.querySelector('app-state-card form')).toBeNull();
    expect(said()).toEqual(['Organic has the new address of its sheet.']);
    undo();
    const back = page.api.expectOne({ method: 'PATCH', url: '/api/views/organic' });
    expect(back.request.body).toEqual({ sheet_url: null, sheet_name: null });
  });

  it('says what is wrong with an address, and keeps what was typed', async () => {
    const page = await dataPage();
    button(page.element, 'Set its address').click();
    await page.settle();
    type(page.element, 0, 'https://example.com/sheet');
    await page.settle();
    button(page.element, 'Save the address').click();
    const detail = 'sheet_url must be the address of a sheet of Google Sheets.';
    page.api
      .expectOne({ method: 'PATCH', url: '/api/views/organic' })
      .flush(
        { type: '', title: 'Bad Request', status: 400, detail, errors: [], request_id: 'r' },
        { status: 400, statusText: 'Bad Request' },
      );
    await page.settle();
    expect(textOf(page.element.querySelector('app-state-card [role="alert"]'))).toBe(detail);
    expect(page.element.querySelector<HTMLInputElement>('app-state-card input')?.value).toContain('example');
  });

  it('forgets the address', async () => {
    const page = await dataPage(withSheet);
    button(page.element, 'Change').click();
    await page.settle();
    button(page.element, /^Forget the address/).click();
    const saved = page.api.expectOne({ method: 'PATCH', url: '/api/views/organic' });
    expect(saved.request.body).toEqual({ sheet_url: null, sheet_name: null });
  });

  it('lets readers refresh nothing and change nothing', async () => {
    const page = await dataPage({ ...withSheet, can: ['read'] });
    expect(() => button(page.element, /Refresh now|Change/)).toThrow();
    expect(page.api.match(({ url, method }) => url === RUNS && method !== 'GET')).toEqual([]);
  });
});
