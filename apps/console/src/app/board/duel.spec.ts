import { textOf } from '../testing/at';
import { savedBoard } from '../testing/board';
import { MIXED, bar, clients, click, opened } from '../testing/board-page';

beforeEach(() => localStorage.clear());

/** All three sorted otherwise than by default. */
const OWN = savedBoard({
  delayed: [
    { id: 'a', client: 'Halden', stage: 'B Legals' },
    { id: 'b', client: 'Lumen', stage: 'B Legals' },
    { id: 'c', client: 'Orbis', stage: 'C Proposal sent' },
  ],
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

it('takes over the deals that the filters show, says how many, and leaves the others as they were sorted', async () => {
  const page = await opened({
    data: MIXED,
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
