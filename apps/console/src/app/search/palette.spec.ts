import { SCREEN_TABS } from '@app/domain/screens';
import type { DealRecord, SearchAnswer } from '@app/contracts';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { CONSOLE_PAGES } from '../pages';
import { Actions } from '../session/actions';
import { Drawer } from '../session/drawer';
import { dealLink } from '../ui/links/link';
import { me, savedPage, view } from '../testing/answers';
import { openPage, textOf } from '../testing/at';
import { rememberDraft } from '../session/board-draft-memory';
import { boardData, savedBoard } from '../testing/board';
import { deal } from '../testing/deals';
import { Palette } from './palette';
import { noteOpened } from './recent';

const RECORDS = '/api/search';

/** What the server found: deals of the view, unless others are said. */
const found = (deals: DealRecord[], change: Partial<SearchAnswer> = {}): SearchAnswer => ({
  people: [],
  deals: deals.map((each) => ({ view: each.view_id, deal: each })),
  total: deals.length,
  ...change,
});
const TABS = SCREEN_TABS.map(({ title, key }) => `${title} g ${key}`);

async function palette(who = me()) {
  const views = [view(), view({ id: 'signal', name: 'Signal' })];
  const page = await openPage(Palette, '/v/organic/dashboard?period=half:2026-H2', { views, who });
  const input = page.element.querySelector('input');
  if (!input) throw new Error('The palette has no field.');
  const press = async (key: string) => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await page.settle();
  };
  const type = async (words: string) => {
    input.value = words;
    input.dispatchEvent(new Event('input'));
    await page.settle();
  };
  const options = () => [...page.element.querySelectorAll('[role="option"]')].map(textOf);
  const active = () => textOf(page.element.querySelector('[aria-selected="true"]'));
  return { ...page, press, type, options, active, input };
}

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();

