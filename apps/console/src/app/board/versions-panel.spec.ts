import type { BoardVersion } from '@app/contracts';
import { button, textOf } from '../testing/at';
import { savedBoard } from '../testing/board';
import { OWN, click, opened } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

const NOTHING = { moved: 0, hidden: 0, shown: 0, weighed: 0, added: 0, removed: 0 };

const version = (revision: number, change: Partial<BoardVersion> = {}): BoardVersion => ({
  id: `v${revision}`,
  revision,
  kind: 'save',
  saved_at: `2026-11-2${revision}T09:00:00.000Z`,
  saved_by: 'zoe@example.com',
  note: null,
  deals: 43,
  hidden: 1,
  projected: 224_000,
  changes: NOTHING,
  restored_version: null,
  ...change,
});

it('tells versions apart by what each changed, and marks the current one', async () => {
  const page = await opened({ own: savedBoard({ delayed: [{ id: 'a', client: 'Halden' }] }) });
  await click(page, 'More about this board');
  button(document.body, 'Versions…').click();
  const items = [
    version(6, { changes: { ...NOTHING, moved: 3, hidden: 1, weighed: 2 } }),
    version(5, { kind: 'restore', restored_version: 'v1' }),
    version(4, { kind: 'reset', deals: 0, hidden: 0, projected: null, changes: { ...NOTHING, removed: 43 } }),
    version(3, { changes: { ...NOTHING, shown: 1, added: 2, removed: 1 } }),
    version(1, { changes: null, projected: null }),
  ];
  (await page.request(`${OWN}/versions`)).flush({ items, total: 5, next_cursor: null });
  await page.settle();
  const lines = [...page.element.querySelectorAll('app-versions-panel li')];
  expect(lines.map(textOf)).toEqual([
    '26 Nov, 10:00 saved 3 moved, 1 hidden, probability of 2 deals · $224K projected then current',
    '25 Nov, 10:00 restored, as of 21 Nov, 10:00 nothing moved · $224K projected then Restore',
    '24 Nov, 10:00 reset to the default Restore',
    '23 Nov, 10:00 saved 1 shown again, 2 new, 1 gone · $224K projected then Restore',
    '21 Nov, 10:00 saved 43 deals, 1 hidden Restore',
  ]);
  expect(lines.map((line) => line.getAttribute('aria-current'))).toEqual(['true', null, null, null, null]);
});
