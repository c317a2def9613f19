import { TestBed } from '@angular/core/testing';
import type { BoardPreferences } from '@app/contracts';
import { DataChanges } from '../session/data-changes';
import { textOf } from '../testing/at';
import { boardData, savedBoard } from '../testing/board';
import { DATA, OWN, bar, clients, click, heads, opened, press, told } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

describe('a board', () => {
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
    expect(told(again)).toBe('Your unsaved changes from before are still here.');
    await click(again, 'Discard');
    expect(told(again)).toContain('Discarded');
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
    expect(bar(page)).toContain('New data waits until you put the card down.');
    await press(page, 'b', ' ');
    expect(clients(page)).toEqual([['Lumen', 'Nova'], ['Halden'], [], []]);
    expect(told(page)).toContain('New data was merged into your board');
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
});
