import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';
import { button } from '../testing/at';
import { savedBoard } from '../testing/board';
import { click, opened } from '../testing/board-page';

beforeEach(() => localStorage.clear());

it.each([
  ['', 'Board of ', ' · 1 unsaved change · ', '1 hidden: counted nowhere on this board'],
  ['&board=pov', 'Asher POV of 20 Nov', '', ''],
])(
  'says in a mail whose board it is, what is unsaved and hidden, and its total: %s',
  async (url, ...words) => {
    const own = savedBoard({
      next_14_days: [{ id: 'a', client: 'Halden', stage: 'B Legals', hidden: true }],
    });
    const page = await opened({ own, url });
    if (url === '') await click(page, '50%');
    const copy = vi.spyOn(TestBed.inject(Clipboard), 'copy').mockReturnValue(true);
    await click(page, 'Copy Closing projections for a mail');
    button(document.body, /^As text/).click();
    await vi.waitFor(() => expect(copy).toHaveBeenCalled());
    const text = copy.mock.lastCall?.[0] ?? '';
    for (const each of words) expect(text).toContain(each);
    expect(text).toMatch(url === '' ? /Total\t2\t\$136,000\t/ : /Total\t3\t\$256,000\t/);
  },
);
