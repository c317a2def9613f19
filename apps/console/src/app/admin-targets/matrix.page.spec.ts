import { TestBed } from '@angular/core/testing';
import type { Targets } from '@app/contracts';
import { flattenTargets, resolveMasterTargets, resolveTargets } from '@app/domain/targets';
import { view } from '../testing/answers';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { field, paste, type } from '../testing/fields';
import { said, undo } from '../testing/said';
import { MatrixPage } from './matrix.page';

const SIGNAL = view({ id: 'signal', name: 'Signal' });
const MASTER = view({
  id: 'master',
  name: 'Master',
  is_master: true,
  aggregates_from: ['organic', 'signal'],
});
const RAW: Record<string, Record<string, unknown>> = {
  organic: { revenue_2026: { nov: 100_000 }, intro_poa: { poa: 10 } },
  signal: { revenue_2026: { nov: 50_000 } },
};

function targetsOf(id: string, change: Partial<Targets> = {}): Targets {
  const raw = change.raw ?? RAW[id] ?? {};
  const parts = id === 'master' ? Object.values(RAW).map(resolveTargets) : null;
  const resolved = flattenTargets(parts ? resolveMasterTargets(raw, parts) : resolveTargets(raw));
  const views_sum =
    parts && Object.fromEntries(Object.entries(resolved).map(([key, { value }]) => [key, value]));
  return { raw, resolved, views_sum, revision: 3, updated_at: null, updated_by: null, ...change };
}

async function matrix(of = 'months', organic = targetsOf('organic')): Promise<OpenedPage> {
  const page = await openPage(MatrixPage, `/v/organic/all-targets?year=2026&of=${of}`, {
    views: [view(), SIGNAL, MASTER],
  });
  for (const id of ['organic', 'signal', 'master'])
    page.api.expectOne(`/api/views/${id}/targets`).flush(id === 'organic' ? organic : targetsOf(id));
  await page.settle();
  return page;
}

const year = (page: OpenedPage) => textOf(page.element.querySelector('tfoot'));

