import type { TargetChangePage, Targets } from '@app/contracts';
import { resolveTargets, flattenTargets } from '@app/domain/targets';
import { view } from '../testing/answers';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { TargetsPage } from './targets.page';
import { field, paste, type } from '../testing/fields';
import { said, undo } from '../testing/said';

const ADDRESS = '/v/organic/targets?period=half:2026-H2';
const URL = '/api/views/organic/targets';
const HISTORY = `${URL}/history`;
const RAW = { intro_poa: { intro: 20, poa: 10 }, revenue_2026: { nov: 500_000 }, notes: 'ours' };

const targets = (change: Partial<Targets> = {}): Targets => ({
  raw: RAW,
  resolved: flattenTargets(resolveTargets(change.raw ?? RAW)),
  views_sum: null,
  revision: 3,
  updated_at: '2026-11-20T10:00:00.000Z',
  updated_by: 'maya@example.com',
  ...change,
});

const changedBy = (by: string, revision: number, key: string, after: unknown): TargetChangePage => ({
  items: [
    {
      id: `c${revision}`,
      revision,
      at: '2026-11-22T10:00:00.000Z',
      by,
      kind: 'edit',
      restored_revision: null,
      keys: [{ key, before: 10, after }],
    },
  ],
  next_cursor: null,
  total: 1,
});

const noChanges: TargetChangePage = { items: [], next_cursor: null, total: 0 };

async function targetsPage(answer = targets(), opened = view()) {
  const page = await openPage(TargetsPage, ADDRESS, { views: [opened] });
  page.api.expectOne(URL).flush(answer);
  await histories(page);
  return page;
}

/** Answers all requests for the history: those of the list and of the form. */
async function histories(page: OpenedPage, answer = noChanges) {
  await page.settle();
  for (const request of page.api.match((request) => request.url === HISTORY)) request.flush(answer);
  await page.settle();
}

const rowOf = (page: OpenedPage, label: string) => textOf(field(page, label).closest('tr'));
const panel = (page: OpenedPage) => textOf(page.element.querySelector('app-save-panel'));

async function save(page: OpenedPage) {
  button(page.element, 'Save…').click();
  await page.settle();
  button(page.element, /^Save \d+ change/).click();
  return page.api.expectOne((request) => request.method === 'PUT');
}

