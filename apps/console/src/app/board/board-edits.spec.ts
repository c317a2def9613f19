import { TestBed } from '@angular/core/testing';
import { PageKeys } from '../ui/page-keys';
import { button, textOf } from '../testing/at';
import { OWN, bar, click, news, opened, press } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

const connection = (is: 'online' | 'offline') => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(is === 'online');
  window.dispatchEvent(new Event(is));
};

describe('a step back', () => {
  it('says which card it was and what became of it, beside the board too', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowDown', ' ');
    await click(page, 'Undo');
    expect(bar(page)).toContain('Undone: Halden moved back to Next 14 days, 1 of 2.');
    await click(page, '50%');
    expect(bar(page)).not.toContain('Undone');
    await click(page, 'Undo');
    expect(bar(page)).toContain('Undone: Halden at 90%.');
    await click(page, 'Redo');
    expect(bar(page)).toContain('Redone: Halden at 50%.');
    await click(page, 'Move, hide: Lumen');
    button(document.body, 'Hide from this board').click();
    await page.settle();
    await click(page, 'Undo');
    expect(bar(page)).toContain('Undone: Lumen shown again.');
  });

  it('counts the cards where it were several', async () => {
    const page = await opened();
    await click(page, '50%');
    await press(page, 'c', ' ', 'ArrowRight', ' ');
    await click(page, 'Discard');
    await click(page, 'Undo');
    expect(bar(page)).toContain('Undone: discarding, 2 cards are back where they were.');
  });
});

describe('a save without a connection', () => {
  const noAnswer = async (page: Awaited<ReturnType<typeof opened>>) => {
    (await page.request(OWN)).error(new ProgressEvent('error'));
    await page.settle();
  };

  it('is offered again once the connection is back, and what is unsaved is there still', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowRight', ' ');
    connection('offline');
    await click(page, 'Save');
    await noAnswer(page);
    expect(textOf(page.element.querySelector('app-problem-notice'))).toContain('You are offline');
    connection('online');
    await page.settle();
    expect(page.element.querySelector('app-problem-notice')).toBeNull();
    expect(textOf(page.element)).toContain('You are back online. Your changes are still here');
    expect(bar(page)).toContain('1 unsaved change');
    connection('offline');
    await page.settle();
    expect(textOf(page.element.querySelector('app-problem-notice'))).toContain('You are offline');
    connection('online');
    await page.settle();
    await click(page, 'Save now');
    const { request } = await page.request(OWN);
    expect(request.method).toBe('PUT');
    // A server that is silent does not leave the board saving for ever.
    expect(request.timeout).toBe(30_000);
  });

  it('says that the server is away as long as the connection is not to blame', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowRight', ' ');
    await click(page, 'Save');
    await noAnswer(page);
    connection('online');
    await page.settle();
    expect(textOf(page.element.querySelector('app-problem-notice'))).toContain('cannot be reached');
    expect(news(page)).toBe('');
  });
});

it('lists its keys in the help while it is on the page', async () => {
  await opened();
  const keys = TestBed.inject(PageKeys);
  const [group] = keys.groups();
  expect(group?.heading).toBe('On the board');
  expect(group?.keys.map(({ keys: each }) => each.join(' '))).toEqual([
    '← ↑ ↓ →',
    'Enter',
    'Space',
    '← ↑ ↓ →',
    'Esc',
    'm',
    'Ctrl z',
    'Ctrl Shift z',
  ]);
  TestBed.resetTestingModule();
  expect(keys.groups()).toEqual([]);
});
