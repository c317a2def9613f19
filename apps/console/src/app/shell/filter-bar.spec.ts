import { TestBed } from '@angular/core/testing';
import { Location } from '@angular/common';
import type { FilterChoices } from '@app/contracts';
import { Address } from '../session/address';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { FilterBar } from './filter-bar';

const choice = (value: string, label = value) => ({ value, label, deals: 1 });
const VALUES: FilterChoices['values'] = {
  owner: [choice('hugo', 'Hugo'), choice('elise', 'Élise'), choice('', 'unassigned')],
  bdr: 'abcdefghij'.split('').map((letter) => choice(`bdr${letter}`, `Bdr ${letter.toUpperCase()}`)),
  source_group: [choice('inbound'), choice('unassigned')],
  stage: [choice('F Inbox'), choice('other'), choice('', 'unassigned')],
  product: [],
  type_of_deal: [choice('New Business')],
  relevance: [choice('Relevant'), choice('', 'unassigned')],
};

async function bar(query = ''): Promise<OpenedPage> {
  const page = await openPage(FilterBar, `/v/organic/dashboard?period=half:2026-H2${query}`);
  (await page.request('/api/views/organic/filters')).flush({
    view_id: 'organic',
    revision: 1,
    values: VALUES,
  });
  await page.settle();
  return page;
}

const panel = () => {
  const found = document.querySelector<HTMLElement>('app-filter-panel');
  if (!found) throw new Error('No panel is open.');
  return found;
};
const offered = () => [...panel().querySelectorAll('label')].map(textOf);
const filters = () => TestBed.inject(Address).filters();

async function press(page: OpenedPage, inside: Element, name: string | RegExp): Promise<void> {
  button(inside, name).click();
  await page.settle();
}

async function tick(page: OpenedPage, label: string): Promise<void> {
  const boxes = [...panel().querySelectorAll('label')].filter((each) => textOf(each) === label);
  expect(boxes).toHaveLength(1);
  boxes[0]?.querySelector('input')?.click();
  await page.settle();
}

describe('the filter bar', () => {
  it('says what the address filters by, spelled as the data does', async () => {
    const said = async (query: string) => {
      const text = textOf((await bar(query)).element);
      TestBed.resetTestingModule();
      return text;
    };
    expect(await said('')).toBe('AE Everyone Filter');
    expect(await said('&owner=elise')).toBe('AE Élise Filter');
    expect(await said('&owner=&owner=HUGO')).toBe('AE Unassigned +1 Filter');
    expect(await said('&stage=&relevance=&source_group=unassigned&bdr=Somebody')).toBe(
      'AE Everyone BDR Somebody not in this view ' +
        'Source Unassigned Stage No stage Relevance Not assessed Filter Clear all',
    );
    expect(await said('&owner=elise&owner=Nobody')).toBe('AE Élise +1 1 not in this view Filter');
  });

  it('offers the people of the data, oneself first, several at once, and Back takes them back at once', async () => {
    const page = await bar();
    await press(page, page.element, /^AE/);
    expect(offered()).toEqual(['Hugo Me', 'Élise', 'Unassigned']);
    await tick(page, 'Élise');
    await tick(page, 'Hugo Me');
    expect(filters()).toEqual({ owner: ['elise', 'hugo'] });
    expect(localStorage.getItem('pipeline.owners')).toBe('["elise","hugo"]');
    expect(textOf(page.element)).toBe('AE Élise +1 Filter');
    TestBed.inject(Location).back();
    await page.settle();
    await page.settle();
    expect(filters()).toEqual({});
  });

  it('adds another filter, with a search where the list is long', async () => {
    const page = await bar('&owner=hugo');
    await press(page, page.element, 'Filter');
    expect([...panel().querySelectorAll('button')].map(textOf)).toEqual([
      'AE Hugo',
      'BDR',
      'Source',
      'Stage',
      'Product',
      'Type',
      'Relevance',
    ]);
    await press(page, panel(), 'Product');
    expect(textOf(panel().querySelector('.menu-note'))).toBe('None in the data yet');
    await press(page, panel(), 'All filters');
    await press(page, panel(), 'BDR');
    const search = panel().querySelector<HTMLInputElement>('input[type="search"]');
    if (!search) throw new Error('There is no search.');
    search.value = 'bdr c';
    search.dispatchEvent(new Event('input'));
    await page.settle();
    expect(offered()).toEqual(['Bdr C']);
    await tick(page, 'Bdr C');
    expect(filters()).toEqual({ owner: ['hugo'], bdr: ['bdrc'] });
  });

  it('takes filters away, one or all', async () => {
    const page = await bar('&owner=hugo&stage=other&stage=F Inbox&product=Gone');
    await press(page, page.element, 'Remove the filter Stage Other, Inbox');
    expect(filters()).toEqual({ owner: ['hugo'], product: ['Gone'] });
    await press(page, page.element, /^Product/);
    expect(offered()).toEqual(['Gone not in this view']);
    await tick(page, 'Gone not in this view');
    expect(filters()).toEqual({ owner: ['hugo'] });
    await page.go('/v/organic/dashboard?period=half:2026-H2&owner=hugo&bdr=bdra');
    await press(page, page.element, 'Clear all');
    expect(filters()).toEqual({});
  });
});
