import { TestBed } from '@angular/core/testing';
import { button, textOf, type OpenedPage } from '../testing/at';
import { boardData, savedBoard } from '../testing/board';
import { DEALS, clients, click, opened } from '../testing/board-page';
import { CARDS_AT_ONCE } from './board-column';

Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** What lies on the sheets while the browser prints, and whether it is printed without the rest of the page. */
interface Sheets {
  isAlone: boolean;
  head: string[];
  tables: string[][];
  /** Repeated on each page. */
  repeated: string;
}

const lineOf = (cells: readonly string[]) => cells.join(' | ').replace(/ +/g, ' ').trim();

function sheetsOf(element: HTMLElement): Sheets {
  const paper = element.querySelector('app-paper-sheet');
  return {
    isAlone: paper?.classList.contains('printed') ?? false,
    head: [...(paper?.querySelectorAll('h2, p') ?? [])].map(textOf),
    tables: [...(paper?.querySelectorAll('table') ?? [])].map((table) =>
      [...table.rows].map((row) => lineOf([...row.cells].map(textOf))),
    ),
    repeated: document.documentElement.style.getPropertyValue('--paper-title'),
  };
}

/** A browser takes the page when its event is over: nothing is waited for. */
function printedBy(page: OpenedPage): Sheets {
  window.dispatchEvent(new Event('beforeprint'));
  const sheets = sheetsOf(page.element);
  window.dispatchEvent(new Event('afterprint'));
  return sheets;
}

async function printedFrom(page: OpenedPage, menu: string): Promise<Sheets> {
  const taken: Sheets[] = [];
  vi.spyOn(window, 'print').mockImplementation(() => void taken.push(printedBy(page)));
  await click(page, menu);
  button(document.body, /^Print/).click();
  await page.settle();
  const [sheets] = taken;
  if (!sheets) throw new Error('Nothing was printed.');
  return sheets;
}

