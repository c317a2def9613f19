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
  clients,
  click,
  news,
  opened,
  press,
  told,
} from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

describe('a save whose answer was lost', () => {
  type Page = Awaited<ReturnType<typeof opened>>;
  const box = ({ element }: Page) => element.querySelector('app-conflict-box');
  const storedBy = ({ request }: { request: { body: unknown } }): BoardPreferences => ({
    ...(request.body as BoardPreferences),
    revision: 4,
    updated_at: '2026-11-28T03:00:00.000Z',
  });
  const moveAndSave = async (page: Page) => {
    await press(page, 'a', ' ', 'ArrowRight', ' ');
    await click(page, 'Save');
    return page.request(OWN);
  };
  const refuse = async (page: Page, theirs: BoardPreferences) => {
    (await page.request(OWN)).flush({ title: 'No' }, { status: 412, statusText: 'Stale' });
    (await page.request(OWN)).flush(theirs);
    await page.settle();
  };
  const isSaved = (page: Page) => {
    expect(box(page)).toBeNull();
    expect(bar(page)).not.toContain('unsaved');
    expect(Object.values(localStorage).join('')).not.toContain('Halden');
  };

  it('is no conflict with oneself, and nothing unsaved, at the next visit', async () => {
    const own = storedBy(await moveAndSave(await opened()));
    TestBed.resetTestingModule();
    const page = await opened({ own });
    expect(clients(page)[1]).toEqual(['Halden', 'Orbis']);
    expect(told(page)).toBe('');
    isSaved(page);
  });

  it('is one where something else was changed since', async () => {
    const own = storedBy(await moveAndSave(await opened()));
    TestBed.resetTestingModule();
    const [first, ...others] = own.preferences.next_30_60_days ?? [];
    const theirs = { ...own.preferences, next_30_60_days: [{ ...first, probability: 50 }, ...others] };
    expect(box(await opened({ own: { ...own, preferences: theirs } }))).not.toBeNull();
  });

  it('is saved when it is tried again', async () => {
    const page = await opened();
    const lost = await moveAndSave(page);
    const own = storedBy(lost);
    lost.error(new ProgressEvent('error'));
    await page.settle();
    await click(page, 'Save');
    await refuse(page, own);
    const again = await page.request(OWN);
    expect(again.request.headers.get('If-Match')).toBe('"4"');
    again.flush(own);
    await page.settle();
    expect(bar(page)).toContain('Saved');
    isSaved(page);
  });

  it('ends with what ends the difference: a change, or a save', async () => {
    const page = await opened();
    const sent = await moveAndSave(page);
    const own = storedBy(sent);
    const theirs = { ...own.preferences, next_30_60_days: own.preferences.next_30_60_days?.toReversed() };
    sent.flush({ title: 'No' }, { status: 412, statusText: 'Stale' });
    (await page.request(OWN)).flush({ ...own, preferences: theirs });
    await page.settle();
    expect(box(page)).not.toBeNull();
    await press(page, 'a', ' ', 'ArrowDown', ' ');
    isSaved(page);
    await click(page, 'Undo');
    expect(bar(page)).toContain('1 unsaved change');
    await click(page, 'Save');
    await refuse(page, { ...own, preferences: {}, revision: 5 });
    expect(box(page)).not.toBeNull();
    await click(page, 'Save');
    (await page.request(OWN)).flush({ ...own, revision: 6 });
    await page.settle();
    isSaved(page);
  });
});

