import { CdkVirtualScrollableElement } from '@angular/cdk/scrolling';
import { Component, type Type, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { DealRecord, DealRecordPage } from '@app/contracts';
import type { Question } from '../session/questions';
import { ReadNow } from '../session/read-now';
import { openPage, textOf } from '../testing/at';
import { deal } from '../testing/deals';
import type { RecordColumn } from './record-columns';
import { recordPages } from './record-pages';
import { RecordsTable } from './records-table';
import { WORDS } from '../ui/base/words';
import { termOf } from './record-terms';
import { RECORDS } from './texts';

const year = signal<string | null>(null);
const fills = signal(false);
beforeEach(() => {
  year.set(null);
  fills.set(false);
});

@Component({
  selector: 'app-list-page',
  imports: [RecordsTable],
  template:
    '<app-records-table [pages]="pages" [columns]="columns" [maxRows]="6" [year]="year()" [fills]="fills()" />',
})
class ListPage {
  protected readonly pages = recordPages(() => ({ url: '/api/records', params: { sort: 'client' } }));
  protected readonly year = year;
  protected readonly fills = fills;
  protected readonly columns: readonly RecordColumn[] = ['client', 'discovery_date', 'value'];
}

/** The list in what scrolls it, as the drawer does. */
@Component({
  imports: [CdkVirtualScrollableElement, ListPage],
  template: '<div cdkVirtualScrollingElement><app-list-page /></div>',
})
class DrawerPage {}

const deals = (from: number, to: number): DealRecord[] =>
  Array.from({ length: to - from }, (_, at) => deal({ id: `d${from + at}`, client: `Client ${from + at}` }));

/** A list of so many records, of which the first 200 are there; the others are read when it is printed. */
async function opened(total: number, canRead = true, list: Type<unknown> = ListPage) {
  const asked: Question[] = [];
  const answer = (question: Question): DealRecordPage | null => {
    asked.push(question);
    const [from, limit] = [Number(question.params.cursor), Number(question.params.limit)];
    const to = Math.min(total, from + limit);
    return canRead ? { items: deals(from, to), next_cursor: to < total ? String(to) : null, total } : null;
  };
  TestBed.configureTestingModule({ providers: [{ provide: ReadNow, useValue: { answer } }] });
  const page = await openPage(list, '/v/organic/dashboard?period=half:2026-H2');
  const first = Math.min(200, total);
  (await page.request('/api/records')).flush({
    items: deals(0, first),
    next_cursor: first < total ? String(first) : null,
    total,
  });
  await page.settle();
  return { ...page, asked };
}

function printed(element: HTMLElement) {
  window.dispatchEvent(new Event('beforeprint'));
  const paper = element.querySelector('app-paper-sheet');
  const rows = [...(paper?.querySelectorAll('tbody tr') ?? [])].map(textOf);
  const head = [...(paper?.querySelectorAll('h2, p, thead tr') ?? [])].map(textOf);
  window.dispatchEvent(new Event('afterprint'));
  return { head, rows };
}

describe('the height of a list', () => {
  /** What the page says of the room of a list: jsdom lays nothing out. */
  function roomOf(height: number): void {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(private readonly told: (entries: { contentRect: object }[]) => void) {}
        observe = (): void => this.told([{ contentRect: { width: 900, height } }]);
        disconnect = vi.fn();
      },
    );
  }
  afterEach(() => vi.unstubAllGlobals());
  const heightIn = ({ element }: { element: HTMLElement }) =>
    element.querySelector<HTMLElement>('cdk-virtual-scroll-viewport')?.style.height;

  it('is that of its card, by whole rows, where a neighbour makes that taller', async () => {
    roomOf(400);
    fills.set(true);
    expect(heightIn(await opened(80))).toBe(`${11 * 36}px`);
  });

  it('is that of all its rows, where there is room for more', async () => {
    roomOf(400);
    fills.set(true);
    expect(heightIn(await opened(9))).toBe(`${9 * 36}px`);
  });

  it('is never less than what it asks for, and no more where it does not fill', async () => {
    roomOf(60);
    fills.set(true);
    expect(heightIn(await opened(80))).toBe(`${6 * 36}px`);
    TestBed.resetTestingModule();
    roomOf(400);
    fills.set(false);
    expect(heightIn(await opened(80))).toBe(`${6 * 36}px`);
  });
});

describe('the heads of a list', () => {
  it('lead to what they mean, where it has a definition', async () => {
    const { element } = await opened(3);
    const heads = [...element.querySelectorAll('[role=columnheader]')];
    expect(heads.map((head) => head.querySelector('a')?.getAttribute('href') ?? null)).toEqual([
      null,
      '/v/organic/definitions?period=half:2026-H2&term=intro',
      '/v/organic/definitions?period=half:2026-H2&term=deal-value',
    ]);
    expect(heads[2]?.querySelector('a')?.getAttribute('aria-label')).toBe('What is “Value”?');
  });

  it('mean words that are defined', () => {
    const terms = (Object.keys(RECORDS.columns) as RecordColumn[]).flatMap((column) => termOf(column) ?? []);
    const ids = WORDS.map(({ id }) => id);
    expect(terms.length).toBeGreaterThan(10);
    expect(terms.filter((term) => !ids.includes(term))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the dates of a list', () => {
  it('have no year where the page has it, but for those who point at them', async () => {
    const { element, settle } = await opened(3);
    const date = () => element.querySelectorAll('[role=cell]')[1];
    const whole = textOf(date() ?? null);
    expect(whole).toMatch(/^\d+ \w+ \d{4}$/);
    year.set(whole.slice(-4));
    await settle();
    expect(textOf(date() ?? null)).toBe(whole.slice(0, -5));
    expect(date()?.getAttribute('title')).toBe(whole);
    year.set('1999');
    await settle();
    expect(textOf(date() ?? null)).toBe(whole);
  });
});

describe('a list of records on paper', () => {
  it('is whole, also what was not read yet, and gone after it', async () => {
    const { element, asked, settle } = await opened(450);
    const { head, rows } = printed(element);
    expect(head).toEqual(['Client Entered Value']);
    expect(rows).toHaveLength(450);
    expect(rows[449]).toMatch(/^Client 449 .* \$120,000$/);
    expect(asked.map(({ params }) => params)).toEqual([{ sort: 'client', limit: '300', cursor: '200' }]);
    await settle();
    expect(element.querySelector('app-paper-sheet')).toBeNull();
  });

  it('asks for nothing that is there', async () => {
    const { element, asked } = await opened(37);
    expect(printed(element).rows).toHaveLength(37);
    expect(asked).toEqual([]);
  });

  it('says where it ends before the list does', async () => {
    const { element } = await opened(2_345);
    const { head, rows } = printed(element);
    expect(rows).toHaveLength(500);
    expect(head[0]).toBe('The first 500 of 2,345: the export has all of them.');
  });

  it('goes further where it is what is printed, as in the drawer', async () => {
    const { element, asked } = await opened(2_345, true, DrawerPage);
    const { head, rows } = printed(element);
    expect(rows).toHaveLength(2_000);
    expect(head[0]).toBe('The first 2,000 of 2,345: the export has all of them.');
    expect(asked.map(({ params }) => params.cursor)).toEqual(['200', '700', '1200', '1700']);
  });

  it('has what is there where no more can be read, and says so', async () => {
    const { element, asked } = await opened(750, false);
    const { head, rows } = printed(element);
    expect([rows.length, asked.length]).toEqual([200, 1]);
    expect(head[0]).toBe('The first 200 of 750: the export has all of them.');
  });
});