describe('a board on paper', () => {
  it('is its columns, each with its cards and what they come to', async () => {
    const page = await opened();
    const { isAlone, head, tables, repeated } = await printedFrom(
      page,
      'Export or print Closing projections',
    );
    expect(isAlone).toBe(true);
    expect(head).toEqual(['Closing projections', 'Board of Hugo Marchand', 'Organic, now', 'open deals']);
    expect(repeated).toBe('"Closing projections · Board of Hugo Marchand · Organic, now"');
    expect(tables).toEqual([
      [
        'Columns',
        'Column | Deals | Value | Projected | Goal | Of goal',
        'Next 14 days | 2 | $216,000 | $194,400 | $250,000 | 78%',
        'Next 30-60 days | 1 | $40,000 | $30,000 | – | –',
        'Next 60-90 days | 0 | $0 | $0 | – | –',
        'Total | 3 | $256,000 | $224,400 | |',
      ],
      [
        'Next 14 days 2 deals · $194,400 projected of $216,000 · by default: legals · goal $250,000 · 78%',
        '# | Client | AE | Stage | Age | Value | Probability | Projected',
        '1 | Halden | Camille | Legals | 12 d | $120,000 | 90% | $108,000',
        '2 | Lumen | Camille | Legals | 12 d | $96,000 | 90% | $86,400',
        '| Total: 2 deals | | | | $216,000 | | $194,400',
      ],
      [
        'Next 30-60 days 1 deal · $30,000 projected of $40,000 · by default: proposal sent',
        '# | Client | AE | Stage | Age | Value | Probability | Projected',
        '1 | Orbis | Camille | Proposal sent | 12 d | $40,000 | 75% | $30,000',
        '| Total: 1 deal | | | | $40,000 | | $30,000',
      ],
      ['Next 60-90 days 0 deals · $0 projected of $0 · by default: POA booked', 'No deals here.'],
    ]);
  });

  it('is one column of it by itself, whole, however much of it is drawn', async () => {
    TestBed.overrideProvider(CARDS_AT_ONCE, { useValue: 1 });
    const page = await opened();
    expect(clients(page)[0]).toEqual(['Halden']);
    const { isAlone, head, tables } = await printedFrom(page, 'Export or print Next 14 days');
    expect(isAlone).toBe(true);
    expect(head[0]).toBe('Closing projections: Next 14 days');
    expect(tables).toHaveLength(1);
    expect(tables[0]?.slice(2, -1).map((row) => row.split(' | ')[1])).toEqual(['Halden', 'Lumen']);
  });

  it('has the first of a long column where others stand beside it, and says so; all of it by itself', async () => {
    const deals = Array.from(
      { length: 501 },
      (_, at) => [`d${at}`, `Client ${at}`, 'B Legals', 1_000] as const,
    );
    const page = await opened({ data: boardData([...deals]) });
    const [, first = []] = (await printedFrom(page, 'Export or print Closing projections')).tables;
    expect(first).toHaveLength(2 + 500 + 1);
    expect(first[0]).toContain('The first 500 of 501: the export has all of them.');
    expect(first.at(-1)).toContain('Total: 501 deals');
    const [alone = []] = (await printedFrom(page, 'Export or print Next 14 days')).tables;
    expect(alone).toHaveLength(2 + 501 + 1);
    expect(alone[0]).not.toContain('The first');
  });

  it('stands in the place of the board when the page is printed, and is gone after it', async () => {
    const page = await opened();
    await printedFrom(page, 'Export or print Next 14 days');
    const { isAlone, tables } = printedBy(page);
    expect(isAlone).toBe(false);
    expect(tables).toHaveLength(4);
    await page.settle();
    expect(sheetsOf(page.element)).toEqual({ isAlone: false, head: [], tables: [], repeated: '' });
  });

  it('says whose it is, what is unsaved, hidden or left out, and which cards are new or far too old', async () => {
    const saved = [
      { id: 'a', client: 'Halden', stage: 'B Legals' },
      { id: 'b', client: 'Lumen', stage: 'B Legals', hidden: true },
      { id: 'x', client: 'Acme', stage: 'B Legals' },
    ];
    const data = { ...DEALS, deals: DEALS.deals.map((deal) => ({ ...deal, age: 43, owner: null })) };
    const page = await opened({ own: savedBoard({ next_14_days: saved }), data, url: '&owner=' });
    const found = { view_id: 'organic', revision: 57, as_of: '2026-11-22', deals: [] };
    (await page.request('/api/views/organic/boards/projections/lookup')).flush(found);
    await page.settle();
    await click(page, '50%');
    const { head, tables } = await printedFrom(page, 'Export or print Next 30-60 days');
    const ofAll = [
      'Board of Hugo Marchand · 1 unsaved change',
      'Organic, now',
      'Only deals of AE Unassigned: totals are theirs, goals the whole view’s',
      'open deals',
    ];
    // Nothing is hidden or missing in this column.
    expect(head.slice(1)).toEqual(ofAll);
    expect((await printedFrom(page, 'Export or print Next 14 days')).head.slice(1)).toEqual([
      ...ofAll,
      '1 hidden: counted nowhere on this board, but everywhere else',
    ]);
    expect((await printedFrom(page, 'Export or print Closing projections')).head.slice(1)).toEqual([
      ...ofAll,
      '1 hidden: counted nowhere on this board, but everywhere else',
      '1 saved deal is not on the board any more',
    ]);
    expect(tables[0]?.[2]).toBe(
      '1 | Orbis (new) | No AE | Proposal sent | aging 43 d | $40,000 | 75% | $30,000',
    );
  });

  it('has the list of hidden or missing deals where that is open on the screen', async () => {
    const saved = [
      { id: 'a', client: 'Halden', stage: 'B Legals', hidden: true },
      { id: 'x', client: 'Acme', owner: 'Zoé', stage: 'B Legals', pipeline: 9000 },
    ];
    const page = await opened({ own: savedBoard({ next_14_days: saved }) });
    const found = { view_id: 'organic', revision: 57, as_of: '2026-11-22', deals: [] };
    (await page.request('/api/views/organic/boards/projections/lookup')).flush(found);
    await page.settle();
    expect(printedBy(page).tables).toHaveLength(4);
    await click(page, 'Hidden 1');
    expect(printedBy(page).tables.at(-1)).toEqual([
      'Hidden from this board They count nowhere on the board. Everywhere else they still count.',
      'Client | AE | Stage | Value',
      'Halden | Camille | Legals | $120,000',
    ]);
    await click(page, '1 saved deal is not on the board any more');
    expect(printedBy(page).tables.at(-1)).toEqual([
      'Saved deals that are not on the board Each keeps its place in case it comes back.',
      'Client | What became of it | AE | Value',
      'Acme | not in the data any more | Zoé | $9,000',
    ]);
    const { tables } = await printedFrom(page, 'Export or print Next 14 days');
    expect(tables).toHaveLength(1);
  });

  it('of Asher’s point of view says when it was saved', async () => {
    const page = await opened({ url: '&board=pov' });
    expect(printedBy(page).head[1]).toBe('Asher POV of 20 Nov 2026');
  });

  it('without a deal says so in each column', async () => {
    const { tables } = printedBy(await opened({ data: boardData([]) }));
    expect(tables[0]?.at(-1)).toBe('Total | 0 | $0 | $0 | |');
    expect(tables.slice(1).map((rows) => rows.at(-1))).toEqual(Array<string>(3).fill('No deals here.'));
  });
});

describe('a duel on paper', () => {
  it('names both boards, their difference and its causes, and lists the deals by the money in dispute', async () => {
    const page = await opened({ url: '&board=duel' });
    const { isAlone, head, tables } = await printedFrom(
      page,
      'Export or print the boards against each other',
    );
    expect(isAlone).toBe(true);
    expect(head).toEqual(['Board of Hugo Marchand against Asher POV of 20 Nov 2026', 'Organic, now']);
    expect(tables).toEqual([
      [
        'Boards',
        'Board | Projected',
        'Board of Hugo Marchand | $224,400',
        'Asher POV of 20 Nov 2026 | $176,400',
        'Difference: the first less the second | +$48,000',
      ],
      [
        'What the difference is made of',
        'Cause | Deals | Money',
        'In other columns | 1 | $108,000 expected at another time',
        'Weighed otherwise | 1 | +$48,000',
      ],
      [
        '1 deal in dispute the most money in dispute first · difference: Board of Hugo Marchand less Asher POV of 20 Nov 2026',
        '# | Client · AE | Value | Board of Hugo Marchand | Asher POV of 20 Nov 2026 | In dispute | Difference',
        '1 | Halden · Camille | $120,000 | Next 14 days · 90% → $108K | Delayed · 50% → $60K | $108,000 | +$48,000',
      ],
    ]);
  });

  it('says in words that the boards agree', async () => {
    const { tables } = printedBy(await opened({ url: '&board=duel&duel=mine-default' }));
    expect(tables).toHaveLength(2);
    expect(tables[1]).toEqual([
      '0 deals in dispute',
      'Board of Hugo Marchand and Default board say the same of every deal: both come to $224,400.',
    ]);
  });
});
