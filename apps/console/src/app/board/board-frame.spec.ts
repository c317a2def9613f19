import { TestBed } from '@angular/core/testing';
import { textOf } from '../testing/at';
import { boardData, savedBoard } from '../testing/board';
import { DATA, bar, card, clients, click, heads, opened } from '../testing/board-page';
import { CARDS_AT_ONCE } from './board-column';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

describe('a board', () => {
  it('starts in the columns of the stages, with totals, goals and a place for what is delayed', async () => {
    const page = await opened();
    expect(clients(page)).toEqual([['Halden', 'Lumen'], ['Orbis'], [], []]);
    expect(heads(page)).toEqual([
      'Next 14 days 2 deals $194K projected of $216K by default: legals goal $250K · 78%',
      'Next 30-60 days 1 deal $30K projected of $40K by default: proposal sent',
      'Next 60-90 days 0 deals $0 projected of $0 by default: POA booked',
      'Delayed 0 deals',
    ]);
    expect(bar(page)).toContain('3 deals, $256K · $224K projected');
  });

  it('draws the first cards of a very long column, and more when they are wanted', async () => {
    TestBed.overrideProvider(CARDS_AT_ONCE, { useValue: 1 });
    const page = await opened();
    expect(heads(page)[0]).toContain('2 deals');
    expect(clients(page)[0]).toEqual(['Halden']);
    await click(page, 'Show 1 more');
    expect(clients(page)[0]).toEqual(['Halden', 'Lumen']);
    expect(textOf(page.element)).not.toContain('1 more');
  });

  it('draws what fills the screen first, then the rest of a long column, and a card that is looked for at once', async () => {
    const many = Array.from(
      { length: 90 },
      (_, at) => [`d${at}`, `Client ${at}`, 'B Legals', 9000 - at] as const,
    );
    const page = await opened({ data: boardData(many), url: '&card=organic%2Fd80' });
    expect(card(page, 'd80').closest('li')?.classList.contains('found')).toBe(true);
    await vi.waitFor(async () => {
      await page.settle();
      expect(clients(page)[0]).toHaveLength(90);
    });
  });

  it('says since when it is as it is, until something is changed', async () => {
    const page = await opened();
    expect(bar(page)).toContain('As the sheet has it: nothing was moved yet');
    TestBed.resetTestingModule();
    const own = savedBoard({ next_14_days: [{ id: 'a', client: 'Halden', stage: 'B Legals' }] });
    const saved = await opened({ own });
    expect(bar(saved)).toContain('Saved 20 Nov 2026, 11:00');
    await click(saved, '50%');
    expect(bar(saved)).toContain('1 unsaved change');
    expect(bar(saved)).not.toContain('Saved 20 Nov');
  });

  it('weighs a deal otherwise, and all totals follow', async () => {
    const page = await opened();
    await click(page, '50%');
    expect(heads(page)[0]).toContain('$146K projected of $216K');
    expect(bar(page)).toContain('$176K projected');
  });

  it('lists saved deals that are not there any more, with what became of them', async () => {
    const own = savedBoard({
      next_14_days: [
        { id: 'won', client: 'Acme', stage: 'B Legals', pipeline: 9000 },
        { id: 'a', client: 'Halden', stage: 'B Legals' },
      ],
    });
    const page = await opened({ own });
    const lookup = await page.request(`${DATA}/lookup`);
    expect(lookup.request.body).toEqual({ deals: [{ id: 'won', client: 'Acme' }] });
    const won = boardData([['won', 'Acme', 'A Closed', 9000]]);
    lookup.flush({ view_id: 'organic', revision: 57, as_of: '2026-11-22', deals: won.deals });
    await page.settle();
    await click(page, '1 saved deal is not on the board any more');
    expect(textOf(page.element.querySelector('app-apart-panel'))).toContain('Acme Camille · closed');
    await page.go('/v/organic/projections?period=half:2026-H2&owner=zoe');
    await page.settle();
    expect(textOf(page.element)).not.toContain('not on the board any more');
    await page.go('/v/organic/projections?period=half:2026-H2');
    await page.settle();
    await click(page, 'Remove Acme from my board');
    expect(textOf(page.element)).not.toContain('not on the board any more');
    expect(bar(page)).toContain('1 unsaved change');
  });

  it('marks what came since the board was saved', async () => {
    const saved = [
      { id: 'a', client: 'Halden', stage: 'B Legals' },
      { id: 'b', client: 'Lumen', stage: 'B Legals' },
    ];
    const page = await opened({ own: savedBoard({ next_14_days: saved }) });
    const marked = [...page.element.querySelectorAll('app-board-card:has(.tag)')].map((each) =>
      textOf(each.querySelector('.client')),
    );
    expect(marked).toEqual(['Orbis']);
  });

  it('says once that most deals came since the board was saved, instead of marking each', async () => {
    const own = savedBoard({ next_14_days: [{ id: 'a', client: 'Halden', stage: 'B Legals' }] });
    const page = await opened({ own });
    expect(textOf(page.element.querySelector('.note'))).toBe('2 deals are new since this board was saved');
    expect(page.element.querySelector('app-board-card .tag')).toBeNull();
  });
});