describe('the targets of all views', () => {
  afterEach(() => localStorage.clear());

  it('stand side by side, and what a master adds up follows what is typed', async () => {
    const page = await matrix();
    expect(['Organic', 'Signal'].map((name) => field(page, `Nov 2026, ${name}`).value)).toEqual([
      '100,000',
      '50,000',
    ]);
    expect(field(page, 'Nov 2026, Master').placeholder).toBe('150,000');
    await type(page, 'Dec 2026, Signal', '25k');
    expect(year(page)).toBe('Year 2026 $100,000 $75,000 $175,000');
  });

  it('say in a field that its number is for another time than those beside it', async () => {
    const raw = { deals_closed_yearly: { arr_target: 1_200_000 } };
    const page = await matrix('metrics', targetsOf('organic', { raw }));
    const row = field(page, 'ARR closed, Organic').closest('tr');
    expect(textOf(row?.querySelector('th') ?? null)).toBe('ARR closed a year');
    expect([...(row?.querySelectorAll('td') ?? [])].map(textOf)).toEqual(['', '', 'a month', 'a month']);
  });

  it('say which of them came with the sample', async () => {
    expect(textOf((await matrix()).element)).not.toContain('sample');
    TestBed.resetTestingModule();
    const { resolved } = targetsOf('organic');
    const nov = { value: 100_000, origin: 'sample: revenue_2026.nov' };
    const page = await matrix(
      'months',
      targetsOf('organic', { resolved: { ...resolved, 'revenue_2026.nov': nov } }),
    );
    expect(textOf(page.element)).toContain('Dashed fields came with the sample data.');
  });

  it('are set in every view at once, saved with one press, and taken back', async () => {
    const page = await matrix();
    const every = field(page, 'Dec 2026, every view');
    every.value = '80,000';
    every.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await page.settle();
    expect(every.value).toBe('');
    button(page.element, 'Save 2 targets in 2 views').click();
    for (const id of ['organic', 'signal']) {
      const sent = await page.request(`/api/views/${id}/targets`);
      expect([sent.request.method, sent.request.headers.get('If-Match'), sent.request.body]).toEqual([
        'PUT',
        '"3"',
        { targets: { revenue_2026: { dec: 80_000 } } },
      ]);
      const raw = { ...RAW[id], revenue_2026: { nov: 100_000, dec: 80_000 } };
      sent.flush(targetsOf(id, { raw, revision: 4 }));
    }
    (await page.request('/api/views/master/targets')).flush(targetsOf('master'));
    await page.settle();
    expect(said()).toEqual(['2 targets in 2 views saved.']);
    expect(page.element.querySelector('.panel')).toBeNull();
    undo();
    for (const id of ['organic', 'signal']) {
      const back = await page.request(`/api/views/${id}/targets/history/3/restore`);
      expect(back.request.headers.get('If-Match')).toBe('"4"');
      back.flush(targetsOf(id, { revision: 5 }));
    }
    for (const id of ['organic', 'signal', 'master'])
      (await page.request(`/api/views/${id}/targets`)).flush(targetsOf(id, { revision: 5 }));
    await page.settle();
    expect([field(page, 'Dec 2026, Organic').value, said()]).toEqual(['', ['Undone.']]);
  });

  it('keep what a view refuses, and say why; the others are saved', async () => {
    const page = await matrix();
    await type(page, 'Dec 2026, every view', '80,000', 'change');
    button(page.element, 'Save 2 targets in 2 views').click();
    const detail = 'The database is busy.';
    (await page.request('/api/views/organic/targets')).flush(
      { type: '', title: 'Busy', status: 503, detail, errors: [], request_id: 'r' },
      { status: 503, statusText: 'Service Unavailable' },
    );
    const other = await page.request('/api/views/signal/targets');
    other.flush(targetsOf('signal', { raw: { revenue_2026: { nov: 50_000, dec: 80_000 } }, revision: 4 }));
    (await page.request('/api/views/master/targets')).flush(targetsOf('master'));
    await page.settle();
    expect(textOf(page.element.querySelector('.refused'))).toBe(`Organic was not saved. ${detail}`);
    expect(field(page, 'Dec 2026, Organic').value).toBe('80,000');
    expect(said()).toEqual(['Saved in 1 view only: see beside the table what was not.']);
  });

  const THEIRS = { ...RAW.organic, revenue_2026: { nov: 100_000, dec: 70_000 } };

  it('ask which value holds where somebody else has saved meanwhile', async () => {
    const page = await matrix();
    await type(page, 'Dec 2026, Organic', '80,000');
    button(page.element, 'Save 1 target in 1 view').click();
    (await page.request('/api/views/organic/targets')).flush(
      { type: '', title: 'Changed', status: 412, detail: 'Changed.', errors: [], request_id: 'r' },
      { status: 412, statusText: 'Precondition Failed' },
    );
    (await page.request('/api/views/organic/targets')).flush(
      targetsOf('organic', { raw: THEIRS, revision: 4 }),
    );
    await page.settle();
    const issues = () => textOf(page.element.querySelector('app-matrix-issues'));
    expect(issues()).toContain('Dec 2026, Organic: Somebody set this to $70,000 meanwhile.');
    expect(page.element.querySelector('.refused')).toBeNull();
    expect(button(page.element, 'Save 1 target in 1 view').disabled).toBe(true);
    button(page.element, 'Keep 80,000').click();
    await page.settle();
    expect(issues()).toBe('');
    expect(button(page.element, 'Save 1 target in 1 view').disabled).toBe(false);
  });

  it('see what somebody else has saved when the window is looked at again, and can take it', async () => {
    const page = await matrix();
    await type(page, 'Dec 2026, Organic', '80,000');
    window.dispatchEvent(new Event('focus'));
    for (const id of ['organic', 'signal', 'master'])
      (await page.request(`/api/views/${id}/targets`)).flush(
        id === 'organic' ? targetsOf(id, { raw: THEIRS, revision: 4 }) : targetsOf(id),
      );
    await page.settle();
    button(page.element, 'Take $70,000').click();
    await page.settle();
    expect(field(page, 'Dec 2026, Organic').value).toBe('70,000');
    expect(page.element.querySelector('.panel')).toBeNull();
  });

  it('do not offer to take back what made no revision', async () => {
    const page = await matrix();
    await type(page, 'Dec 2026, Organic', '70,000');
    button(page.element, 'Save 1 target in 1 view').click();
    // Somebody else has saved the same meanwhile, and the API has made nothing of it.
    (await page.request('/api/views/organic/targets')).flush(
      targetsOf('organic', { raw: THEIRS, revision: 3 }),
    );
    (await page.request('/api/views/master/targets')).flush(targetsOf('master'));
    await page.settle();
    undo();
    page.api.expectNone('/api/views/organic/targets/history/2/restore');
    expect(said()).toEqual(['1 target in 1 view saved.']);
  });

  it('take a column pasted for every view as one target for each row', async () => {
    const page = await matrix();
    await paste(page, 'Nov 2026, every view', '100\n200\n300');
    const rows = ['Nov 2026', 'Dec 2026'];
    expect(
      rows.flatMap((row) => [`${row}, Organic`, `${row}, Signal`].map((name) => field(page, name).value)),
    ).toEqual(['100', '100', '200', '200']);
    expect(said()).toEqual([
      '4 fields filled in; nothing is saved yet. 1 more pasted value found no field and was left out.',
    ]);
  });

  it('have the other targets in the same table, and no save while one cannot be read', async () => {
    const page = await matrix();
    button(page.element, 'Other targets').click();
    await page.settle();
    expect(field(page, 'POA generated, Organic').value).toBe('10');
    await type(page, 'POA generated, Signal', 'many');
    expect(textOf(page.element.querySelector('app-matrix-issues'))).toBe(
      'POA generated, Signal: This is not a number. Write it as 12 or 12.5.',
    );
    expect(textOf(page.element.querySelector('.panel'))).toContain(
      '1 value cannot be read: correct it first.',
    );
    expect(button(page.element, 'Save').disabled).toBe(true);
    await type(page, 'POA generated, Organic', '12');
    expect(button(page.element, 'Save 1 target in 1 view').disabled).toBe(true);
  });

  it('take cells of a spreadsheet, to the right and down', async () => {
    const page = await matrix();
    const values = () =>
      ['Nov 2026, Organic', 'Nov 2026, Signal', 'Dec 2026, Organic', 'Dec 2026, Signal'].map(
        (label) => field(page, label).value,
      );
    const before = values();
    await paste(page, 'Nov 2026, Organic', '10k\t20k\n30k\t40k\n50k\t60k');
    expect(values()).toEqual(['10,000', '20,000', '30,000', '40,000']);
    expect(said()).toEqual([
      '4 fields filled in; nothing is saved yet. 2 more pasted values found no field and were left out.',
    ]);
    undo();
    await page.settle();
    expect(values()).toEqual(before);
  });

  it('say why they cannot be loaded', async () => {
    const page = await openPage(MatrixPage, '/v/organic/all-targets', { views: [view()] });
    page.api.expectOne('/api/views/organic/targets').flush(null, { status: 503, statusText: 'Away' });
    await page.settle();
    button(page.element, 'Try again').click();
    page.api.expectOne('/api/views/organic/targets').flush(targetsOf('organic'));
    await page.settle();
    expect(textOf(page.element.querySelector('tbody'))).toContain('Nov 2026');
  });
});
