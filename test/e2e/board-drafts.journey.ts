import type { Page } from '@playwright/test';
import {
  openBoard,
  column,
  status,
  cardOf,
  clientsOf,
  menuOf,
  middleOf,
  resetBoard,
} from './support/boards.js';
import { expect, test } from './support/journey.js';

test.describe('what is unsaved on Closing Projections', () => {
  test.beforeEach(async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    await openBoard(page);
    await resetBoard(page);
  });

  test.afterEach(({ page }) => resetBoard(page));

  test('puts a dragged card back on Escape, and opens each number of an AE to its cards', async ({
    page,
  }) => {
    const before = await clientsOf(page, 'next_14_days');
    const from = await middleOf(cardOf(page, before[0] ?? ''));
    const to = await middleOf(column(page, 'next_30_60_days').locator('app-board-card').nth(1));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 12, from.y + 12, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await expect(page.locator('.cdk-drag-preview')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.locator('.cdk-drag-preview')).toHaveCount(0);
    await page.mouse.up();
    expect(await clientsOf(page, 'next_14_days')).toEqual(before);
    await expect(page.locator('.cdk-live-announcer-element')).toContainText(`${before[0] ?? ''} put back`);
    await expect(status(page)).toHaveCount(0);

    await menuOf(page, before[0] ?? '', 'Delayed');
    const total = page.locator('app-owner-projections tfoot button[data-link="column=delayed"]');
    await expect(total).toHaveText(['1', /\$/, /\$/]);
    await total.first().click();
    const dialog = page.getByRole('dialog', { name: 'Delayed · all AEs' });
    await expect(dialog.locator('tbody tr')).toHaveCount(1);
    await expect(dialog.locator('tfoot')).toContainText((await total.nth(1).innerText()).trim());
    await dialog.getByRole('button', { name: before[0] ?? '' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('dialog', { name: before[0] ?? '' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  test('keeps what two tabs have unsaved, and tells each of the other', async ({ page, context }) => {
    const [first = '', second = ''] = await clientsOf(page, 'next_14_days');
    const other = await context.newPage();
    await other.goto(page.url());
    await openBoard(other);
    await menuOf(page, first, 'Delayed');
    await menuOf(other, second, 'Delayed');
    const told = (tab: Page) => tab.getByText('Another tab of yours has other unsaved changes');
    await expect(told(page)).toBeVisible();
    await expect(told(other)).toBeVisible();
    await page.reload();
    await expect.poll(() => clientsOf(page, 'delayed')).toEqual([first]);
    await other.reload();
    await expect.poll(() => clientsOf(other, 'delayed')).toEqual([second]);
    await page.getByRole('button', { name: 'Take those' }).click();
    await expect.poll(() => clientsOf(page, 'delayed')).toEqual([second]);
    await expect(told(page)).toHaveCount(0);
    await expect(told(other)).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => clientsOf(page, 'delayed')).toEqual([first]);
    await other.close();
  });
});
