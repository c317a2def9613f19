import { savedBoard } from '../testing/board';
import { DEALS, bar, clients, click, opened } from '../testing/board-page';

beforeEach(() => localStorage.clear());

/** Halden and Orbis of Zoé, Lumen of nobody: all three sorted otherwise than by default. */
const DATA = {
  ...DEALS,
  deals: DEALS.deals.map((each, at) => ({ ...each, owner: at === 1 ? null : 'Zoé' })),
};
const OWN = savedBoard({
  delayed: [
    { id: 'a', client: 'Halden', stage: 'B Legals' },
    { id: 'b', client: 'Lumen', stage: 'B Legals' },
    { id: 'c', client: 'Orbis', stage: 'C Proposal sent' },
  ],
});

it('takes over the deals that the AE filter shows, says how many, and leaves the others as they were sorted', async () => {
  const page = await opened({
    data: DATA,
    own: OWN,
    url: '&board=duel&duel=mine-default&owner=zoe',
  });
  await click(page, 'Accept all 2 of Default board');
  expect(bar(page)).toContain('2 unsaved changes');
  await page.go('/v/organic/projections?period=half:2026-H2');
  await page.settle();
  expect(clients(page)).toEqual([['Halden'], ['Orbis'], [], ['Lumen']]);
});

it('stands under no numbers of a board that may not be in it', async () => {
  const own = savedBoard({ next_14_days: [{ id: 'a', client: 'Halden', stage: 'B Legals', hidden: true }] });
  const page = await opened({ own, url: '&duel=pov-default' });
  expect(bar(page)).toContain('$116K projected');
  expect(bar(page)).toContain('Hidden 1');
  await click(page, '50%');
  await click(page, 'Duel');
  const words = bar(page);
  for (const ofMine of ['projected', 'idden', 'deals,']) expect(words).not.toContain(ofMine);
  expect(words).toContain('1 unsaved change of my board');
  const names = [...page.element.querySelectorAll('app-board-bar button')].map((each) =>
    each.getAttribute('aria-label'),
  );
  expect(names).not.toContain('More about this board');
});
