import {
  cardOf,
  clientsOf,
  column,
  dealsOf,
  dragByFinger,
  menuOf,
  middleOf,
  openBoard,
  status,
} from './support/boards.js';
import { expect, test } from './support/journey.js';
import { tabs } from './support/screens.js';

const ADMIN = 'admin@example.com';

test.describe('Closing Projections on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('scrolls while a card is held at its edge, and puts it where it is seen', async ({
    page,
    signInAs,
  }) => {
    await signInAs(ADMIN);
    await openBoard(page);
    const before = await dealsOf(page);
    const first = column(page, 'next_14_days').locator('app-board-card').first();
    const { x, y } = await middleOf(first);
    const finger = await dragByFinger(
      page,
      first,
      [x - 20, x + 60, 340, 372].map((at) => ({ x: at, y })),
    );
    // Held still: the board scrolls on to its end, and the place of the card goes with it.
    await expect(column(page, 'delayed').locator('.cdk-drag-placeholder')).toBeInViewport();
    await finger.letGo();
    await expect
      .poll(() => dealsOf(page))
      .toEqual({
        ...before,
        next_14_days: (before.next_14_days ?? 0) - 1,
        delayed: (before.delayed ?? 0) + 1,
      });
    await page.getByRole('button', { name: 'Undo' }).tap();
    await expect.poll(() => dealsOf(page)).toEqual(before);
  });

  test('stays at the column that a card was dropped into', async ({ page, signInAs }) => {
    await signInAs(ADMIN);
    await openBoard(page);
    const [first = ''] = await clientsOf(page, 'next_14_days');
    const { x, y } = await middleOf(cardOf(page, first));
    const finger = await dragByFinger(
      page,
      cardOf(page, first),
      [x, x + 60, 340, 372].map((at) => ({ x: at, y })),
    );
    // The board scrolls on until the third column is the nearest; the second one is still under the finger at the left.
    const second = column(page, 'next_30_60_days');
    const leftOf = async () => (await second.boundingBox())?.x ?? 0;
    await expect.poll(leftOf, { intervals: [10] }).toBeLessThan(-150);
    for (const at of [80, 60, 58]) await finger.moveTo({ x: at, y });
    await expect(second.locator('.cdk-drag-placeholder')).toHaveCount(1);
    await finger.letGo();
    await expect.poll(() => clientsOf(page, 'next_30_60_days')).toContain(first);
    await expect(cardOf(page, first)).toBeInViewport({ ratio: 0.99 });
    await expect.poll(leftOf).toBeGreaterThanOrEqual(0);
    await page.getByRole('button', { name: 'Undo' }).tap();
  });

  test('shows the menu of a card whole, and of a long name each letter', async ({ page, signInAs }) => {
    await signInAs(ADMIN);
    await openBoard(page);
    const [first = ''] = await clientsOf(page, 'next_14_days');
    const opener = cardOf(page, first).getByRole('button', { name: `Move, hide: ${first}`, exact: true });
    const menu = page.getByRole('menu');
    const cut = () =>
      menu.evaluate((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return {
          beyond: Math.max(0, -top, bottom - innerHeight),
          hidden: each.scrollHeight - each.clientHeight,
        };
      });
    // Before, a key meets the page below it.
    const hasFocus = () => menu.evaluate((each) => each.contains(document.activeElement));
    for (const share of [0.3, 0.5, 0.7]) {
      await opener.evaluate((button, at) => {
        const { top } = button.getBoundingClientRect();
        window.scrollBy({ top: top - innerHeight * at, behavior: 'instant' });
      }, share);
      await opener.tap();
      await expect.poll(cut, `at ${share} of the height`).toEqual({ beyond: 0, hidden: 0 });
      await expect.poll(hasFocus).toBe(true);
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);
      // Where a finger touches it, a number of the card stands below.
      await expect(opener).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    }
    // Where the screen is too low for all of it, it ends within the screen, and is scrolled.
    await page.setViewportSize({ width: 390, height: 420 });
    await opener.tap();
    const { beyond, hidden } = await cut();
    expect([beyond, hidden > 0]).toEqual([0, true]);
    await page.getByRole('menuitem', { name: 'Open the deal' }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('menuitem', { name: 'Open the deal' })).toBeInViewport({ ratio: 0.99 });
    await page.keyboard.press('Escape');

    const who = cardOf(page, first).locator('.who');
    const beyondLine = await who.evaluate((name) => {
      name.textContent = 'Pierre-Alexandre de Montgolfier-Lefebvre d’Ormesson';
      return name.scrollWidth - name.clientWidth;
    });
    expect(beyondLine).toBe(0);
  });

  test('puts a dragged card back where a finger gives it up', async ({ page, signInAs }) => {
    await signInAs(ADMIN);
    await openBoard(page);
    const before = await clientsOf(page, 'next_14_days');
    const card = cardOf(page, before[0] ?? '');
    const { x, y } = await middleOf(card);
    const zone = page.getByText('Drop here to put it back');
    await expect(zone).toHaveCount(0);
    const finger = await dragByFinger(page, card, [{ x: x - 40, y: y + 60 }]);
    await expect(zone).toBeVisible();
    const { x: left, y: top } = await middleOf(zone);
    await finger.moveTo({ x: left, y: top });
    await expect(zone).toHaveClass(/over/);
    await finger.letGo();
    await expect(zone).toHaveCount(0);
    await expect(page.locator('.cdk-live-announcer-element')).toContainText(`${before[0] ?? ''} put back`);
    expect(await clientsOf(page, 'next_14_days')).toEqual(before);
    await expect(status(page)).toHaveCount(0);
  });

  test('says what it did above the pages at the lower edge, and keeps no room for it above', async ({
    page,
    signInAs,
  }) => {
    await signInAs(ADMIN);
    await tabs(page).getByRole('link', { name: 'Meetings generation' }).click();
    const card = column(page, 'intro').locator('app-board-card').first();
    const { x, y } = await middleOf(card);
    const before = await clientsOf(page, 'intro');
    const [first = ''] = before;
    const state = page.locator('app-board-bar .state');
    expect((await state.boundingBox())?.height).toBe(0);
    const finger = await dragByFinger(page, card, [
      { x, y },
      { x: 340, y },
      { x: 364, y },
    ]);
    await finger.letGo();
    const said = page.locator('app-board-said .said');
    await expect(said).toContainText(`${first} stays in Intro: the column is the stage`);
    await expect(said).toBeInViewport({ ratio: 0.99 });
    const { y: top = 0, height = 0 } = (await said.boundingBox()) ?? {};
    const bar = await page.locator('app-bottom-bar').boundingBox();
    expect((bar?.y ?? 0) - top - height).toBe(8);
    expect((await state.boundingBox())?.height).toBe(0);
    await said.getByRole('button', { name: 'OK' }).tap();
    await expect(said).toHaveCount(0);
    await menuOf(page, first, 'Hide from this board');
    await expect(said).toContainText(`${first} hidden.`);
    await said.getByRole('button', { name: 'Undo' }).tap();
    await expect(said).toContainText('Undone');
    expect((await clientsOf(page, 'intro')).slice(0, 3)).toEqual(before.slice(0, 3));
  });
});
