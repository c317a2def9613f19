import { TestBed } from '@angular/core/testing';
import type { BoardPreferences } from '@app/contracts';
import type { OpenedPage } from '../testing/at';
import { textOf } from '../testing/at';
import { boardData, boardDeal, savedBoard } from '../testing/board';
import { DATA, DEALS, OWN, bar, clients, click, opened } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

/** Halden and Lumen were placed under other ids, Halden as a proposal; Orbis may be any of two. */
const OWN_BOARD = savedBoard({
  delayed: [
    { id: 'h', client: 'Halden', stage: 'C Proposal sent', pipeline: 90_000, owner: 'Ana', probability: 50 },
    { id: 'l', client: 'Lumen', stage: 'D POA Booked', hidden: true },
    { id: 'o', client: 'Orbis', stage: 'B Legals', probability: 75 },
  ],
});
const data = {
  ...DEALS,
  deals: [
    ...DEALS.deals,
    boardDeal({ id: 'd', client: 'Orbis', stage: 'D POA Booked', value: 7_000, owner: 'Zoé', age: 12 }),
  ],
};

async function doubtful(own = OWN_BOARD): Promise<OpenedPage> {
  const page = await opened({ data, own });
  const nothing = { view_id: 'organic', revision: 57, as_of: '2026-11-22', deals: [] };
  (await page.request(`${DATA}/lookup`)).flush(nothing);
  await page.settle();
  await click(page, /matches? to check$/);
  return page;
}

const lines = ({ element }: OpenedPage) =>
  [...element.querySelectorAll('app-doubtful-panel li')].map((line) =>
    [...line.querySelectorAll('p')].map(textOf),
  );

const saved = async (page: OpenedPage) => {
  await click(page, 'Save');
  const answer = await page.request(OWN);
  const { preferences } = answer.request.body as BoardPreferences;
  answer.flush(savedBoard(preferences, { revision: 4 }));
  await page.settle();
  return preferences;
};

describe('matches to check', () => {
  it('say what was placed and where, what it is by now, and why it was recognised', async () => {
    const page = await doubtful();
    expect(lines(page)).toEqual([
      [
        'Halden Delayed at 50% Recognised by its client alone: id and stage are others. Show it',
        'Saved Ana Proposal sent $90K',
        'Now Camille Legals $120K',
        'Yes, same deal No, another one',
      ],
      [
        'Lumen Delayed at 90%, hidden Recognised by its client alone: id and stage are others.',
        'Saved POA Booked',
        'Now Camille Legals $96K',
        'Yes, same deal No, another one',
      ],
      [
        'Orbis Delayed at 75% Its client has deals in the data, but not which one it is.',
        'Saved Legals',
        'It is Camille · Proposal sent · $40K It is Zoé · POA Booked · $7K None of them',
      ],
    ]);
    const people = [...page.element.querySelectorAll('app-doubtful-panel a')].map(textOf);
    expect(people).toEqual(['Ana', 'Camille', 'Camille']);
    const others = [...page.element.querySelectorAll('app-doubtful-panel .other')].map(textOf);
    expect(others.slice(0, 6)).toEqual(['Ana', 'Proposal sent', '$90K', 'Camille', 'Legals', '$120K']);
  });

  it('are right, one or all, which is an unsaved change that Undo takes back', async () => {
    const page = await doubtful();
    await click(page, 'Yes, Halden is the same deal');
    expect(lines(page)).toHaveLength(2);
    expect(clients(page)[3]).toEqual(['Halden']);
    expect(bar(page)).toContain('1 unsaved change');
    expect(textOf(document.activeElement)).toBe('Yes, same deal');
    await click(page, 'Undo');
    expect(bar(page)).not.toContain('unsaved');
    await click(page, 'All are right');
    expect(lines(page).map(([first]) => first)).toEqual([expect.stringContaining('Orbis')]);
    expect(bar(page)).toContain('2 unsaved changes');
  });

  it('are wrong: what was saved stays apart, and the deal goes to its default place', async () => {
    const page = await doubtful();
    await click(page, 'No, Halden is another deal');
    expect(clients(page)).toEqual([['Halden'], ['Orbis'], ['Orbis'], []]);
    await click(page, '2 saved deals are not on the board any more');
    expect(textOf(page.element.querySelector('app-apart-panel'))).toContain(
      'Halden Ana · you said that the deal of its client is another one · last known value $90K',
    );
  });

  it('are chosen among several, or none of them', async () => {
    const page = await doubtful();
    await click(page, /^Orbis is Zoé/);
    expect(clients(page)).toEqual([[], ['Orbis'], [], ['Halden', 'Orbis']]);
    await click(page, 'Undo');
    await click(page, 'Orbis is none of them');
    expect(clients(page)).toEqual([[], ['Orbis'], ['Orbis'], ['Halden']]);
    expect(lines(page)).toHaveLength(2);
  });

  it('are saved with the board, and asked about no more', async () => {
    const page = await doubtful();
    for (const name of ['Yes, Halden is the same deal', 'No, Lumen is another deal', 'Orbis is none of them'])
      await click(page, name);
    expect(textOf(page.element.querySelector('app-doubtful-panel'))).toContain('Nothing is left to check.');
    const preferences = await saved(page);
    expect(preferences.delayed?.map(({ id, match_check }) => [id, match_check?.is])).toEqual([
      ['a', 'confirmed'],
      ['l', 'refused'],
      ['o', 'refused'],
    ]);
    expect(bar(page)).not.toContain('unsaved');
    TestBed.resetTestingModule();
    const again = await opened({
      data: boardData([['n', 'Halden', 'B Legals', 120_000]]),
      own: savedBoard(preferences),
    });
    expect(clients(again)).toEqual([[], [], [], ['Halden']]);
    expect(textOf(again.element)).not.toContain('to check');
  });

  it('stay open when the board is saved without an answer', async () => {
    const page = await doubtful();
    await click(page, '50%');
    await saved(page);
    expect(lines(page)).toHaveLength(3);
  });
});
