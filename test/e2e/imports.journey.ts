import type { IngestionRunPage, View } from '@app/contracts';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { crmSheet } from '../support/crm-sheet.js';
import { ask, expect, switchTo, test, viewIdOf } from './support/journey.js';

const HEADER = 'Client,Stage,Discovery date,Pipeline';
const rowsOf = (from: number, to: number, pipe = 5) =>
  Array.from({ length: to - from + 1 }, (_, at) => `Client ${from + at},Lost,2026-10-01,${pipe}`);
const sheet = (...rows: string[]) => [HEADER, ...rows].join('\n');

const choose = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const dealsOf = async (page: Page) =>
  (await ask<View>(page, `/api/views/${viewIdOf(page)}`)).data.records_count;
const panel = (page: Page) => page.locator('app-decision-panel');
const firstRun = (page: Page) => page.locator('app-run-history tbody tr').first();

async function openData(page: Page, view: string) {
  await switchTo(page, view);
  await page.getByRole('link', { name: /open the data page/ }).click();
  await expect(page.getByRole('heading', { name: 'Import a sheet' })).toBeVisible();
}

test.describe('imports that people trust', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('admin@example.com'));

  test('a sheet is looked at first, then published, and undone', async ({ page }) => {
    await openData(page, 'Market');
    await choose(page, 'ten.csv', sheet(...rowsOf(1, 10)));
    await expect(page.getByRole('heading', { name: 'Published: 10 deals' })).toBeVisible();

    await page.getByRole('checkbox', { name: /Look at the difference first/ }).check();
    await choose(page, 'eleven.csv', sheet(...rowsOf(1, 1, 9), ...rowsOf(2, 11)));
    await expect(panel(page)).toContainText('Preview: nothing has changed yet');
    await expect(panel(page)).toContainText('Publishing adds 1 deal and changes 1 deal');
    await expect(panel(page)).toBeFocused();
    await expect(panel(page).getByRole('tabpanel')).toContainText('Client 1');
    await panel(page).getByRole('tab', { name: 'Added 1' }).click();
    await expect(panel(page).getByRole('tabpanel')).toContainText('Client 11');
    expect((await new AxeBuilder({ page }).include('app-decision-panel').analyze()).violations).toEqual([]);
    expect(await dealsOf(page)).toBe(10);

    await panel(page).getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Published: 11 deals' })).toBeVisible();
    expect(await dealsOf(page)).toBe(11);

    await firstRun(page).getByRole('button', { name: /^Undo/ }).click();
    await expect(panel(page)).toContainText('Going back changes 1 deal and removes 1 deal');
    expect(await dealsOf(page)).toBe(11);
    await panel(page).getByRole('button', { name: 'Go back', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^The data is back as in revision/ })).toBeVisible();
    expect(await dealsOf(page)).toBe(10);
  });

  test('a merge adds and changes, and removes nothing', async ({ page }) => {
    await openData(page, 'Market');
    await choose(page, 'ten.csv', sheet(...rowsOf(1, 10)));
    await expect(page.getByRole('heading', { name: /^Published: 10 deals|no changes/ })).toBeVisible();
    await page.getByRole('button', { name: 'Merge' }).click();
    await choose(page, 'two.csv', sheet(...rowsOf(10, 11, 7)));
    await expect(firstRun(page)).toContainText('two.csv');
    await expect(firstRun(page)).toContainText('Published');
    expect(await dealsOf(page)).toBe(11);
  });

  test("another team's columns are mapped, and the sheet imported", async ({ page }) => {
    await openData(page, 'Signal');
    await page.locator('input[type=file]').setInputFiles({
      name: 'crm-opportunities.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(crmSheet()),
    });
    const form = page.locator('app-reading-form');
    await expect(form).toContainText('account');
    await expect(form.getByLabel('Column that “account” is')).toHaveValue('client');
    await form.getByLabel('Column that “deal_stage” is').selectOption('stage');
    await form.getByRole('button', { name: 'Read again' }).click();
    await expect(panel(page)).toContainText(/Publishing adds [\d,]+ deals/);
    await panel(page)
      .getByRole('button', { name: /^Publish/ })
      .click();
    await expect(page.getByRole('heading', { name: /^Published: [\d,]+ deals/ })).toBeVisible();
    const { items } = await ask<IngestionRunPage>(page, `/api/views/${viewIdOf(page)}/ingestions`);
    expect(items[0]).toMatchObject({ status: 'published' });
    expect(await dealsOf(page)).toBe(items[0]?.report?.kept);
  });
});
