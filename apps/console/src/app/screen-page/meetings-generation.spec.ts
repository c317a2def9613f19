import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { number } from '../testing/answers';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { boardData, savedBoard } from '../testing/board';
import { generationScreen } from '../testing/generation-screen';
import { relevanceParts } from '../own-blocks/relevance-parts';
import { ScreenPage } from './screen.page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

const ADDRESS = '/v/organic/meetings-generation?period=half:2026-H2';
const SCREEN = '/api/views/organic/screens/meetings-generation';
const RECORDS = '/api/views/organic/analytics/records';

async function opened(url = ADDRESS, answer = generationScreen()): Promise<OpenedPage> {
  const page = await openPage(ScreenPage, url);
  (await page.request(SCREEN)).flush(answer);
  await page.settle();
  return page;
}

const requests = ({ api }: OpenedPage) =>
  api.match(({ url, params }) => url === RECORDS && params.get('metric') === 'meetings.total');

const address = () => TestBed.inject(Router).url;

describe('the page Meetings generation', () => {
  it('begins with all meetings, then every source group, also those without any', async () => {
    const cards = [...(await opened()).element.querySelectorAll('app-number-card')].map(textOf);
    expect(cards).toHaveLength(9);
    expect(cards[0]).toContain('Meetings 20 of 40 · 50% , pace 79% Behind');
    expect(cards[0]).toContain('of 40 · 50%');
    expect(cards[1]).toMatch(/^Inbound 12 .* At risk/);
    expect(cards[8]).toBe('Other 0');
  });

  it('draws a part of the stack for every source group, and the total over it', async () => {
    const { element } = await opened();
    const legend = [...element.querySelectorAll('app-chart-legend button')].map(textOf);
    expect(legend).toEqual(['Inbound', 'Event', 'Unassigned']);
  });

  it('shows the shares of the sources, and opens one of them', async () => {
    const page = await opened();
    const rows = [...page.element.querySelectorAll<HTMLElement>('app-share-bars .row')];
    expect(textOf(rows.at(-1) ?? null)).toBe('Total 100% 20');
    rows[0]?.click();
    await page.settle();
    expect(address()).toContain('explain=meetings.total&only=source_group:inbound');
  });

  it('shows how many meetings are relevant, and how the others were assessed', async () => {
    const page = await opened();
    const card = page.element.querySelector('app-relevance-card');
    expect(textOf(card)).toBe(
      'Relevance 55% of all meetings are relevant +5 pts on H1 to 25 May ' +
        'Relevant 11 Question mark 4 Not relevant 2 Not assessed 3',
    );
    const bar = [...(card?.querySelectorAll<HTMLElement>('.parts i') ?? [])];
    expect(bar.map(({ style }) => style.flexGrow)).toEqual(['11', '4', '2', '3']);
    button(page.element, 'Question mark 4').click();
    await page.settle();
    expect(address()).toContain('explain=meetings.question_mark');
    button(page.element, 'Not assessed 3').click();
    await page.settle();
    expect(address()).toContain('explain=meetings.total&only=relevance:');
  });

  it('hides "not assessed" where all are assessed, and says when there is no meeting', async () => {
    expect(relevanceParts({ ...generationScreen(), notes: {} })).toHaveLength(3);
    const { metrics } = generationScreen();
    const { element } = await opened(
      ADDRESS,
      generationScreen({ metrics: { ...metrics, 'relevance.rate': number(null) } }),
    );
    expect(textOf(element.querySelector('app-relevance-card'))).toBe('Relevance No meetings in this period.');
  });

  it('shows the deal pipeline: its columns are stages, in which deals are put in order', async () => {
    const page = await opened();
    await page.loaded('app-board-frame');
    (await page.request('/api/views/organic/boards/pipeline')).flush(
      boardData([
        ['a', 'Halden', 'E Intro attended', 120_000],
        ['b', 'Lumen', 'F Inbox', 40_000],
        ['c', 'Orbis', 'B Legals', 75_000],
      ]),
    );
    (await page.request('/api/views/organic/preferences/pipeline')).flush(savedBoard());
    await page.settle();
    expect([...page.element.querySelectorAll('app-board-column header')].map(textOf)).toEqual([
      'Intro 2 deals $160K',
      'POA booked 0 deals $0',
      'Proposal sent 0 deals $0',
      'Legal 1 deal $75K',
    ]);
    const press = async (key: string) => {
      const card = page.element.querySelector('[data-card="organic/a"]');
      card?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await page.settle();
    };
    for (const key of [' ', 'ArrowRight', 'ArrowDown', ' ']) await press(key);
    const clients = [...page.element.querySelectorAll('app-board-card .client')].map(textOf);
    expect(clients).toEqual(['Lumen', 'Halden', 'Orbis']);
    expect(page.element.querySelector('app-board-card .segments')).toBeNull();
  });

  it('lists the meetings, narrowed by the address to a BDR, a source, a relevance and a stage', async () => {
    const page = await opened(
      `${ADDRESS}&meetings_bdr=nora&meetings_source_group=event&meetings_relevance=&meetings_stage=B%20Legals`,
    );
    const params = requests(page)[0]?.request.params;
    expect(['bdr', 'source_group', 'relevance', 'stage', 'sort'].map((name) => params?.get(name))).toEqual([
      'nora',
      'event',
      '',
      'B Legals',
      '-discovery_date',
    ]);
    const names = [...page.element.querySelectorAll('app-metric-records select')].map((select) =>
      textOf(select.querySelector('option')),
    );
    expect(names).toEqual(['BDR: any', 'Source: any', 'Relevance: any', 'Stage: any']);
  });

  it('opens and exports the meetings as they are listed: narrowed, and sorted by the reader', async () => {
    const page = await opened(`${ADDRESS}&meetings_bdr=nora&meetings_relevance=&meetings_sort=client`);
    requests(page)[0]?.flush({ items: [], next_cursor: null, total: 21 });
    await page.settle();
    const list = page.element.querySelector('app-metric-records') ?? page.element;
    button(list, /^Export /).click();
    await page.settle();
    const file = document.querySelector('a[download]')?.getAttribute('href');
    expect(file).toContain('bdr=nora&relevance=&sort=client&columns=client&columns=discovery_date');
    button(list, /^All 21 deals/).click();
    await page.settle();
    expect(address()).toContain('explain=meetings.total&only=bdr:nora&only=relevance:&sort=client');
  });

  it('ignores a filter that is not an option, such as a BDR of another period', async () => {
    const page = await opened(`${ADDRESS}&meetings_bdr=somebody-else`);
    expect(requests(page)[0]?.request.params.has('bdr')).toBe(false);
  });

  it('measures BDRs by their goal, without a bar where they have none', async () => {
    const { element } = await opened();
    const table = element.querySelector('app-metric-table.card');
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
    expect(rows.map(textOf)).toEqual(['nora 14 9 64% 36 39%', 'Unassigned 6 2 33% – –']);
    const bars = rows.map((row) => row.querySelector<HTMLElement>('.bar i')?.style.width.slice(0, 5) ?? null);
    expect(bars).toEqual(['38.88', null]);
  });

  it('keeps the order of the BDRs in the address', async () => {
    const page = await opened();
    button(page.element.querySelector('app-metric-table.card') ?? page.element, 'goal').click();
    await page.settle();
    expect(address()).toContain('sort_by=-goal');
  });
});
