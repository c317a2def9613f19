import type { Page } from '@playwright/test';
import {
  openBoard,
  another,
  column,
  status,
  said,
  save,
  savedOf,
  signOut,
  cardOf,
  clientsOf,
  menuOf,
  middleOf,
  resetBoard,
} from './support/boards.js';
import { expect, signIn, test } from './support/journey.js';

const ADMIN = 'admin@example.com';
const DEMO = 'demo@example.com';

test.describe('what is unsaved on Closing Projections', () => {
  test.beforeEach(async ({ page, signInAs }) => {
    await signInAs(ADMIN);
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
    // So it does where the card is taken away from the board: no column that it crossed gets it.
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 12, from.y + 12, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.move(to.x, 20, { steps: 8 });
    await page.mouse.up();
    await expect(page.locator('.cdk-drag-preview')).toHaveCount(0);
    expect(await clientsOf(page, 'next_14_days')).toEqual(before);
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

  test('survives a reload before it is saved, another person, and is saved', async ({ page }) => {
    const [first = ''] = await clientsOf(page, 'next_14_days');
    await menuOf(page, first, 'Delayed');
    await page.reload();
    await expect(said(page, 'Your unsaved changes from before are still here.')).toBeVisible();
    expect(await clientsOf(page, 'delayed')).toEqual([first]);

    await signOut(page);
    await signIn(page, DEMO);
    await openBoard(page);
    expect(await clientsOf(page, 'delayed')).toEqual([]);
    await signOut(page);
    await signIn(page, ADMIN);
    await openBoard(page);
    expect(await clientsOf(page, 'delayed')).toEqual([first]);
    await save(page);
    const { preferences } = await savedOf(page);
    expect(preferences.delayed?.map(({ client }) => client)).toEqual([first]);
    await page.reload();
    await expect.poll(() => clientsOf(page, 'delayed')).toEqual([first]);
    await expect(status(page)).toHaveCount(0);
  });

  test('tells of a save from another browser, and merges both', async ({ page, browser, baseURL }) => {
    const other = await another(browser, baseURL, ADMIN, page.url());
    const [first = '', second = ''] = await clientsOf(page, 'next_14_days');
    await menuOf(other, second, 'Delayed');
    await save(other);
    await menuOf(page, first, 'Next 60-90 days');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('This board was saved somewhere else');
    expect((await savedOf(page)).preferences.next_60_90_days?.map(({ client }) => client)).not.toContain(
      first,
    );
    await page.getByRole('button', { name: 'Merge both and save' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(status(page)).toHaveCount(0);
    const { preferences } = await savedOf(page);
    expect(preferences.delayed?.map(({ client }) => client)).toEqual([second]);
    expect(preferences.next_60_90_days?.map(({ client }) => client)).toContain(first);
    expect(await clientsOf(page, 'delayed')).toEqual([second]);
    await other.context().close();
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