describe('the search', () => {
  afterEach(() => localStorage.clear());

  it('offers pages and views before anything is typed, those of an admin only to admins', async () => {
    expect((await palette()).options()).toEqual([
      ...TABS,
      ...CONSOLE_PAGES.filter(({ place }) => place !== 'tab' && place !== 'linked').map(
        ({ label, key }) => `${label} g ${key}`,
      ),
      'Signal',
    ]);
    TestBed.resetTestingModule();
    expect((await palette(me({ role: 'viewer' }))).options()).not.toContain('Targets g t');
  });

  it('offers what was saved of the pages of all views, and opens it', async () => {
    const page = await palette();
    const items = [savedPage(), savedPage({ id: 'saved-2', view_id: 'signal', name: 'Their week' })];
    (await page.request('/api/saved-pages')).flush({ items, next_cursor: null, total: 2 });
    await page.settle();
    await page.type('their');
    expect(page.options()[0]).toBe('Their week Signal · Meetings generation');
    await page.press('Enter');
    expect(TestBed.inject(Router).url).toBe(
      '/v/signal/meetings-generation?period=month:2026-11&source_group=inbound',
    );
    expect(localStorage.getItem('pipeline.opened.u1')).toBeNull();
  });

  it('finds the words that the definitions explain, and leads there', async () => {
    const page = await palette();
    await page.type('billing st');
    (await page.request(RECORDS)).flush(found([]));
    await page.settle();
    expect(page.options()).toContain('Billing start');
    await page.press('Enter');
    expect(TestBed.inject(Router).url).toContain('/v/organic/definitions?');
    expect(TestBed.inject(Router).url).toContain('term=billing-start');
  });

  it('finds clients across the view, and opens the deal by keyboard alone', async () => {
    const page = await palette();
    await page.type('da');
    const question = await page.request(RECORDS);
    expect(question.request.params.get('q')).toBe('da');
    question.flush(found([deal(), deal({ id: 'd2', client: 'Dalton' })], { total: 40 }));
    await page.settle();
    expect(page.options()).toEqual([
      'Halden Robotics B Legals · Camille · $120K',
      'Dalton B Legals · Camille · $120K',
      'Halden Robotics Closing projections',
      'Dalton Closing projections',
      'Dashboard g d',
      'Data g s',
    ]);
    expect(textOf(page.element.querySelector('.heading'))).toBe('Clients 2 of 40');
    expect(page.active()).toContain('Halden');
    await page.press('ArrowDown');
    expect(page.active()).toContain('Dalton');
    expect(page.input.getAttribute('aria-activedescendant')).toBe('deal-organic-d2');
    await page.press('Enter');
    expect(TestBed.inject(Drawer).opened()).toEqual(dealLink({ view_id: 'organic', id: 'd2' }));
  });

  it('shows the answer for the last text only', async () => {
    const page = await palette();
    await page.type('h');
    const first = await page.request(RECORDS);
    await page.type('hal');
    (await page.request(RECORDS)).flush(found([deal()]));
    await page.settle();
    expect(first.cancelled).toBe(true);
    expect(page.options()).toEqual([
      'Halden Robotics B Legals · Camille · $120K',
      'Halden Robotics Closing projections',
    ]);
  });

  it('shows the card of a deal on the board', async () => {
    const page = await palette();
    await page.type('hal');
    (await page.request(RECORDS)).flush(found([deal()]));
    await page.settle();
    await page.press('ArrowDown');
    await page.press('Enter');
    await page.settle();
    expect(TestBed.inject(Router).url).toBe('/v/organic/projections?period=half:2026-H2&card=organic%2Fd1');
  });

  it('names the column in which one’s own board has the card, what is unsaved among it, or that it is hidden', async () => {
    const saved = savedBoard({
      delayed: [{ id: 'd1', client: 'Halden Robotics', stage: 'B Legals' }],
      next_30_60_days: [{ id: 'd2', client: 'Dalton', stage: 'B Legals', hidden: true }],
    });
    const deals = [deal(), deal({ id: 'd2', client: 'Dalton' }), deal({ id: 'd3', client: 'Davos' })];
    const answer = async (page: Awaited<ReturnType<typeof palette>>) => {
      await page.type('da');
      (await page.request(RECORDS)).flush(found(deals));
      await page.settle();
      const cards = boardData(deals.map(({ id, client }) => [id, client, 'B Legals', 1]));
      (await page.request('/api/views/organic/boards/projections')).flush(cards);
      (await page.request('/api/views/organic/preferences/projections')).flush(saved);
      await page.settle();
      return page.options().filter((option) => option.includes('Closing projections'));
    };
    expect(await answer(await palette())).toEqual([
      'Halden Robotics Closing projections · Delayed',
      'Dalton Closing projections · hidden',
      'Davos Closing projections · Next 14 days',
    ]);
    TestBed.resetTestingModule();
    const userId = me().user.id;
    const preferences = { next_60_90_days: [{ id: 'd1', client: 'Halden Robotics', stage: 'B Legals' }] };
    rememberDraft({ userId, viewId: 'organic', board: 'projections' }, { base: saved, preferences });
    const [halden] = await answer(await palette());
    localStorage.clear();
    expect(halden).toBe('Halden Robotics Closing projections · Next 60-90 days');
  });

  it('says when nothing is found', async () => {
    const page = await palette();
    await page.type('zzz');
    (await page.request(RECORDS)).flush(found([]));
    await page.settle();
    expect(textOf(page.element)).toContain('Nothing here is called “zzz”.');
  });

  it('finds people of all views, and opens their page', async () => {
    const page = await palette();
    await page.type('inez');
    const people = [{ name: 'Inès', roles: ['owner' as const], views: ['signal'] }];
    (await page.request(RECORDS)).flush(found([], { people }));
    await page.settle();
    expect(page.options()).toEqual(['Inès AE · Signal']);
    await page.press('Enter');
    await page.settle();
    const { pathname, searchParams } = new URL(TestBed.inject(Router).url, 'http://console');
    expect([pathname, searchParams.get('person')]).toEqual(['/v/signal/person', 'owner:Inès']);
  });

  it('opens a deal of another view there', async () => {
    const page = await palette();
    await page.type('dune');
    const dune = deal({ id: 'd9', client: 'Dune', view_id: 'signal', view_name: 'Signal' });
    (await page.request(RECORDS)).flush(found([dune]));
    await page.settle();
    expect(page.options()).toEqual(['Dune Signal · B Legals · Camille · $120K']);
    await page.press('Enter');
    await page.settle();
    const { pathname, searchParams } = new URL(TestBed.inject(Router).url, 'http://console');
    expect([pathname, searchParams.get('deal')]).toEqual(['/v/signal/dashboard', 'signal:d9']);
  });

  it('finds numbers by other words for them, and what can be done', async () => {
    const page = await palette();
    const run = vi.fn();
    const action = { id: 'sign-out', label: 'Sign out', alsoCalled: ['win back'], run };
    TestBed.inject(Actions).offer(signal([action]).asReadonly());
    (await page.request('/api/metrics-catalogue')).flush({
      metrics: [{ id: 'conversion.poa_to_close', label: 'POA to close', also_called: ['win rate'] }],
    });
    await page.type('win');
    (await page.request(RECORDS)).flush(found([]));
    await page.settle();
    expect(page.options()).toEqual(['POA to close', 'Sign out']);
    await page.press('ArrowDown');
    await page.press('Enter');
    expect(run).toHaveBeenCalledOnce();
  });

  it('offers first what was opened last, and no longer what is not there', async () => {
    const gone = {
      id: 'view-old',
      label: 'Old',
      hint: '',
      target: { to: 'view' as const, view: 'old' },
    };
    noteOpened(me().user.id, gone);
    const first = await palette();
    await first.press('ArrowDown');
    await first.press('Enter');
    TestBed.resetTestingModule();
    const page = await palette();
    const [recent] = page.options();
    expect(textOf(page.element.querySelector('.heading'))).toBe('Recent');
    expect(recent).toBe(TABS[1]);
    expect(page.options()).not.toContain('Old');
  });

  it('jumps to a page and keeps the period', async () => {
    const page = await palette();
    await page.press('ArrowDown');
    await page.press('Enter');
    expect(TestBed.inject(Router).url).toBe('/v/organic/meetings-generation?period=half:2026-H2');
  });
});
