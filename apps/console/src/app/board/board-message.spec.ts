import type { BoardPreferences } from '@app/contracts';
import { button, textOf } from '../testing/at';
import { savedBoard } from '../testing/board';
import { OWN, bar, click, opened, press, said, told } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

type Page = Awaited<ReturnType<typeof opened>>;
const focused = () => document.activeElement?.getAttribute('aria-label') ?? textOf(document.activeElement);
const clickFocused = async (page: Page, name: string | RegExp) => {
  button(page.element, name).focus();
  await click(page, name);
};
const answer = async (page: Page) => {
  const put = await page.request(OWN);
  put.flush({
    ...(put.request.body as BoardPreferences),
    revision: 4,
    updated_at: '2026-11-28T03:00:00.000Z',
  });
  await page.settle();
};

describe('what was done last', () => {
  it('has its place always, and the buttons theirs', async () => {
    const page = await opened();
    const names = () =>
      [...page.element.querySelectorAll('app-board-bar .tools button')].map(
        (each) => each.getAttribute('aria-label') ?? textOf(each),
      );
    const before = names();
    expect(page.element.querySelector('app-board-said')).not.toBeNull();
    await click(page, '50%');
    await click(page, 'Move, hide: Lumen');
    button(document.body, 'Hide from this board').click();
    await page.settle();
    await click(page, 'Undo');
    expect(told(page)).toBe('Undone: Lumen shown again.');
    expect(names()).toEqual(before);
  });

  it('is no more once something else was done, and does not come back', async () => {
    const page = await opened();
    await click(page, '50%');
    await click(page, 'Undo');
    await click(page, 'Redo');
    expect(told(page)).toBe('Redone: Halden at 50%.');
    await click(page, 'Save');
    await answer(page);
    expect(told(page)).toBe('Saved');
    await press(page, 'c', ' ', 'ArrowRight', ' ');
    expect(told(page)).toBe('');
    await click(page, 'Discard');
    expect(told(page)).toBe('Discarded: 1 change. Undo brings it back.');
    await vi.waitFor(() => expect(said()).toBe('Discarded: 1 change. Undo brings it back.'));
    await click(page, 'Undo');
    expect(told(page)).toMatch(/^Undone: discarding, Orbis moved/);
  });

  it('names the reset that was undone', async () => {
    const own = savedBoard({
      delayed: ['a', 'b'].map((id) => ({ id, client: id === 'a' ? 'Halden' : 'Lumen', stage: 'B Legals' })),
    });
    const page = await opened({ own });
    await click(page, 'More about this board');
    button(document.body, 'Reset to default…').click();
    await page.settle();
    await clickFocused(page, 'Reset');
    (await page.request(OWN)).flush(null, { status: 204, statusText: 'No Content' });
    (await page.request(OWN)).flush(savedBoard({}, { revision: 4 }));
    await page.settle();
    expect(focused()).toBe('More about this board');
    await click(page, 'Undo');
    expect(told(page)).toBe('Undone: reset, 2 cards are back where they were.');
    await click(page, 'Redo');
    expect(told(page)).toBe('Redone: reset, 2 cards are changed again.');
  });
});

describe('the focus', () => {
  it('stays at the board when its button cannot be pressed any more, or goes', async () => {
    const page = await opened();
    await click(page, '50%');
    await clickFocused(page, 'Discard');
    expect(focused()).toBe('More about this board');
    await clickFocused(page, 'Undo');
    expect(focused()).toBe('Undo');
    await clickFocused(page, 'Undo');
    expect(focused()).toBe('More about this board');
    await click(page, 'More about this board');
    button(document.body, 'Versions…').click();
    await page.settle();
    await clickFocused(page, 'Close');
    expect(focused()).toBe('More about this board');
  });

  it('goes from an accepted deal to the next one, and it is told what became of it', async () => {
    const page = await opened();
    await click(page, '50%');
    await press(page, 'c', ' ', 'ArrowRight', ' ');
    await click(page, 'Duel');
    button(page.element, 'Accept Orbis into my board').focus();
    await click(page, 'Accept Orbis into my board');
    expect(focused()).toMatch(/^Accept Halden/);
    expect(told(page)).toMatch(/^Accepted: Orbis moved/);
    await clickFocused(page, /^Accept (all|the)/);
    expect(focused()).toBe('Duel');
    expect(told(page)).toBe('Accepted: 1 deal. Undo takes them all back.');
    expect(bar(page)).not.toContain('Undone');
  });
});
