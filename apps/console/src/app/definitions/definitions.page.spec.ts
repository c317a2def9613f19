import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { CatalogueEntry } from '@app/contracts';
import { number, view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { DefinitionsPage } from './definitions.page';

const ADDRESS = '/v/organic/definitions?period=half:2026-H2';

const entry = (change: Partial<CatalogueEntry>): CatalogueEntry => ({
  id: 'poa.generated',
  label: 'POA generated',
  unit: 'count',
  definition: 'Deals that reached a second meeting.',
  formula: 'Number of these deals.',
  also_called: ['second meetings'],
  is_any_date: false,
  date_field: 'discovery_date',
  target: 'poa',
  breakdown: true,
  ...change,
});
const CATALOGUE = [
  entry({}),
  entry({
    id: 'conversion.poa_to_close',
    label: 'POA to close',
    unit: 'ratio',
    definition: 'Deals closed for each POA.',
    also_called: ['win rate'],
    target: null,
  }),
  entry({
    id: 'meetings.noshow',
    label: 'No-shows',
    also_called: [],
    definition: 'Nobody came.',
    target: null,
    is_any_date: true,
  }),
];

async function page(address = ADDRESS, views = [view()]) {
  const opened = await openPage(DefinitionsPage, address, { views });
  (await opened.request('/api/metrics-catalogue')).flush({ metrics: CATALOGUE });
  await opened.settle();
  const terms = () => [...opened.element.querySelectorAll('article h3')].map(textOf);
  const search = async (words: string) => {
    const field = opened.element.querySelector('input');
    if (!field) throw new Error('There is no search.');
    field.value = words;
    field.dispatchEvent(new Event('input'));
    await opened.settle();
  };
  return { ...opened, terms, search };
}

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();

describe('the definitions', () => {
  it('say whatever the date where it does not matter, and what months go by all the same', async () => {
    const { element } = await page();
    expect(textOf(element.querySelector('[id="poa.generated"]'))).not.toContain('whatever the date');
    expect(textOf(element.querySelector('[id="meetings.noshow"]'))).toContain(
      'whatever the date; month by month, when the deal entered',
    );
  });

  it('say why there is no target', async () => {
    const target = (element: Element) => textOf(element.querySelector('[id="poa.generated"] dl'));
    const whole = await page();
    expect(target(whole.element)).toContain('Target not set for this view and period');
    TestBed.resetTestingModule();
    const filtered = await page(`${ADDRESS}&owner=hugo`);
    expect(target(filtered.element)).toContain('Target none for a selection of deals');
  });

  it('put a word before the numbers that are named after it', async () => {
    const { search, terms } = await page();
    await search('poa');
    expect(terms()[0]).toBe('POA');
    await search('no-show');
    expect(terms()[0]).toBe('No-shows');
  });

  it('say of each number what it is, its target and its value, which opens', async () => {
    const opened = await page();
    (await opened.request('/api/views/organic/analytics')).flush({
      metrics: {
        'poa.generated': number(61, { target: 72, progress: 61 / 72, status: 'on_track' }),
        'conversion.poa_to_close': number(0.25, { unit: 'ratio' }),
      },
    });
    await opened.settle();
    const text = textOf(opened.element.querySelector('[id="poa.generated"]'));
    for (const said of [
      'Deals that reached',
      'Number of these deals.',
      'discovery date',
      'second meetings',
      '72',
      'On track',
    ])
      expect(text).toContain(said);
    expect(textOf(opened.element.querySelector('[id="conversion.poa_to_close"]'))).not.toContain('Target');
    button(opened.element, /^POA generated: /).click();
    await opened.settle();
    expect(TestBed.inject(Router).url).toContain('explain=poa.generated');
  });

  it('have no numbers where the view has no records', async () => {
    const empty = view({ data: { ...view().data, records_count: 0 } });
    const opened = await page(ADDRESS, [empty]);
    const zero = { 'poa.generated': number(0), 'conversion.poa_to_close': number(null, { unit: 'ratio' }) };
    (await opened.request('/api/views/organic/analytics')).flush({ metrics: zero });
    await opened.settle();
    expect(opened.element.querySelector('.value')).toBeNull();
    expect(textOf(opened.element)).toContain('This view has no data yet');
  });

  it('lead to their groups from the top of the page', async () => {
    const { element, settle } = await page();
    expect([...element.querySelectorAll('nav button')].map(textOf)).toEqual([
      'Meetings',
      'From the intro to the closed deal',
      'Words',
    ]);
    button(element, 'Words').click();
    await settle();
    expect(document.activeElement?.id).toBe('group-words');
  });

  it.each([
    ['win rate', ['POA to close']],
    ['no show', ['No-shows']],
    ['secnd meeting', ['POA generated', 'POA']],
    ['flow', ['Flow ratio']],
    ['nobody came', ['No-shows']],
  ])('are found by %s', async (words, expected) => {
    const opened = await page();
    await opened.search(words);
    expect(opened.terms()).toEqual(expected);
  });

  it('say what to do when nothing is found, and keep the words in the address', async () => {
    const opened = await page();
    await opened.search('zzzz');
    expect(textOf(opened.element)).toContain('Nothing is called “zzzz”');
    expect(TestBed.inject(Router).url).toContain('find=zzzz');
    button(opened.element, 'Show all definitions').click();
    await opened.settle();
    expect(opened.terms().length).toBeGreaterThan(CATALOGUE.length);
  });

  it('show the number that a link asks for', async () => {
    const opened = await page(`${ADDRESS}&term=meetings.noshow`);
    const asked = opened.element.querySelector('.asked');
    expect(textOf(asked)).toContain('No-shows');
    expect(document.activeElement).toBe(asked);
    await opened.go(`${ADDRESS}&term=age`);
    expect(textOf(opened.element.querySelector('.asked h3'))).toBe('Age');
  });

  it('say when the catalogue cannot be read', async () => {
    const opened = await openPage(DefinitionsPage, ADDRESS);
    (await opened.request('/api/metrics-catalogue')).flush(null, { status: 500, statusText: 'no' });
    await opened.settle();
    expect(button(opened.element, 'Try again')).toBeTruthy();
  });
});