describe('the targets page', () => {
  it('marks targets of the sample, until somebody sets them', async () => {
    const resolved = flattenTargets(resolveTargets(RAW));
    const poa = { value: 10, origin: 'sample: intro_poa.poa' };
    const page = await targetsPage(targets({ resolved: { ...resolved, poa } }));
    expect(textOf(page.element)).toContain('came with the sample data and leave with it');
    expect(rowOf(page, 'POA generated, a month')).toContain('POA generated sample');
    expect(rowOf(page, 'Intros attended, a month')).not.toContain('sample');
    await type(page, 'POA generated, a month', '12');
    expect(rowOf(page, 'POA generated, a month')).not.toContain('sample');
  });

  it('says that the targets of the sample were removed with it, and does not restore them', async () => {
    const page = await openPage(TargetsPage, ADDRESS, { views: [view()] });
    page.api.expectOne(URL).flush(targets({ raw: { intro_poa: { intro: 20 } }, revision: 3 }));
    const left = changedBy('installation', 3, 'intro_poa.poa', null);
    await histories(page, {
      ...left,
      items: left.items.map((item) => ({ ...item, kind: 'sample_removed' })),
    });
    const history = () => textOf(page.element.querySelector('app-history-card'));
    expect(history()).toContain('1 sample target removed with the sample data');
    expect(textOf(page.element)).not.toContain('installation');
    expect(history()).not.toContain('not set');
    const buttons = page.element.querySelectorAll<HTMLElement>('app-history-card button');
    expect([...buttons].map((each) => each.getAttribute('aria-expanded'))).toEqual(['false']);
    buttons[0]?.click();
    await page.settle();
    expect(history()).toContain('Target Before After POA generated a month 10 not set');
  });

  it('shows a value, its value over the period, and its origin', async () => {
    const page = await targetsPage();
    expect(field(page, 'POA generated, a month').value).toBe('10');
    expect(rowOf(page, 'POA generated, a month')).toBe('POA generated a month 60 Intro & POA');
    expect(textOf(page.element.querySelector('app-revenue-card tfoot'))).toBe(
      'H1 2026 – H2 2026 $500,000 Year 2026 $500,000',
    );
    expect(textOf(page.element.querySelector('app-kept-card'))).toContain('notes “ours”');
    expect(textOf(page.element)).toContain('by maya@example.com · H2 2026 counts 6 months');
  });

  it('keeps its columns while what they are about is typed over', async () => {
    const raw = { dashboard: { objectif_6_mois: 1_000_000 } };
    const page = await openPage(TargetsPage, `${ADDRESS}&year=2025`, { views: [view()] });
    page.api.expectOne(URL).flush(targets({ raw }));
    await histories(page);
    const heads = () => textOf(page.element.querySelector('app-revenue-card thead'));
    expect(heads()).toBe('Month Value Comes from');
    await type(page, 'Nov 2025, a month', '90k');
    expect(heads()).toBe('Month Value Comes from');
  });

  it('says what the number of each target is for, and what it replaces', async () => {
    const deals_closed_yearly = { deals_target: 48, arr_target: 1_200_000 };
    const raw = { meetings_attended: { deals_closed: 4 }, deals_closed_yearly };
    const page = await targetsPage(targets({ raw }));
    expect(rowOf(page, 'Deals closed, a month')).toContain('replaces the yearly target of 48');
    expect(rowOf(page, 'ARR closed, a year')).toContain('ARR closed a year $600,000');
    expect(rowOf(page, 'Open pipe, any period')).toBe('Open pipe any period');
    const signs = ['Deals closed, a month', 'ARR closed, a year'].map((name) =>
      field(page, name).closest('.in-currency')?.getAttribute('data-sign'),
    );
    expect(signs).toEqual([null, '$']);
  });

  it('adds the months of the period up where no half and no year does', async () => {
    const page = await openPage(TargetsPage, ADDRESS.replace('half:2026-H2', 'month:2026-11'));
    page.api.expectOne(URL).flush(targets());
    await histories(page);
    expect(textOf(page.element.querySelector('app-revenue-card tfoot'))).toContain('Over Nov 2026 $500,000');
  });

  it('folds what a large change did', async () => {
    const page = await openPage(TargetsPage, ADDRESS);
    page.api.expectOne(URL).flush(targets());
    const change = changedBy('maya@example.com', 3, 'intro_poa.poa', 12);
    const keys = ['jan', 'feb', 'mar', 'apr', 'may', 'jun'].map((month) => ({
      key: `revenue_2026.${month}`,
      before: null,
      after: 1000,
    }));
    await histories(page, { ...change, items: change.items.map((item) => ({ ...item, keys })) });
    const history = () => textOf(page.element.querySelector('app-history-card'));
    expect(history()).toContain('maya@example.com now 6 targets changed');
    expect(history()).not.toContain('Jan 2026');
    button(page.element, '6 targets changed').click();
    await page.settle();
    expect(history()).toContain('Jan 2026 not set $1,000');
  });

  it('counts unsaved changes, previews them, and saves just those', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    expect(rowOf(page, 'POA generated, a month')).toContain('was 10');
    expect(panel(page)).toContain('1 unsaved change');
    const sent = await save(page);
    expect(panel(page)).toContain('This will change POA generated a month 10 14');
    expect(sent.request.body).toEqual({ targets: { intro_poa: { poa: 14 } } });
    expect(sent.request.headers.get('If-Match')).toBe('"3"');
    sent.flush(targets({ raw: { ...RAW, intro_poa: { intro: 20, poa: 14 } }, revision: 4 }));
    await histories(page, changedBy('hugo@example.com', 4, 'intro_poa.poa', 14));
    expect([panel(page), said()]).toEqual(['', ['1 target of Organic saved.']]);
    expect(page.element.querySelector('app-news-box .box')).toBeNull();
    expect(field(page, 'POA generated, a month').value).toBe('14');
    undo();
    const back = page.api.expectOne('/api/views/organic/targets/history/3/restore');
    expect(back.request.headers.get('If-Match')).toBe('"4"');
    back.flush(targets({ revision: 5 }));
    await histories(page, changedBy('hugo@example.com', 5, 'intro_poa.poa', 10));
    expect(field(page, 'POA generated, a month').value).toBe('10');
    expect(page.element.querySelector('app-news-box .box')).toBeNull();
  });

  it('shows invalid input at its field, and saves nothing until it is corrected', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', 'many');
    expect(rowOf(page, 'POA generated, a month')).toContain('This is not a number');
    expect(field(page, 'POA generated, a month').getAttribute('aria-invalid')).toBe('true');
    expect(button(page.element, 'Save…').disabled).toBe(true);
    await type(page, 'POA generated, a month', '10');
    expect(panel(page)).toBe('');
  });

  it('restores unsaved changes after a reload', async () => {
    const first = await targetsPage();
    await type(first, 'POA generated, a month', '14');
    expect(localStorage.getItem('pipeline.targets.u1.organic')).toContain('"14"');
    await first.go('/v/signal/targets');
    first.api.match(() => true);
    await first.go(ADDRESS);
    first.api
      .match((request) => request.url === URL)
      .at(-1)
      ?.flush(targets());
    await histories(first);
    expect(field(first, 'POA generated, a month').value).toBe('14');
    expect(panel(first)).toContain('Your unsaved changes from before are still here.');
  });

  it("takes another admin's change of another target, and says so", async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    window.dispatchEvent(new Event('focus'));
    const newer = targets({ raw: { ...RAW, intro_poa: { intro: 25, poa: 10 } }, revision: 4 });
    page.api.expectOne(URL).flush(newer);
    await histories(page, changedBy('maya@example.com', 4, 'intro_poa.intro', 25));
    expect(field(page, 'Intros attended, a month').value).toBe('25');
    expect(field(page, 'POA generated, a month').value).toBe('14');
    const news = textOf(page.element.querySelector('app-news-box'));
    expect(news).toContain('maya@example.com changed targets while this page was open');
    expect(news).toContain('Intros attended: 25');
  });

  it('asks which value to keep when two people changed the same target', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    const sent = await save(page);
    sent.flush(
      {
        type: 'about:blank',
        title: 'Changed meanwhile',
        status: 412,
        detail: 'poa',
        errors: [],
        request_id: 'r',
      },
      { status: 412, statusText: 'Precondition Failed' },
    );
    await page.settle();
    const newer = targets({ raw: { ...RAW, intro_poa: { intro: 20, poa: 12 } }, revision: 4 });
    page.api.expectOne(URL).flush(newer);
    await histories(page, changedBy('maya@example.com', 4, 'intro_poa.poa', 12));
    expect(rowOf(page, 'POA generated, a month')).toContain('maya@example.com set this to 12 meanwhile.');
    expect(field(page, 'POA generated, a month').value).toBe('14');
    expect(button(page.element, 'Save…').disabled).toBe(true);
    button(page.element, 'Keep 14').click();
    await page.settle();
    const again = await save(page);
    expect(again.request.headers.get('If-Match')).toBe('"4"');
    expect(again.request.body).toEqual({ targets: { intro_poa: { poa: 14 } } });
  });

  it('takes the other value', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    window.dispatchEvent(new Event('focus'));
    page.api
      .expectOne(URL)
      .flush(targets({ raw: { ...RAW, intro_poa: { intro: 20, poa: 12 } }, revision: 4 }));
    await histories(page);
    button(page.element, 'Take 12').click();
    await page.settle();
    expect(field(page, 'POA generated, a month').value).toBe('12');
    expect(panel(page)).toBe('');
  });

  it('shows at the field why the server refuses a value, and keeps the input', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    (await save(page)).flush(
      {
        type: 'about:blank',
        title: 'Bad request',
        status: 400,
        detail: 'See errors.',
        errors: [{ field: 'intro_poa.poa', message: 'poa is too great.' }],
        request_id: 'r',
      },
      { status: 400, statusText: 'Bad Request' },
    );
    await page.settle();
    expect(rowOf(page, 'POA generated, a month')).toContain('poa is too great.');
    expect(field(page, 'POA generated, a month').value).toBe('14');
  });

  it('fills months from pasted cells and moves down with Enter', async () => {
    const page = await targetsPage();
    const november = field(page, 'Nov 2026, a month');
    await paste(page, 'Nov 2026, a month', '$1.2M\t900 000\t5\n');
    expect(november.value).toBe('1,200,000');
    expect(field(page, 'Dec 2026, a month').value).toBe('900,000');
    expect(said()).toEqual([
      '2 fields filled in; nothing is saved yet. 1 more pasted value found no field and was left out.',
    ]);
    november.focus();
    november.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(document.activeElement).toBe(field(page, 'Dec 2026, a month'));
  });

  it('fills other targets from pasted cells, which is taken back without what was typed since', async () => {
    const page = await targetsPage();
    const values = () =>
      ['Scheduled', 'Intros attended', 'POA generated'].map((name) => field(page, `${name}, a month`).value);
    const before = values();
    await paste(page, 'Scheduled, a month', '40\n30');
    expect(values()).toEqual(['40', '30', before[2]]);
    await type(page, 'POA generated, a month', '12');
    undo();
    await page.settle();
    expect(values()).toEqual([before[0], before[1], '12']);
  });

  it('takes back what was filled in last, by Ctrl with Z, and leaves what was typed into it since', async () => {
    const page = await targetsPage();
    const names = ['Scheduled, a month', 'Intros attended, a month'];
    const values = () => names.map((name) => field(page, name).value);
    const before = values();
    await paste(page, 'Scheduled, a month', '11\n12');
    await paste(page, 'Scheduled, a month', '21\n22');
    expect(said()).toEqual(['2 fields filled in; nothing is saved yet.']);
    const keys = () =>
      new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true });
    field(page, 'Scheduled, a month').dispatchEvent(keys());
    await page.settle();
    expect(values()).toEqual(['11', '12']);
    await paste(page, 'Scheduled, a month', '31\n32');
    await type(page, 'Intros attended, a month', '99');
    const typed = keys();
    field(page, 'Scheduled, a month').dispatchEvent(typed);
    expect(typed.defaultPrevented).toBe(false); // it is about what was typed
    undo();
    await page.settle();
    expect(values()).toEqual(['11', '99']);
    expect(before).not.toEqual(values());
  });

  it.each([
    ['discarded', 'Discard all'],
    ['saved', 'Save…'],
  ])('offers no longer to take back what was %s', async (_, act) => {
    const page = await targetsPage();
    await paste(page, 'Scheduled, a month', '11\n12');
    button(page.element, act).click();
    await page.settle();
    if (act === 'Save…') {
      button(page.element, /^Save \d+ change/).click();
      (await page.request(URL)).flush(targets({ revision: 4 }));
      await histories(page);
    }
    expect(said()).not.toContain('2 fields filled in; nothing is saved yet.');
  });

  it('makes room for what saves below the messages, while there is something to save', async () => {
    const page = await targetsPage();
    const room = () => document.documentElement.style.getPropertyValue('--save-bar');
    await type(page, 'POA generated, a month', '14');
    expect(room()).toBe('66px');
    button(page.element, 'Discard all').click();
    await page.settle();
    expect(room()).toBe('');
  });

  it('leaves what another tab has typed into the same targets', async () => {
    const page = await targetsPage();
    await type(page, 'POA generated, a month', '14');
    const key = Object.keys(localStorage).find((each) => each.includes('targets')) ?? '';
    const ofOther = localStorage.getItem(key)?.replace('"14"', '"4321"') ?? '';
    button(page.element, 'Discard all').click();
    localStorage.setItem(key, ofOther);
    window.dispatchEvent(new Event('focus'));
    (await page.request(URL)).flush(targets());
    await page.settle();
    expect(localStorage.getItem(key)).toBe(ofOther);
  });

  it('restores an earlier revision after a preview', async () => {
    const page = await openPage(TargetsPage, ADDRESS);
    page.api.expectOne(URL).flush(targets({ revision: 3 }));
    const later = changedBy('maya@example.com', 3, 'intro_poa.poa', 10);
    const earlier = changedBy('maya@example.com', 2, 'intro_poa.intro', 20);
    later.items[0]?.keys.splice(0, 1, { key: 'intro_poa.poa', before: 8, after: 10 });
    await histories(page, { ...later, items: [...later.items, ...earlier.items] });
    button(page.element, 'Go back to this… Revision 2').click();
    await page.settle();
    expect(textOf(page.element.querySelector('.ask'))).toContain('POA generated a month 10 8');
    button(page.element, 'Go back').click();
    const sent = page.api.expectOne(`${HISTORY}/2/restore`);
    expect([sent.request.method, sent.request.headers.get('If-Match')]).toEqual(['POST', '"3"']);
    sent.flush(targets({ raw: { ...RAW, intro_poa: { intro: 20, poa: 8 } }, revision: 4 }));
    await histories(page);
    expect(field(page, 'POA generated, a month').value).toBe('8');
  });

  it('shows sum and own value on Master, and goes back to the sum', async () => {
    const master = view({ name: 'Master', is_master: true, can: ['read', 'manage'] });
    const page = await targetsPage(targets({ views_sum: { poa: 12, intro: 30 } }), master);
    expect(rowOf(page, 'POA generated, a month')).toContain('60 own 12 −2');
    button(page.element, 'Use the sum of the views for POA generated').click();
    await page.settle();
    expect(rowOf(page, 'POA generated, a month')).toContain('72 the sum 12');
    const sent = await save(page);
    expect(sent.request.body).toEqual({ targets: { intro_poa: { poa: null } } });
  });

  it('says why the targets cannot be loaded, and tries again', async () => {
    const page = await openPage(TargetsPage, ADDRESS);
    page.api.expectOne(URL).flush(null, { status: 503, statusText: 'Unavailable' });
    await page.settle();
    button(page.element, 'Try again').click();
    page.api.expectOne(URL).flush(targets());
    await histories(page);
    expect(field(page, 'POA generated, a month').value).toBe('10');
  });
});
