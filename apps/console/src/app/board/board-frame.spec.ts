import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { BoardPreferences } from '@app/contracts';
import { DataChanges } from '../session/data-changes';
import { button, textOf } from '../testing/at';
import { boardData, savedBoard } from '../testing/board';
import {
  DATA,
  DEALS,
  OWN,
  POV,
  POV_BOARD,
  bar,
  card,
  clients,
  click,
  heads,
  news,
  opened,
  press,
  said,
} from '../testing/board-page';
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

  it('moves a card by keyboard alone, says so, and undoes it', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowDown');
    expect(clients(page)[0]).toEqual(['Lumen', 'Halden']);
    await press(page, 'a', 'ArrowRight', ' ');
    expect(clients(page)).toEqual([['Lumen'], ['Orbis', 'Halden'], [], []]);
    expect(document.activeElement).toBe(card(page, 'a'));
    await vi.waitFor(() => expect(said()).toBe('Halden dropped: Next 30-60 days, 2 of 2.'));
    expect(bar(page)).toContain('1 unsaved change');
    await click(page, 'Undo');
    expect(clients(page)[0]).toEqual(['Halden', 'Lumen']);
    expect(bar(page)).not.toContain('unsaved');
    await vi.waitFor(() => expect(said()).toBe('Undone: Halden moved back to Next 14 days, 1 of 2.'));
    await click(page, 'Redo');
    await vi.waitFor(() => expect(said()).toBe('Redone: Halden moved to Next 30-60 days, 2 of 2.'));
    expect(clients(page)[1]).toEqual(['Orbis', 'Halden']);
  });

  it('puts a lifted card back with Escape', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowRight', 'Escape');
    expect(clients(page)[0]).toEqual(['Halden', 'Lumen']);
    expect(button(page.element, 'Undo').disabled).toBe(true);
  });

  it('goes from card to card with the arrows, one of which Tab reaches', async () => {
    const page = await opened();
    const stops = () => page.element.querySelectorAll('.client[tabindex="0"]');
    expect([...stops()].map(textOf)).toEqual(['Halden']);
    await press(page, 'a', 'ArrowDown');
    expect(document.activeElement).toBe(card(page, 'b'));
    await press(page, 'b', 'ArrowRight');
    expect(document.activeElement).toBe(card(page, 'c'));
    expect([...stops()].map(textOf)).toEqual(['Orbis']);
  });

  it('weighs a deal otherwise, and all totals follow', async () => {
    const page = await opened();
    await click(page, '50%');
    expect(heads(page)[0]).toContain('$146K projected of $216K');
    expect(bar(page)).toContain('$176K projected');
  });

  it('saves what is shown with the revision it began with', async () => {
    const page = await opened();
    await press(page, 'b', ' ', 'ArrowUp', ' ');
    await click(page, 'Save');
    const { request } = await page.request(OWN);
    expect(request.method).toBe('PUT');
    expect(request.headers.get('If-Match')).toBe('"3"');
    const { preferences } = request.body as BoardPreferences;
    expect(preferences.next_14_days?.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('keeps what is unsaved for the next visit, of this person alone', async () => {
    await press(await opened(), 'a', ' ', 'ArrowRight', ' ');
    TestBed.resetTestingModule();
    const again = await opened();
    expect(clients(again)[1]).toEqual(['Halden', 'Orbis']);
    expect(textOf(again.element)).toContain('Your unsaved changes from before are still here.');
    await click(again, 'Discard');
    expect(news(again)).toBe('');
    expect(clients(again)[0]).toEqual(['Halden', 'Lumen']);
    TestBed.resetTestingModule();
    expect(bar(await opened())).not.toContain('unsaved');
  });

  it('merges newer data into what is unsaved, but not while a card is held', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowRight', ' ');
    await press(page, 'b', ' ');
    TestBed.inject(DataChanges).show();
    const newer = boardData(
      [
        ['b', 'Lumen', 'B Legals', 96_000],
        ['a', 'Halden', 'C Proposal sent', 130_000],
        ['c', 'Orbis', 'A Closed', 40_000],
        ['n', 'Nova', 'B Legals', 5_000],
      ],
      { revision: 58 },
    );
    (await page.request(DATA)).flush(newer);
    await page.settle();
    expect(clients(page)).toEqual([['Lumen'], ['Halden', 'Orbis'], [], []]);
    expect(textOf(page.element)).toContain('New data waits until you put the card down.');
    await press(page, 'b', ' ');
    expect(clients(page)).toEqual([['Lumen', 'Nova'], ['Halden'], [], []]);
    expect(textOf(page.element)).toContain('New data was merged into your board');
    expect(heads(page)[1]).toContain('of $130K');
  });

  it('tells who saved meanwhile, and keeps mine when asked to', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowRight', ' ');
    await click(page, 'Save');
    (await page.request(OWN)).flush({ title: 'No', status: 412 }, { status: 412, statusText: 'Stale' });
    const theirs = savedBoard(
      { next_14_days: [{ id: 'b', client: 'Lumen', stage: 'B Legals', hidden: true }] },
      { revision: 4 },
    );
    (await page.request(OWN)).flush(theirs);
    await page.settle();
    expect(textOf(page.element.querySelector('app-conflict-box'))).toContain('saved somewhere else, 20 Nov');
    await click(page, 'Keep mine, drop theirs');
    const { request } = await page.request(OWN);
    expect(request.headers.get('If-Match')).toBe('"4"');
    const { preferences } = request.body as BoardPreferences;
    expect(preferences.next_30_60_days?.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('hides a deal from its menu, counts it nowhere, and lists it to be shown again', async () => {
    const page = await opened();
    await click(page, 'Move, hide: Halden');
    button(document.body, 'Hide from this board').click();
    await page.settle();
    expect(clients(page)[0]).toEqual(['Lumen']);
    expect(bar(page)).toContain('2 deals, $136K');
    expect(textOf(page.element)).toContain('1 hidden: counted nowhere on this board, but everywhere else');
    await click(page, 'Hidden 1');
    await click(page, 'Show Halden again');
    expect(clients(page)[0]).toEqual(['Halden', 'Lumen']);
  });

  it('moves a card from its menu, also to where no deal is yet', async () => {
    const page = await opened();
    await click(page, 'Move, hide: Halden');
    button(document.body, 'Delayed').click();
    await page.settle();
    expect(clients(page)).toEqual([['Lumen'], ['Orbis'], [], ['Halden']]);
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
    expect(textOf(page.element.querySelector('app-apart-panel'))).toContain('Acme closed · Camille');
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

  it('shows only deals of the chosen people, and totals of them', async () => {
    const data = {
      ...DEALS,
      deals: DEALS.deals.map((each, at) => ({ ...each, owner: at === 1 ? null : 'Zoé' })),
    };
    expect(clients(await opened({ data, url: '&owner=zoe' }))).toEqual([['Halden'], ['Orbis'], [], []]);
    TestBed.resetTestingModule();
    const page = await opened({ data, url: '&owner=' });
    expect(clients(page)[0]).toEqual(['Lumen']);
    expect(heads(page)[0]).toContain('1 deal $86.4K projected of $96K');
    expect(bar(page)).toContain('totals are theirs, goals the whole view’s');
    await click(page, 'Move, hide: Lumen');
    button(document.body, 'Hide from this board').click();
    await page.settle();
    expect(bar(page)).toContain('Hidden 1');
    await page.go('/v/organic/projections?period=half:2026-H2&owner=zoe');
    await page.settle();
    expect(textOf(page.element)).not.toContain('hidden: counted nowhere');
    expect(bar(page)).not.toContain('Hidden');
  });

  it('shows the point of view to everybody, to be taken as one’s own, and changed by its owner alone', async () => {
    const page = await opened({ url: '&board=pov' });
    expect(clients(page)[3]).toEqual(['Halden']);
    expect(textOf(page.element.querySelector('app-pov-banner'))).toContain('saved 20 Nov');
    expect(textOf(page.element.querySelector('app-pov-banner'))).toContain('As told on Monday');
    expect(() => button(page.element, 'Save')).toThrow();
    await press(page, 'a', ' ', 'ArrowLeft', ' ');
    expect(clients(page)[3]).toEqual(['Halden']);
    await click(page, 'Save as mine');
    (await page.request(POV)).flush(POV_BOARD);
    await page.settle();
    const { request } = await page.request(OWN);
    expect((request.body as BoardPreferences).preferences.delayed?.map(({ id }) => id)).toEqual(['a']);
    expect(TestBed.inject(Router).url).not.toContain('board=pov');
    TestBed.resetTestingModule();
    const owner = await opened({ url: '&board=pov', mayWritePov: true });
    await press(owner, 'a', ' ', 'ArrowLeft', ' ');
    await click(owner, 'Save');
    await click(owner, 'Save for everybody');
    const saved = await owner.request(POV);
    expect(saved.request.body).toMatchObject({ note: 'As told on Monday' });
    // The note that was typed is that of what becomes of both, too.
    saved.flush({ title: 'No' }, { status: 412, statusText: 'Stale' });
    (await owner.request(POV)).flush({ ...POV_BOARD, ...savedBoard({}, { revision: 4 }), note: 'Another' });
    await owner.settle();
    await click(owner, 'Merge both and save');
    expect((await owner.request(POV)).request.body).toMatchObject({ note: 'As told on Monday' });
  });

  it('reads as a reading where somebody may not change it', async () => {
    const pov = { ...POV_BOARD, ...savedBoard() };
    const page = await opened({ url: '&board=pov', pov });
    const columns = () => [...page.element.querySelectorAll('app-board-column')].map(textOf);
    expect(columns()[0]).toContain('Probability 90% → $108K');
    expect(() => button(page.element, '90%')).toThrow();
    expect(columns()[3]).toBe('Delayed 0 deals nothing is delayed');
    await click(page, 'My board');
    expect(button(page.element, '90%').getAttribute('aria-pressed')).toBe('true');
    expect(columns()[3]).toBe('Delayed 0 deals drop here what will close later');
  });

  it('says before it resets, restores or takes over a whole board that the AE filter shows a part of it', async () => {
    const data = {
      ...DEALS,
      deals: DEALS.deals.map((each, at) => ({ ...each, owner: at === 1 ? null : 'Zoé' })),
    };
    const whole =
      'This is about the whole board, not only what the AE filter shows: 2 deals of others are part of it.';
    const page = await opened({ data, url: '&board=pov&owner=', mayWritePov: true });
    const panel = (name: string) => textOf(page.element.querySelector(`app-${name}-panel`));
    await click(page, 'More about this board');
    button(document.body, 'Reset to default…').click();
    await page.settle();
    expect(panel('reset')).toContain(whole);
    await click(page, 'Save as mine');
    page.api.expectNone(POV);
    expect(panel('take')).toContain(whole);
    await click(page, 'Keep my board');
    expect(panel('take')).toBe('');
    expect(TestBed.inject(Router).url).toContain('board=pov');
    await click(page, 'Save as mine');
    await click(page, 'Save all of it as mine');
    (await page.request(POV)).flush(POV_BOARD);
    await page.settle();
    const { request } = await page.request(OWN);
    expect((request.body as BoardPreferences).preferences.delayed?.map(({ id }) => id)).toEqual(['a']);
    TestBed.resetTestingModule();
    const all = await opened({ data });
    await click(all, 'More about this board');
    button(document.body, 'Reset to default…').click();
    await all.settle();
    expect(textOf(all.element.querySelector('app-reset-panel'))).not.toContain('whole board');
  });

  it('compares two boards deal by deal, and takes one or all of the other into the draft', async () => {
    const page = await opened({ url: '&board=duel' });
    const duel = () => textOf(page.element.querySelector('app-duel'));
    expect(duel()).toContain('In other columns: 1 deal, $108,000 expected at another time');
    expect(duel()).toContain('Weighed otherwise: 1 deal, +$48,000');
    const rows = () => [...page.element.querySelectorAll('app-duel [role="row"]')];
    const cells = rows().map((row) =>
      [...row.children].map((cell) => {
        cell.querySelectorAll('[aria-hidden]').forEach((label) => label.remove());
        return textOf(cell);
      }),
    );
    expect(cells).toEqual([
      ['Deal', 'My board', 'Asher POV', 'In dispute', 'Difference My board less Asher POV', 'Take over'],
      [
        'Halden Camille · $120K',
        'Next 14 days · 90% → $108K',
        'Delayed · 50% → $60K',
        '$108,000',
        '+$48,000',
        'Accept',
      ],
    ]);
    // What differs catches the eye, not the row.
    expect([...page.element.querySelectorAll('app-duel .other')].map(textOf)).toEqual([
      'Next 14 days',
      '90%',
      'Delayed',
      '50%',
    ]);
    await click(page, 'Accept Halden into my board');
    expect(duel()).toContain('My board and Asher POV say the same of every deal: both come to $176,400.');
    expect(duel()).not.toContain('In other columns');
    expect(bar(page)).toContain('1 unsaved change');
    await click(page, 'Undo');
    expect(duel()).toContain('1 deal in dispute');
  });

  it('is saved as a file against another board, too', async () => {
    const page = await opened({ url: '&board=duel&duel=pov-default' });
    await click(page, 'Export or print the boards against each other');
    button(document.body, /^Excel/).click();
    const { request } = await page.request('/api/views/organic/boards/duel/export');
    expect(request.params.get('format')).toBe('xlsx');
    expect(request.body).toMatchObject({
      left: { delayed: [{ id: 'a', probability: 50 }] },
      right: { next_14_days: [{ id: 'a', probability: 90 }, { id: 'b' }], next_30_60_days: [{ id: 'c' }] },
      left_name: 'Asher POV',
      right_name: 'Default board',
    });
  });

  it('is saved as a file as it is shown, or one column of it, of the people that are shown', async () => {
    const handed = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file');
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const page = await opened({ url: '&owner=camille' });
    await click(page, 'Export or print Next 14 days');
    button(document.body, /^CSV/).click();
    const answer = await page.request(`${DATA}/export`);
    expect(answer.request.params.get('format')).toBe('csv');
    expect(answer.request.body).toMatchObject({ column: 'next_14_days', owner: ['camille'] });
    const file = new Blob(['Client']);
    answer.flush(file, { headers: { 'Content-Disposition': 'attachment; filename="board.csv"' } });
    await page.settle();
    expect(handed).toHaveBeenCalledWith(file);
    expect(saved).toEqual(['board.csv']);
    vi.restoreAllMocks();
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
});
