import { TestBed } from '@angular/core/testing';
import { Address } from '../session/address';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { AeFilter } from './ae-filter';

const ROWS = [
  { key: 'elise', label: 'Élise', value: 4 },
  { key: 'hugo', label: 'Hugo', value: 3 },
  { key: null, label: 'Unassigned', value: 1 },
];

async function filter(query = ''): Promise<OpenedPage> {
  const page = await openPage(AeFilter, `/v/organic/dashboard?period=half:2026-H2${query}`);
  (await page.request('/api/views/organic/analytics/breakdown')).flush({ rows: ROWS });
  await page.settle();
  return page;
}

describe('the AE filter', () => {
  it('shows everyone by default, and spells a name as the data does', async () => {
    expect(textOf((await filter()).element)).toBe('AE Everyone');
    TestBed.resetTestingModule();
    expect(textOf((await filter('&owner=elise')).element)).toBe('AE Élise');
    TestBed.resetTestingModule();
    expect(textOf((await filter('&owner=')).element)).toBe('AE Unassigned');
  });

  it('shows the number of people in the address', async () => {
    expect(textOf((await filter('&owner=elise&owner=hugo')).element)).toBe('AE 2 people');
  });

  it('offers the people of the data, oneself first, and keeps the choice in the address', async () => {
    const page = await filter();
    button(page.element, /^AE/).click();
    await page.settle();
    const menu = document.querySelector('[role="menu"]');
    const items = [...(menu?.querySelectorAll('[role="menuitemradio"]') ?? [])];
    expect(items.map(textOf)).toEqual(['Everyone', 'Hugo Me', 'Élise', 'Unassigned']);
    expect(items.map((item) => item.getAttribute('aria-checked'))).toEqual([
      'true',
      'false',
      'false',
      'false',
    ]);
    (items[1] as HTMLElement).click();
    await page.settle();
    expect(TestBed.inject(Address).owners()).toEqual(['hugo']);
    expect(localStorage.getItem('pipeline.owners')).toBe('["hugo"]');
  });
});
