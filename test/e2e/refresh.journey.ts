import type { IngestionRunPage, View } from '@app/contracts';
import type { Locator, Page } from '@playwright/test';
import { type Answer, handsOut } from '../support/fake-google.js';
import { ask, expect, switchTo, test, viewIdOf } from './support/journey.js';

const ADDRESS = 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789/edit#gid=7';
const sheet = (clients: number): Answer => {
  const rows = Array.from({ length: clients }, (_, at) => `Client ${at + 1},Lost,2026-10-01,5`);
  return handsOut(['Client,Stage,Discovery date,Pipeline', ...rows].join('\n'));
};

const dealsOf = async (page: Page) =>
  (await ask<View>(page, `/api/views/${viewIdOf(page)}`)).data.records_count;
const panel = (page: Page) => page.locator('app-decision-panel');
const firstRun = (page: Page) => page.locator('app-run-history tbody tr').first();
const result = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
/** No tab that the keyboard reaches lies below the one that stays in sight. */
async function expectNoneBelow(page: Page, inSight: Locator) {
  const pages = page.getByRole('navigation', { name: 'Pages of this view' });
  await pages.getByRole('link', { name: 'Dashboard' }).focus();
  for (const name of ['Meetings generation', 'Meetings attended', 'Upsells & renewals', 'Deals & pipeline']) {
    await page.keyboard.press('Tab');
    const tab = pages.getByRole('link', { name });
    await expect(tab).toBeFocused();
    await expect(tab).toBeInViewport({ ratio: 1 });
    const right = async () => ((at) => (at ? at.x + at.width : Infinity))(await tab.boundingBox());
    await expect.poll(right).toBeLessThanOrEqual((await inSight.boundingBox())?.x ?? 0);
  }
}
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh now' }).click();

test.describe('a view whose sheet is fetched from its address', () => {
  test.beforeEach(async ({ page, signInAs, google }) => {
    await signInAs('admin@example.com');
    await switchTo(page, 'Market');
    await page.getByRole('link', { name: /open the data page/ }).click();
    const state = page.locator('app-state-card');
    await state.getByRole('button', { name: 'Set its address' }).click();
    await state.getByLabel('Address of the sheet').fill(ADDRESS);
    await state.getByRole('button', { name: 'Save the address' }).click();
    google.answer(sheet(10));
    await refresh(page);
    await expect(result(page, /^Published: 10 deals|has no changes/)).toBeVisible();
    expect(await dealsOf(page)).toBe(10);
  });

  test.afterEach(async ({ page }) => {
    const state = page.locator('app-state-card');
    await state.getByRole('button', { name: 'Change' }).click();
    await state.getByRole('button', { name: /^Forget the address/ }).click();
    await expect(state.getByRole('button', { name: 'Set its address' })).toBeVisible();
  });

  test('a refresh that loses half of the deals is held, and accepted', async ({ page, google }) => {
    google.answer(sheet(5));
    await refresh(page);
    await expect(panel(page)).toContainText('5 of the 10 deals here would be removed.');
    await expect(panel(page).getByRole('tabpanel')).toContainText('Client 10');
    expect(await dealsOf(page)).toBe(10);

    await panel(page).getByRole('button', { name: 'Publish anyway' }).click();
    await expect(result(page, 'Published: 5 deals')).toBeVisible();
    await expect(firstRun(page)).toContainText('decided by admin@example.com');
    expect(await dealsOf(page)).toBe(5);

    const removed = page.locator('app-removed-card');
    await removed.getByRole('searchbox').fill('client 10');
    await expect(removed.locator('tbody tr')).toHaveCount(1);
    await removed.getByRole('button', { name: 'Open Client 10' }).click();
    await expect(page.getByRole('dialog')).toContainText('This is how it was before.');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('a held refresh is discarded, and the data stays', async ({ page, google }) => {
    google.answer(sheet(2));
    await refresh(page);
    await expect(panel(page)).toContainText('8 of the 10 deals here would be removed.');
    const pages = page.getByRole('navigation', { name: 'Pages of this view' });
    await pages.getByRole('link', { name: 'Dashboard' }).click();
    const waiting = pages.getByRole('link', { name: /^Data ?, 1 import waits for a decision$/ });
    await expect(waiting).toBeVisible();
    const desk = page.viewportSize() ?? { width: 1440, height: 900 };
    // Here the tabs scroll; on a phone the pages are at the bottom.
    await page.setViewportSize({ width: 720, height: 844 });
    await page.reload();
    await expect(waiting).toBeInViewport({ ratio: 1 });
    await expectNoneBelow(page, waiting);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(waiting).toBeInViewport({ ratio: 1 });
    await waiting.click();
    for (const tab of [waiting, pages.getByRole('link', { name: 'Projections' })])
      await expect(tab).toBeInViewport({ ratio: 1 });
    await pages.getByRole('link', { name: 'Dashboard' }).click();
    await page.setViewportSize(desk);
    await page.getByRole('link', { name: /^Market, / }).click();
    await expect(panel(page)).toContainText('8 of the 10 deals here would be removed.');
    await page.reload();
    await panel(page)
      .getByRole('button', { name: /^Discard/ })
      .click();
    await expect(result(page, 'Discarded; the data is unchanged')).toBeVisible();
    await expect(firstRun(page)).toContainText('Discarded');
    await expect(panel(page)).toHaveCount(0);
    expect(await dealsOf(page)).toBe(10);
  });

  test('an import under way is cancelled', async ({ page, google }) => {
    const asked = Promise.withResolvers<undefined>();
    // Google is asked and does not answer: the import goes on until it is cancelled.
    google.answer(() => asked.resolve(undefined));
    await refresh(page);
    await asked.promise;
    await expect(page.getByText('Fetching the sheet…')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel the import' }).click();
    await expect(result(page, 'Cancelled; the data is unchanged')).toBeVisible();
    await expect(firstRun(page)).toContainText('Cancelled');
    const { items } = await ask<IngestionRunPage>(page, `/api/views/${viewIdOf(page)}/ingestions`);
    expect(items[0]).toMatchObject({ status: 'cancelled', decided_by: 'admin@example.com' });
    expect(await dealsOf(page)).toBe(10);

    google.answer(sheet(9));
    await refresh(page);
    await expect(result(page, 'Published: 9 deals')).toBeVisible();
  });
});
