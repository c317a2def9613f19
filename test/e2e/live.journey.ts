import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, signIn, switchTo, test, viewIdOf } from './support/journey.js';

const SHEET = readFileSync(join(import.meta.dirname, '..', 'data', 'signal.csv'), 'utf8').trimEnd();
const WITHOUT_LAST = SHEET.slice(0, SHEET.lastIndexOf('\n'));

/** Imports a sheet on the data page of a view. */
async function importSheet(page: Page, text: string): Promise<void> {
  await page.goto(`/v/${viewIdOf(page)}/data`);
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'signal.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  // Other journeys leave other deals here, and then the import is asked about.
  const published = page.getByRole('heading', { name: /^Published: / });
  const anyway = page.getByRole('button', { name: 'Publish anyway' });
  await expect(published.or(anyway)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(published).toBeVisible();
}

const noticeOf = (page: Page) => page.getByText(/^New data, /);
const show = (page: Page) => page.getByRole('button', { name: 'Show it' }).click();

test('others learn of an import in every tab, and see its numbers when they ask for them', async ({
  page,
  browser,
  product,
  signInAs,
}) => {
  const other = await browser.newContext();
  const streams: string[] = [];
  other.on('request', (request) => {
    if (request.url().endsWith('/api/events')) streams.push(request.url());
  });
  const [reader, tab] = [await other.newPage(), await other.newPage()];
  await signIn(reader, 'signal@example.com', product.address);
  await tab.goto(reader.url());
  const card = (of: Page) => of.getByRole('button', { name: /^New pipe created/ }).first();
  await expect(card(tab)).toBeVisible();
  const before = (await card(reader).textContent()) ?? '';

  await signInAs('admin@example.com');
  await switchTo(page, 'Signal');
  await importSheet(page, SHEET);
  await expect(noticeOf(page)).toHaveCount(0);
  for (const each of [reader, tab]) await expect(noticeOf(each)).toBeVisible();
  await expect(card(reader)).toHaveText(before);
  for (const each of [reader, tab]) await show(each);
  await expect(card(reader)).not.toHaveText(before);
  await expect(noticeOf(tab)).toHaveCount(0);
  expect(streams).toHaveLength(1);

  // The tab that listened goes away: the other one listens in its place.
  await reader.close();
  await importSheet(page, WITHOUT_LAST);
  await expect(noticeOf(tab)).toBeVisible();
  expect(streams).toHaveLength(2);
  await other.close();
});

test('a page that is not loaded yet opens by itself after an outage, and says when the product was updated', async ({
  page,
  signInAs,
}) => {
  await signInAs('admin@example.com');
  const messages = page.getByRole('region', { name: 'Messages' });
  const open = async (item: string) => {
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  await page.getByRole('button', { name: /^Signed in as/ }).click(); // its menu is loaded when it is opened first
  await page.keyboard.press('Escape');
  await page.context().setOffline(true);
  await open('Users');
  await expect(messages).toContainText('You are offline. The page opens by itself');
  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible();
  await expect(messages).toHaveText('');

  // An update of the product takes the old files along.
  await page.route(/chunk-.*\.js$/, (route) => route.fulfill({ status: 404 }));
  await open('Activity');
  await expect(messages).toContainText('The product may have been updated since this tab was opened.');
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible();
  await page.unroute(/chunk-.*\.js$/);
  await messages.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { name: 'Activity', exact: true })).toBeVisible();
});
