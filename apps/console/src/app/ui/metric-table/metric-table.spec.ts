import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { button, textOf } from '../../testing/at';
import { type FakePage, fakePage } from '../../testing/page-context';
import { openedLinks } from '../../testing/links';
import { type DrawerLink, metricLink } from '../links/link';
import { Narrow } from '../base/narrow';
import { MetricTable } from './metric-table';
import { row, table } from '../../testing/metric-tables';

const EXPORT = '/api/views/organic/screens/meetings-attended/export';
const SHOWN = [...table().columns.map(({ id }) => `columns=${id}`), 'sort=-deals.arr'].join('&');

let opened: DrawerLink[];
let page: FakePage;
beforeEach(() => {
  opened = openedLinks();
  page = fakePage();
});

async function shown(of = table(), inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(MetricTable);
  fixture.componentRef.setInput('table', of);
  fixture.componentRef.setInput('heading', 'AE performance');
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  await fixture.whenStable();
  const bodyRows = () => [...element.querySelectorAll('tbody tr')].map(textOf);
  const cell = (at: number, column: number) =>
    element.querySelector<HTMLElement>(`[data-row="${at}"][data-column="${column}"]`);
  const press = async (key: string, ctrlKey = false) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }));
    await fixture.whenStable();
  };
  const search = async (text: string) => {
    const field = element.querySelector<HTMLInputElement>('input[type=search]');
    if (!field) throw new Error('There is no search.');
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  return { fixture, element, bodyRows, cell, press, search };
}

const many = (count: number) =>
  table({ rows: Array.from({ length: count }, (_, at) => row(`Person ${at + 1}`, [at, at, 0.5, 1])) });

afterEach(() => document.body.querySelectorAll('app-metric-table').forEach((each) => each.remove()));

