import { button, textOf } from '../testing/at';
import { bar, card, clients, click, opened, press, said } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

describe('a board', () => {
  it('moves a card by keyboard alone, says so, and undoes it', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowDown');
    expect(clients(page)[0]).toEqual(['Lumen', 'Halden']);
    await press(page, 'a', 'ArrowRight', ' ');
    expect(clients(page)).toEqual([['Lumen'], ['Orbis', 'Halden'], [], []]);
    expect(document.activeElement).toBe(card(page, 'a'));
    await vi.waitFor(() => expect(said()).toBe('Halden dropped: Next 30-60 days, 2 of 2.'));
    expect(bar(page)).toContain('1 unsaved change');
    await click(page, 'Undo');
    expect(clients(page)[0]).toEqual(['Halden', 'Lumen']);
    expect(bar(page)).not.toContain('unsaved');
    await vi.waitFor(() => expect(said()).toBe('Undone: Halden moved back to Next 14 days, 1 of 2.'));
    await click(page, 'Redo');
    await vi.waitFor(() => expect(said()).toBe('Redone: Halden moved to Next 30-60 days, 2 of 2.'));
    expect(clients(page)[1]).toEqual(['Orbis', 'Halden']);
  });

  it('puts a lifted card back with Escape', async () => {
    const page = await opened();
    await press(page, 'a', ' ', 'ArrowRight', 'Escape');
    expect(clients(page)[0]).toEqual(['Halden', 'Lumen']);
    expect(button(page.element, 'Undo').disabled).toBe(true);
  });

  it('goes from card to card with the arrows, one of which Tab reaches', async () => {
    const page = await opened();
    const stops = () => page.element.querySelectorAll('.client[tabindex="0"]');
    expect([...stops()].map(textOf)).toEqual(['Halden']);
    await press(page, 'a', 'ArrowDown');
    expect(document.activeElement).toBe(card(page, 'b'));
    await press(page, 'b', 'ArrowRight');
    expect(document.activeElement).toBe(card(page, 'c'));
    expect([...stops()].map(textOf)).toEqual(['Orbis']);
  });

  it('moves a card from its menu, also to where no deal is yet', async () => {
    const page = await opened();
    await click(page, 'Move, hide: Halden');
    button(document.body, 'Delayed').click();
    await page.settle();
    expect(clients(page)).toEqual([['Lumen'], ['Orbis'], [], ['Halden']]);
  });

  it('hides a deal from its menu, counts it nowhere, and lists it to be shown again', async () => {
    const page = await opened();
    await click(page, 'Move, hide: Halden');
    button(document.body, 'Hide from this board').click();
    await page.settle();
    expect(clients(page)[0]).toEqual(['Lumen']);
    expect(bar(page)).toContain('2 deals, $136K');
    expect(textOf(page.element)).toContain('1 hidden: counted nowhere on this board, but everywhere else');
    await click(page, 'Hidden 1');
    await click(page, 'Show Halden again');
    expect(clients(page)[0]).toEqual(['Halden', 'Lumen']);
  });
});
