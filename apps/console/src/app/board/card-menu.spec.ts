import { TestBed } from '@angular/core/testing';
import { PageKeys } from '../ui/page-keys';
import { button, textOf } from '../testing/at';
import { card, click, clients, opened, press, said } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

const menu = () => document.querySelector<HTMLElement>('[role="menu"]');
const focused = () => textOf(document.activeElement);
const pressFocused = async (page: Awaited<ReturnType<typeof opened>>, key: string, keyCode: number) => {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }),
  );
  await page.settle();
};

describe('the menu of a card', () => {
  it('has the focus once it is open, and gives it back to the card', async () => {
    const page = await opened();
    card(page, 'b').focus();
    await press(page, 'b', 'm');
    expect(focused()).toBe('Next 14 days');
    expect(textOf(menu())).toMatch(/Open the deal Open the page of \S+$/);
    await pressFocused(page, 'ArrowDown', 40);
    expect(focused()).toBe('Next 30-60 days');
    await pressFocused(page, 'Escape', 27);
    expect(menu()).toBeNull();
    expect(document.activeElement).toBe(card(page, 'b'));
    await click(page, 'Move, hide: Lumen');
    expect(focused()).toBe('Next 14 days');
  });

  it('moves the focus on with what it does', async () => {
    const page = await opened();
    await press(page, 'b', 'm');
    button(document.body, 'Delayed').click();
    await page.settle();
    expect(clients(page)[3]).toEqual(['Lumen']);
    expect(document.activeElement).toBe(card(page, 'b'));
    await press(page, 'c', 'm');
    button(document.body, '50%').click();
    await page.settle();
    expect(document.activeElement).toBe(card(page, 'c'));
  });

  it('is not there for who only reads the board, nor are other keys that change it', async () => {
    const page = await opened({ url: '&board=pov' });
    expect(textOf(page.element.querySelector('app-board > .unseen'))).not.toMatch(/Space|menu/);
    await press(page, 'b', 'm', 'ContextMenu', ' ');
    expect(menu()).toBeNull();
    expect(said()).not.toContain('Lumen');
    const listed = () =>
      TestBed.inject(PageKeys)
        .groups()
        .flatMap(({ keys }) => keys.map(({ what }) => what));
    expect(listed()).toEqual(['From card to card', 'Open the deal']);
    await page.go('/v/organic/projections?period=half:2026-H2');
    expect(listed()).toContain('Menu of the card');
  });
});