describe('a table of numbers', () => {
  it('shows each number in its unit, absent ones as a dash, and the totals', async () => {
    const { element, bodyRows } = await shown();
    expect(bodyRows()).toEqual([
      'Zoé 4 $1,200 4 cases 50% 36',
      'Álvaro 12 $90,000 25% 36',
      'bruno 0 – – 36',
      'Camille 7 $400,000 100% 36',
      'Unassigned 1 $500 0% –',
    ]);
    expect(textOf(element.querySelector('tfoot'))).toBe('Total 24 $491,700 33% –');
    expect(element.querySelector('.small')?.getAttribute('title')).toContain('fewer than 5');
  });

  it('opens each number narrowed to its row, and the total whole', async () => {
    const { element, cell } = await shown();
    cell(4, 2)?.click();
    cell(5, 1)?.click();
    button(element, '$491,700').click();
    expect(opened).toEqual([
      metricLink('deals.arr', { only: [{ field: 'owner', value: 'Camille' }] }),
      metricLink('poa.generated', { only: [{ field: 'owner', value: '' }] }),
      metricLink('deals.arr'),
    ]);
  });

  it('has no link in a column that is not a metric', async () => {
    const { cell } = await shown();
    expect(cell(1, 4)?.tagName).toBe('TD');
    expect(cell(1, 3)?.tagName).toBe('BUTTON');
  });

  it('sorts by a column, marks it, and tells the page', async () => {
    const { fixture, element, bodyRows } = await shown();
    button(element, 'ARR').click();
    await fixture.whenStable();
    expect(bodyRows().map((each) => each.split(' ')[0])).toEqual([
      'Camille',
      'Álvaro',
      'Zoé',
      'bruno',
      'Unassigned',
    ]);
    const sorted = [...element.querySelectorAll('th')].map((head) => head.getAttribute('aria-sort'));
    expect(sorted.slice(0, 5)).toEqual(['none', 'none', 'descending', 'none', 'none']);
    button(element, 'ARR').click();
    expect(page.sorts).toEqual(['-deals.arr', 'deals.arr']);
  });

  it('starts in the order given by the page', async () => {
    page.sort.set('label');
    expect((await shown()).bodyRows()[0]).toContain('Álvaro');
  });

  it('has what is drawn as bars beside the name on a phone, in its head, rows, totals and file', async () => {
    TestBed.overrideProvider(Narrow, { useValue: { is: signal(true) } });
    const { fixture, element, bodyRows, cell } = await shown(table(), { bar: 'deals.arr', file: 'owners' });
    const heads = [...element.querySelectorAll('thead th')].map(textOf);
    expect(heads.slice(0, 3)).toEqual(['AE', 'ARR', 'POA generated']);
    expect(bodyRows()[0]).toBe('Camille $400,000 7 100% 36');
    expect(textOf(element.querySelector('tfoot'))).toBe('Total $491,700 24 33% –');
    expect(textOf(cell(1, 1))).toBe('$400,000');
    button(element, 'Export AE performance').click();
    await fixture.whenStable();
    const [csv] = [...document.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    expect(csv).toContain('columns=deals.arr&columns=poa.generated&');
  });

  it('draws one column as bars, the longest first until somebody sorts', async () => {
    const { fixture, element, bodyRows } = await shown(table(), { bar: 'poa.generated' });
    const widths = () => [...element.querySelectorAll<HTMLElement>('.bar i')].map((bar) => bar.style.width);
    expect(widths()).toHaveLength(5);
    expect([widths()[0], widths()[3]]).toEqual(['100%', '0%']);
    const names = () => bodyRows().map((each) => each.split(' ')[0]);
    expect(names()).toEqual(['Álvaro', 'Camille', 'Zoé', 'bruno', 'Unassigned']);
    // An order of another table of the page changes nothing here.
    page.sort.set('-pipe.active');
    await fixture.whenStable();
    expect(names()[0]).toBe('Álvaro');
    button(element, 'AE').click();
    await fixture.whenStable();
    expect(page.sorts).toEqual(['label']);
    expect(names()).toEqual(['Álvaro', 'bruno', 'Camille', 'Zoé', 'Unassigned']);
  });

  it('draws a ratio as a part of 1, and no bar where there is none', async () => {
    const { element } = await shown(
      table({
        columns: [{ id: 'progress', label: 'Progress', unit: 'ratio', metric: null }],
        rows: [row('Zoé', [1.36]), row('Camille', [0.25]), row(null, [null])],
        totals: [0.8],
      }),
      { bar: 'progress' },
    );
    const widths = [...element.querySelectorAll<HTMLElement>('.bar i')].map((bar) => bar.style.width);
    expect(widths).toEqual(['100%', '25%']);
  });

  it('shows a message instead of an empty table', async () => {
    const { element } = await shown(table({ rows: [] }), { empty: 'No meeting yet.' });
    expect(textOf(element)).toBe('AE performance No meeting yet.');
  });

  it('omits its head inside another card', async () => {
    const { element } = await shown(table(), { bare: true });
    expect(element.querySelector('h2')).toBeNull();
    expect(element.querySelector('[role=grid]')?.getAttribute('aria-label')).toBe('AE performance');
  });

  it('keeps its own order inside another card', async () => {
    const { fixture, element, bodyRows } = await shown(table(), { bare: true });
    button(element, 'ARR').click();
    await fixture.whenStable();
    expect(bodyRows()[0]).toContain('Camille');
    expect(page.sorts).toEqual([]);
  });

  it('offers the same table as a file, sorted as it is shown', async () => {
    page.sort.set('-deals.arr');
    const { fixture, element } = await shown(table(), { file: 'owners' });
    button(element, 'Export AE performance').click();
    await fixture.whenStable();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[download]')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `${EXPORT}?table=owners&${SHOWN}&format=csv`,
      `${EXPORT}?table=owners&${SHOWN}&format=xlsx`,
    ]);
  });
});

