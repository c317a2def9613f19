import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Drawer } from '../session/drawer';
import { dealLink } from '../ui/links/link';
import { screen, view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { deal, todayItem } from '../testing/deals';
import { TodayCard } from './today-card';

const data = signal(screen());

@Component({ imports: [TodayCard], template: '<app-today-card [screen]="data()" />' })
class Page {
  protected readonly data = data;
}

const ADDRESS = '/v/organic/dashboard?period=half:2026-H2';
const TODAY = '/api/views/organic/today';
const OWNERS = [
  { value: 'hugo', label: 'Hugo', deals: 3 },
  { value: 'camille', label: 'Camille', deals: 2 },
];
const ITEMS = [
  todayItem({ date: '2026-11-22' }),
  todayItem({ kind: 'intro', deal: deal({ id: 'd2', client: 'Orbis', owner: null, value: null }) }),
  todayItem({ kind: 'legals_past_age', date: null, days: 31, deal: deal({ id: 'd3' }) }),
  todayItem({
    kind: 'no_next_date',
    date: null,
    days: 63,
    deal: deal({ id: 'd4', stage: 'C Proposal sent' }),
  }),
];

async function card(owners = OWNERS, total = ITEMS.length) {
  data.set(screen({ today: ITEMS, today_total: total }));
  const page = await openPage(Page, ADDRESS);
  (await page.request('/api/views/organic/filters')).flush({ values: { owner: owners } });
  await page.settle();
  return page;
}

const lines = (element: Element) => [...element.querySelectorAll('.item')].map(textOf);

describe('the list of today', () => {
  it('shows reason, person and value of each item, and opens its deal', async () => {
    const page = await card();
    expect(lines(page.element)).toEqual([
      'Today Halden Robotics POA · Camille $120K',
      'Tue 24 Nov Orbis Intro · no AE –',
      'Legals Halden Robotics 31 days old · Camille $120K',
      'No date Halden Robotics 63 days old · Proposal sent · Camille $120K',
    ]);
    expect(textOf(page.element.querySelector('.aside'))).toBe('4 due in a week, or late');
    const titles = [...page.element.querySelectorAll<HTMLElement>('.open')].map(({ title }) => title);
    expect(titles[2]).toBe('In legals for too long: 31 days old');
    page.element.querySelectorAll<HTMLElement>('.item .open')[1]?.click();
    await page.settle();
    const owner = page.element.querySelector('.item a');
    expect(owner?.getAttribute('href')).toMatch(/^\/v\/organic\/person\?.*person=owner:Camille/);
    expect(TestBed.inject(Drawer).opened()).toEqual(dealLink({ view_id: 'organic', id: 'd2' }));
  });

  it('shows one’s own items, and remembers the choice', async () => {
    const page = await card();
    button(page.element, 'Mine').click();
    const question = await page.request(TODAY);
    expect(question.request.params.get('owner')).toBe('hugo');
    question.flush({ items: [], next_cursor: null, total: 0 });
    await page.settle();
    expect(textOf(page.element)).toContain('Nothing for you');
    TestBed.resetTestingModule();
    const again = await card();
    expect(button(again.element, 'Mine').getAttribute('aria-pressed')).toBe('true');
    await again.request(TODAY);
  });

  it('says on a master of which view each item is', async () => {
    data.set(screen({ today: ITEMS.slice(0, 1), today_total: 1 }));
    const page = await openPage(Page, ADDRESS, { views: [view({ is_master: true })] });
    expect(lines(page.element)[0]).toMatch(/^Today Halden Robotics POA · .+ · Camille/);
  });

  it('offers no choice without deals of one’s own', async () => {
    const page = await card([{ value: 'camille', label: 'Camille', deals: 2 }]);
    expect(() => button(page.element, 'Mine')).toThrow();
    expect(lines(page.element)).toHaveLength(4);
  });

  it('loads the rest on demand', async () => {
    const page = await card(OWNERS, 20);
    button(page.element, 'Show all 20').click();
    const question = await page.request(TODAY);
    expect(question.request.params.keys()).toEqual(['limit']);
    question.flush({
      items: [...ITEMS, todayItem({ deal: deal({ id: 'd5' }) })],
      next_cursor: null,
      total: 20,
    });
    await page.settle();
    expect(lines(page.element)).toHaveLength(5);
    expect(() => button(page.element, /Show all/)).toThrow();
  });
});