describe('what a board tells', () => {
  it('keeps to itself until the card in somebody’s hand is put down what would push it away', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowRight', ' ');
    await click(page, 'Save');
    await press(page, 'b', ' ');
    (await page.request(OWN)).flush({ title: 'No' }, { status: 412, statusText: 'Stale' });
    const theirs = savedBoard(
      { delayed: [{ id: 'c', client: 'Orbis', stage: 'B Legals' }] },
      { revision: 4 },
    );
    (await page.request(OWN)).flush(theirs);
    await page.settle();
    expect(page.element.querySelector('app-conflict-box')).toBeNull();
    await press(page, 'b', ' ');
    expect(page.element.querySelector('app-conflict-box')).not.toBeNull();
  });

  it('says that changes from before are there until they are saved, and then that they are', async () => {
    await press(await opened(), 'b', ' ', 'ArrowUp', ' ');
    TestBed.resetTestingModule();
    const page = await opened();
    expect(told(page)).toContain('Your unsaved changes from before');
    await click(page, 'Save');
    const put = await page.request(OWN);
    put.flush({
      ...(put.request.body as BoardPreferences),
      revision: 4,
      updated_at: '2026-11-28T03:00:00.000Z',
    });
    await page.settle();
    expect(told(page)).toBe('Saved');
    await press(page, 'a', ' ', 'ArrowUp', ' ');
    expect(bar(page)).not.toContain('Saved');
  });

  it('tells of other unsaved changes in another tab, and takes them when asked to', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowRight', ' ');
    const key = Object.keys(localStorage).find((each) => each.endsWith('.organic.projections')) ?? '';
    const [mine] = JSON.parse(localStorage.getItem(key) ?? '[]') as [Record<string, unknown>];
    const theirs = { delayed: [{ id: 'b', client: 'Lumen', stage: 'B Legals' }] };
    // The other tab continued this draft as its own, then changed it.
    localStorage.setItem(key, JSON.stringify([{ ...mine, tab: 'another', preferences: theirs }]));
    window.dispatchEvent(new StorageEvent('storage', { key }));
    await page.settle();
    expect(news(page)).toContain('Another tab of yours has other unsaved changes of this board.');
    expect(JSON.parse(localStorage.getItem(key) ?? '[]')).toHaveLength(2);
    expect(clients(page)).toEqual([['Lumen'], ['Halden', 'Orbis'], [], []]);
    await click(page, 'Take those');
    expect(clients(page)).toEqual([['Halden'], ['Orbis'], [], ['Lumen']]);
    expect(news(page)).not.toContain('Another tab');
    await click(page, 'Undo');
    expect(clients(page)[1]).toEqual(['Halden', 'Orbis']);
    await click(page, 'Keep these');
    expect(news(page)).not.toContain('Another tab');
    expect(JSON.parse(localStorage.getItem(key) ?? '[]')).toHaveLength(1);
  });

  it('applies what was unsaved before a reload to what was looked up, as the saved board', async () => {
    const own = savedBoard({ next_30_60_days: [{ id: 'won', client: 'Halden', stage: 'B Legals' }] });
    const won = boardData([['won', 'Halden', 'A Closed', 9000]]);
    const found = { view_id: 'organic', revision: 57, as_of: '2026-11-22', deals: won.deals };
    const first = await opened({ own });
    (await first.request(`${DATA}/lookup`)).flush(found);
    await first.settle();
    await press(first, 'b', ' ', 'ArrowUp', ' ');
    const before = clients(first);
    TestBed.resetTestingModule();
    const page = await opened({ own });
    (await page.request(`${DATA}/lookup`)).flush(found);
    await page.settle();
    expect(clients(page)).toEqual(before);
    expect(bar(page)).toContain('1 unsaved change');
    expect(textOf(page.element)).toContain('1 saved deal is not on the board any more');
  });

  it('applies newer data to what was saved last, as the next visit does', async () => {
    // Without its id a deal is recognised by client and stage.
    const publish = async (revision: number, id: string, stage: string) => {
      TestBed.inject(DataChanges).show();
      const deals = boardData([
        [id, 'Halden', stage, 120_000],
        ['b', 'Lumen', 'B Legals', 96_000],
        ['c', 'Orbis', 'C Proposal sent', 40_000],
      ]);
      (await page.request(DATA)).flush({ ...deals, revision });
      await page.settle();
    };
    const own = savedBoard({ delayed: [{ id: 'a', client: 'Halden', stage: 'B Legals', probability: 50 }] });
    const page = await opened({ own });
    await press(page, 'b', ' ', 'ArrowRight', ' ');
    await publish(58, 'a', 'C Proposal sent');
    await click(page, 'Save');
    const put = await page.request(OWN);
    const stored = put.request.body as BoardPreferences;
    put.flush({ ...stored, revision: 4, updated_at: '2026-11-28T03:00:00.000Z' });
    await page.settle();
    expect(stored.preferences.delayed?.[0]?.stage).toBe('C Proposal sent');
    await publish(59, 'another', 'B Legals');
    for (const lookup of page.api.match(`${DATA}/lookup`))
      lookup.flush({ view_id: 'organic', revision: 59, as_of: '2026-11-22', deals: [] });
    await page.settle();
    expect(bar(page)).not.toContain('unsaved');
    expect(textOf(page.element)).toContain('1 match to check');
  });

  it('says that newer data was merged until something is done, or still newer data waits', async () => {
    const page = await opened();
    const merge = async (revision: number) => {
      TestBed.inject(DataChanges).show();
      (await page.request(DATA)).flush({ ...DEALS, revision });
      await page.settle();
      expect(told(page)).toContain('New data was merged');
    };
    await press(page, 'a', ' ', 'ArrowRight', ' ');
    await merge(58);
    await click(page, 'Undo');
    expect(told(page)).toMatch(/^Undone/);
    await click(page, 'Redo');
    expect(told(page)).toMatch(/^Redone/);
    await merge(59);
    TestBed.inject(DataChanges).seen('organic', 59);
    await page.settle();
    expect(TestBed.inject(DataChanges).isNewer()).toBe(true);
    expect(told(page)).toBe('');
  });

  it('resets to the default, and brings the order back on undo', async () => {
    const own = savedBoard({ delayed: [{ id: 'a', client: 'Halden', stage: 'B Legals' }] });
    const page = await opened({ own });
    expect(clients(page)[3]).toEqual(['Halden']);
    await click(page, 'More about this board');
    button(document.body, 'Reset to default…').click();
    await page.settle();
    await click(page, 'Reset');
    const request = await page.request(OWN);
    expect(request.request.method).toBe('DELETE');
    request.flush(null, { status: 204, statusText: 'No Content' });
    (await page.request(OWN)).flush(savedBoard({}, { revision: 4 }));
    await page.settle();
    expect(clients(page)[0]).toEqual(['Halden', 'Lumen']);
    expect(page.element.querySelector('app-board-bar .status')).toBeNull();
    expect(told(page)).toContain('Reset, and stored.');
    await click(page, 'Undo');
    expect(clients(page)[3]).toEqual(['Halden']);
    expect(bar(page)).toContain('1 unsaved change');
    await click(page, 'Save');
    const { request: again } = await page.request(OWN);
    expect(again.headers.get('If-Match')).toBe('"4"');
    expect((again.body as BoardPreferences).preferences.delayed?.map(({ id }) => id)).toEqual(['a']);
  });

  it('puts the point of view into the draft of who has an own board, and closes what was open', async () => {
    const own = savedBoard({
      next_30_60_days: [
        { id: 'a', client: 'Halden', stage: 'B Legals', hidden: true },
        { id: 'b', client: 'Lumen', stage: 'B Legals' },
        { id: 'c', client: 'Orbis', stage: 'C Proposal sent' },
      ],
    });
    const page = await opened({ own });
    await click(page, 'Hidden 1');
    expect(page.element.querySelector('app-hidden-panel')).not.toBeNull();
    await click(page, /^Asher POV/);
    expect(page.element.querySelector('app-hidden-panel')).toBeNull();
    await click(page, 'Save as mine');
    (await page.request(POV)).flush(POV_BOARD);
    await page.settle();
    page.api.expectNone(OWN);
    expect(TestBed.inject(Router).url).not.toContain('board=pov');
    expect(clients(page)[3]).toEqual(['Halden']);
    expect(told(page)).toContain('Save keeps it');
    await click(page, 'Undo');
    expect(clients(page)).toEqual([[], ['Lumen', 'Orbis'], [], []]);
    expect(told(page)).not.toContain('Save keeps it');
  });

  it('claims nothing of saved deals before it is known what became of them', async () => {
    const own = savedBoard({
      next_14_days: [
        { id: 'won', client: 'Acme', stage: 'B Legals' },
        { id: 'away', client: 'Borea', stage: 'B Legals' },
      ],
    });
    const page = await opened({ own });
    const lookup = await page.request(`${DATA}/lookup`);
    expect(textOf(page.element)).toContain('Checking what became of saved deals');
    expect(textOf(page.element)).not.toContain('not on the board any more');
    lookup.flush({ title: 'No' }, { status: 503, statusText: 'Busy' });
    await page.settle();
    expect(textOf(page.element)).toContain('could not be looked up');
    await click(page, '2 saved deals are not on the board any more');
    const panel = () => textOf(page.element.querySelector('app-apart-panel'));
    expect(panel()).toContain('Borea could not be looked up');
    await click(page, 'Look again');
    const won = boardData([['won', 'Acme', 'A Closed', 9000]]);
    const answer = { view_id: 'organic', revision: 57, as_of: '2026-11-22', deals: won.deals };
    (await page.request(`${DATA}/lookup`)).flush(answer);
    await page.settle();
    expect(panel()).toContain('Acme Camille · closed');
    expect(panel()).toContain('Borea not in the data any more');
    page.api.expectNone(`${DATA}/lookup`);
    TestBed.inject(DataChanges).show();
    (await page.request(DATA)).flush({ ...DEALS, revision: 58 });
    await page.settle();
    const again = await page.request(`${DATA}/lookup`);
    expect(panel()).toContain('Acme Camille · closed');
    expect(textOf(page.element)).toContain('2 saved deals are not on the board any more');
    again.flush({ ...answer, revision: 58, deals: [] });
    await page.settle();
    expect(panel()).toContain('Acme not in the data any more');
    page.api.expectNone(`${DATA}/lookup`);
  });
});
