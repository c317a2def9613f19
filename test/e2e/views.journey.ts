import type { View } from '@app/contracts';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ask, expect, signIn, switchTo, test, viewIdOf } from './support/journey.js';

const HEADER = 'Client,Stage,Discovery date,Pipeline,Owner';
const SHEET = [
  HEADER,
  ...['Acme', 'Brick', 'Cobalt'].map((each) => `${each},C Proposal sent,2026-10-01,5000,Ada`),
];

const row = (page: Page, name: string) =>
  page
    .locator('app-view-list tbody tr')
    .filter({ has: page.locator('.name', { hasText: new RegExp(`^${name}$`) }) });
const archived = (page: Page) => page.locator('app-archived-views');
const openViews = async (page: Page) => {
  await page.goto('/views');
  await expect(page.getByRole('heading', { name: 'Views', exact: true })).toBeVisible();
  await expect(row(page, 'Organic')).toBeVisible();
};
/** What the API says of the deals of a view, and of their money. */
const numbersOf = async (page: Page, id: string) => {
  const view = await ask<View>(page, `/api/views/${id}`);
  const { metrics } = await ask<{ metrics: Record<string, { value: number }> }>(
    page,
    `/api/views/${id}/analytics?from=2026-07-01&to=2026-12-31&as_of=2026-11-28`,
  );
  return {
    records: view.data.records_count,
    open: metrics['pipe.active']?.value,
    meetings: metrics['meetings.total']?.value,
  };
};

test('a view is made, filled, renamed, deleted and restored, with the same numbers all along', async ({
  page,
  browser,
  product,
  signInAs,
}) => {
  await signInAs('admin@example.com');
  await openViews(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('button', { name: 'New view' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('organic');
  await form.getByRole('button', { name: 'Make the view' }).click();
  await expect(form.getByRole('alert')).toContainText('There is a view Organic already');
  expect((await new AxeBuilder({ page }).include('app-view-dialog').analyze()).violations).toEqual([]);
  await form.getByLabel('Name').fill('Partners');
  await form.getByLabel('Assigned to').fill('signal@example.com');
  // The keyboard alone is enough.
  await page.keyboard.press('Enter');
  await expect(page.getByText('Partners is made.')).toBeVisible();
  await expect(row(page, 'Partners')).toContainText('signal@example.com');
  await expect(row(page, 'Partners')).toContainText(/\d super admin/);
  await expect(row(page, 'Partners')).not.toContainText('viewer');

  await page.getByRole('button', { name: /^View: / }).click();
  await page.getByRole('menuitemradio', { name: 'Partners' }).click();
  await page.waitForURL(/\/v\/view-partners-/);
  const id = viewIdOf(page);
  await page.goto(`/v/${id}/data`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET.join('\n')) });
  await expect(page.getByRole('heading', { name: 'Published: 3 deals' })).toBeVisible();
  const numbers = await numbersOf(page, id);
  expect(numbers).toEqual({ records: 3, open: 15_000, meetings: 3 });

  // Somebody else has it open meanwhile.
  const other = await browser.newContext();
  const reader = await other.newPage();
  await signIn(reader, 'admin@example.com', product.address);
  await switchTo(reader, 'Partners');
  await expect(reader.getByText('$15K').first()).toBeVisible();

  await openViews(page);
  await row(page, 'Partners').getByRole('button', { name: 'Edit Partners' }).click();
  await form.getByLabel('Name').fill('Alliances');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Alliances is saved.')).toBeVisible();
  await expect(row(page, 'Alliances')).toContainText('Uploaded files');
  expect(await numbersOf(page, id)).toEqual(numbers);
  expect((await ask<View>(page, `/api/views/${id}`)).collection).toBe('sales_records_alliances');

  // Nobody has to press anything there.
  await expect(reader.getByRole('button', { name: 'View: Alliances' })).toBeVisible();
  await expect(reader.getByText('$15K').first()).toBeVisible();

  await row(page, 'Alliances').getByRole('button', { name: 'Delete Alliances' }).click();
  await expect(form.getByRole('button', { name: 'Delete the view' })).toBeDisabled();
  expect((await new AxeBuilder({ page }).include('app-delete-dialog').analyze()).violations).toEqual([]);
  await form.getByLabel('Type Alliances to delete it').fill('Alliances');
  await form.getByRole('button', { name: 'Delete the view' }).click();
  await expect(row(page, 'Alliances')).toHaveCount(0);
  await expect(archived(page)).toContainText('with 3 deals');

  // Its reader is told, and led on.
  await expect(reader.getByRole('heading', { name: /This view does not exist/ })).toBeVisible();
  await reader.getByRole('button', { name: /^View: |^View$/ }).click();
  await expect(reader.getByRole('menuitemradio', { name: 'Alliances' })).toHaveCount(0);
  await other.close();

  await archived(page).getByRole('button', { name: 'Restore Alliances' }).click();
  await expect(row(page, 'Alliances')).toBeVisible();
  await expect(archived(page)).toBeHidden();
  expect(await numbersOf(page, id)).toEqual(numbers);
});

test('a master is made of chosen views, and viewers find no page Views', async ({
  page,
  browser,
  product,
  signInAs,
}) => {
  await signInAs('admin@example.com');
  await openViews(page);
  await page.getByRole('button', { name: 'New view' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Acquisition');
  await form.getByLabel('Other views, added up').check();
  await form.getByRole('checkbox', { name: 'Signal' }).check();
  await form.getByRole('checkbox', { name: 'Market' }).check();
  await form.getByRole('button', { name: 'Make the view' }).click();
  await expect(row(page, 'Acquisition')).toContainText('Signal and Market');
  const views = await ask<{ items: View[] }>(page, '/api/views');
  const named = (name: string) => views.items.find((view) => view.name === name)?.data.records_count ?? 0;
  expect(named('Acquisition')).toBe(named('Signal') + named('Market'));

  await row(page, 'Acquisition').getByRole('button', { name: 'Delete Acquisition' }).click();
  await form.getByLabel('Type Acquisition to delete it').fill('Acquisition');
  // Enter does nothing in the frame before that.
  await expect(form.getByRole('button', { name: 'Delete the view' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(row(page, 'Acquisition')).toHaveCount(0);

  const other = await browser.newContext();
  const reader = await other.newPage();
  await signIn(reader, 'signal@example.com', product.address);
  await reader.goto('/views');
  await expect(reader.getByRole('heading', { name: /super admin/i })).toBeVisible();
  await other.close();
});