describe('the columns', () => {
  const heads = (element: HTMLElement) =>
    [...element.querySelectorAll('thead tr:last-child th')].slice(1).map(textOf);
  const item = (name: string) => button(document.querySelector('.menu') ?? document.body, name);

  it('are chosen in a menu that stays open, and are those of rows, totals, file and link', async () => {
    page.sort.set('-deals.arr');
    const { fixture, element, bodyRows } = await shown(table(), { file: 'owners', bar: 'deals.arr' });
    button(element, 'Columns of AE performance').click();
    await fixture.whenStable();
    for (const name of ['POA to close', 'ARR', 'POA generated']) {
      item(name).click();
      await fixture.whenStable();
    }
    expect(heads(element)).toEqual(['Goal']);
    // It still is the order of the ARR, and nothing is drawn as a bar.
    expect(bodyRows()).toEqual(['Camille 36', 'Álvaro 36', 'Zoé 36', 'bruno 36', 'Unassigned –']);
    expect(element.querySelector('.bar')).toBeNull();
    item('Goal').click(); // the last one stays
    item('POA generated').click();
    await fixture.whenStable();
    expect(heads(element)).toEqual(['POA generated', 'Goal']);
    expect(textOf(element.querySelector('tfoot'))).toBe('Total 24 –');
    expect(page.parameter('owners_table_columns')).toBe('poa.generated,goal');
    const ticked = [...document.querySelectorAll('.menu [aria-checked=true]')].map(textOf);
    expect(ticked).toEqual(['POA generated', 'Goal']);

    button(element, 'Export AE performance').click();
    await fixture.whenStable();
    const [csv] = [...document.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    expect(csv).toBe(`${EXPORT}?table=owners&columns=poa.generated&columns=goal&sort=-deals.arr&format=csv`);

    button(element, 'Columns of AE performance').click();
    await fixture.whenStable();
    item('Standard columns').click();
    await fixture.whenStable();
    expect(heads(element)).toHaveLength(4);
    expect(page.parameter('owners_table_columns')).toBeNull();
  });

  it('have their part of a head in two rows', async () => {
    const labels = ['Delayed, deals', 'Delayed, value', 'Next 14 days, deals', 'Next 14 days, value'];
    const columns = labels.map((label, at) => ({
      id: `c${at}`,
      label,
      unit: 'count' as const,
      metric: null,
    }));
    page.replace({ board_table_columns: 'c3,c0,c1,shoe_size' });
    const { element } = await shown(table({ columns }), { name: 'board', grouped: true });
    const groups = [...element.querySelectorAll('.groups th')].slice(1);
    expect(groups.map((group) => [textOf(group), group.getAttribute('colspan')])).toEqual([
      ['Delayed', '2'],
      ['Next 14 days', '1'],
    ]);
    expect(heads(element)).toEqual(['deals', 'value', 'value']);
  });

  it('are not chosen of two, of a table without a name, or within another card', async () => {
    const { columns } = table();
    for (const [of, inputs] of [
      [table({ columns: columns.slice(0, 2) }), { file: 'owners' }],
      [table(), {}],
      [table(), { file: 'owners', bare: true }],
    ] as const)
      expect((await shown(of, inputs)).element.querySelector('app-column-menu')).toBeNull();
  });
});

describe('the search', () => {
  it.each([
    ['AE', 'Search AE'],
    ['Partner', 'Search partner'],
  ])('says what is searched within a sentence: %s', async (rowHeading, said) => {
    const { element } = await shown(many(20), { rowHeading });
    expect(element.querySelector('input')?.placeholder).toBe(said);
  });

  it('is there for long tables only', async () => {
    expect((await shown()).element.querySelector('input')).toBeNull();
    expect((await shown(many(13))).element.querySelector('input')).not.toBeNull();
  });

  it('narrows the rows; the total stays that of all', async () => {
    const { element, bodyRows, search } = await shown(many(20));
    await search('person 2');
    expect(bodyRows()).toHaveLength(2);
    expect(textOf(element.querySelector('tfoot'))).toContain('Total of all 20 24');
    await search('nobody');
    expect(textOf(element)).toContain('Nothing matches “nobody”.');
  });
});

describe('the keyboard', () => {
  it('is one tab stop and moves between cells', async () => {
    const { element, press, cell } = await shown();
    expect(element.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1);
    button(element, 'AE').focus();
    await press('ArrowDown');
    await press('ArrowRight');
    await press('ArrowRight');
    expect(document.activeElement).toBe(cell(1, 2));
    expect(cell(1, 2)?.tabIndex).toBe(0);
    expect(element.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1);
    await press('End');
    expect(document.activeElement).toBe(cell(1, 4));
    await press('End', true);
    expect(document.activeElement).toBe(cell(6, 4));
  });
});

describe('a table of thousands', () => {
  it('renders only visible rows and announces the total', async () => {
    const { element } = await shown(many(5000));
    expect(element.querySelectorAll('tbody tr').length).toBeLessThan(80);
    expect(element.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('5002');
  });

  it('has every row on paper', async () => {
    const { element } = await shown(many(5000));
    window.dispatchEvent(new Event('beforeprint'));
    expect(element.querySelectorAll('tbody tr')).toHaveLength(5000);
    window.dispatchEvent(new Event('afterprint'));
    expect(element.querySelectorAll('tbody tr').length).toBeLessThan(80);
  });

  it('moves the focus to rows that were not rendered', async () => {
    const { element, cell, press } = await shown(many(5000));
    button(element, 'AE').focus();
    for (let times = 0; times < 12; times += 1) await press('PageDown');
    expect(document.activeElement).toBe(cell(120, 0));
    expect(textOf(cell(120, 0))).toBe('Person 120');
    expect(cell(120, 0)?.closest('tr')?.getAttribute('aria-rowindex')).toBe('121');
  });
});

describe('the height of a table', () => {
  const heightOf = async (rows: number) => {
    const { element } = await shown(many(rows));
    return element.querySelector<HTMLElement>('.scroller')?.style.maxHeight;
  };

  it('is that of all rows where they are few, else of whole ones', async () => {
    expect(await heightOf(12)).toBe('');
    expect(await heightOf(13)).toMatch(/px$/);
  });
});
