import { SCREEN_TABS } from '@app/domain/screens';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { CONSOLE_PAGES } from '../pages';
import { Drawer } from '../session/drawer';
import { dealLink } from '../ui/links/link';
import { me, view } from '../testing/answers';
import { openPage, textOf } from '../testing/at';
import { rememberDraft } from '../session/board-draft-memory';
import { boardData, savedBoard } from '../testing/board';
import { deal } from '../testing/deals';
import { Palette } from './palette';

const RECORDS = '/api/views/organic/records';
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
  it('offers pages and views before anything is typed, those of an admin only to admins', async () => {
    expect((await palette()).options()).toEqual([
      ...TABS,
      ...CONSOLE_PAGES.filter(({ place }) => place !== 'tab').map(({ label, key }) => `${label} g ${key}`),
      'Signal',
    ]);
    TestBed.resetTestingModule();
    expect((await palette(me({ role: 'viewer' }))).options()).not.toContain('Targets g t');
  });

  it('finds clients across the view, and opens the deal by keyboard alone', async () => {
    const page = await palette();
    await page.type('da');
    const question = await page.request(RECORDS);
    expect(question.request.params.get('q')).toBe('da');
    question.flush({ items: [deal(), deal({ id: 'd2', client: 'Dalton' })], next_cursor: null, total: 40 });
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
    (await page.request(RECORDS)).flush({ items: [deal()], next_cursor: null, total: 1 });
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
    (await page.request(RECORDS)).flush({ items: [deal()], next_cursor: null, total: 1 });
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
    const found = [deal(), deal({ id: 'd2', client: 'Dalton' }), deal({ id: 'd3', client: 'Davos' })];
    const answer = async (page: Awaited<ReturnType<typeof palette>>) => {
      await page.type('da');
      (await page.request(RECORDS)).flush({ items: found, next_cursor: null, total: 3 });
      await page.settle();
      const deals = boardData(found.map(({ id, client }) => [id, client, 'B Legals', 1]));
      (await page.request('/api/views/organic/boards/projections')).flush(deals);
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
    (await page.request(RECORDS)).flush({ items: [], next_cursor: null, total: 0 });
    await page.settle();
    expect(textOf(page.element)).toContain('No client, page or view is called “zzz”.');
  });

  it('jumps to a page and keeps the period', async () => {
    const page = await palette();
    await page.press('ArrowDown');
    await page.press('Enter');
    expect(TestBed.inject(Router).url).toBe('/v/organic/meetings-generation?period=half:2026-H2');
  });
});
