import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analytics, IngestionRunPage, View } from '@app/contracts';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ask, expect, switchTo, test, viewIdOf } from './support/journey.js';
import { compactMoney, count } from './support/formats.js';

const DATA = join(import.meta.dirname, '..', 'data');

interface Expected {
  report: { rows_read: number; kept: number; skipped: number; duplicates: number };
  periods: { from: string; to: string; as_of: string; metrics: Record<string, { value: number | null }> }[];
}

const expectedOf = (name: string) =>
  JSON.parse(readFileSync(join(DATA, `${name}.expected.json`), 'utf8')) as Expected;

test.describe('the data page', () => {
  test.beforeEach(async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    await switchTo(page, 'Signal');
    await page.getByRole('link', { name: /open the data page/ }).click();
    await expect(page.getByRole('heading', { name: 'Import a sheet' })).toBeVisible();
  });

  test('imports a sheet: report, history and the numbers of the Dashboard', async ({ page }) => {
    const { report, periods } = expectedOf('signal');
    await page.getByLabel('Choose a file').setInputFiles(join(DATA, 'signal.csv'));
    await expect(page.getByRole('heading', { name: `Published: ${count(report.kept)} deals` })).toBeVisible();
    const result = page.locator('app-run-report');
    await expect(result).toContainText(`${count(report.rows_read)} rows read`);
    await page.getByRole('tab', { name: 'As it was read' }).click();
    await expect(result).toContainText('Next step');
    await expect(page.getByText('First import of this view: check what was left out')).toBeVisible();

    const half = periods[0]!;
    const id = viewIdOf(page);
    const asked = `from=${half.from}&to=${half.to}&as_of=${half.as_of}`;
    const { metrics } = await ask<Analytics>(page, `/api/views/${id}/analytics?${asked}`);
    expect(metrics['pipe.created']?.value).toBeCloseTo(half.metrics['pipe.created']?.value ?? 0, 2);

    await page.goto(`/v/${id}/dashboard?period=custom:${half.from}..${half.to}&as_of=${half.as_of}`);
    await expect(page.getByRole('button', { name: /^New pipe created/ }).first()).toContainText(
      compactMoney(half.metrics['pipe.created']?.value),
    );
  });

  test('offers the other dedupe rules, and imports the same file again under one', async ({ page }) => {
    const id = viewIdOf(page);
    await page.getByLabel('Choose a file').setInputFiles(join(DATA, 'organic.csv'));
    // Another team's sheet, and on purpose.
    await page.getByRole('button', { name: 'Publish anyway' }).click();
    const rule = page.getByRole('row', { name: /Every row/ });
    const everyRow = rule.getByRole('button', { name: /Use this rule/ });
    await everyRow.click();
    await page.getByRole('button', { name: 'Change the rule' }).click();
    const { report } = expectedOf('organic');
    const kept = count(report.kept + report.duplicates);
    await expect(page.getByRole('heading', { name: `Published: ${kept} deals` })).toBeVisible();
    expect((await ask<View>(page, `/api/views/${id}`)).dedupe).toBe('none');
  });

  test('asks what a file leaves open, says what is wrong with one, and keeps the data', async ({ page }) => {
    const id = viewIdOf(page);
    const before = await ask<View>(page, `/api/views/${id}`);
    const choose = (name: string, text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') });

    await choose('people.csv', 'Name,Stage\nHalden Robotics,B Legals\n');
    await expect(page.getByRole('heading', { name: 'Which column holds the client?' })).toBeVisible();
    const asked = page.locator('app-question-panel');
    await expect(asked).toContainText('no Client column');
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect((await new AxeBuilder({ page }).include('app-question-panel').analyze()).violations).toEqual([]);
    await asked.getByLabel('Column that “Name” is').selectOption({ label: 'Client' });
    await asked.getByRole('button', { name: 'Read again' }).click();
    await page.getByRole('button', { name: 'Discard the preview' }).click();
    await expect(page.getByRole('heading', { name: 'Discarded; the data is unchanged' })).toBeVisible();

    await choose('picture.csv', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR');
    await expect(
      page.getByRole('alert').filter({ hasText: 'no workbook and no table in text form' }),
    ).toBeVisible();

    const after = await ask<View>(page, `/api/views/${id}`);
    expect(after.data.revision).toBe(before.data.revision);
    expect(after.data.records_count).toBe(before.data.records_count);
  });

  test('keeps the history of runs, and opens a report', async ({ page }) => {
    const runs = await ask<IngestionRunPage>(page, `/api/views/${viewIdOf(page)}/ingestions`);
    await expect(page.locator('app-run-history tbody tr')).toHaveCount(runs.total);
    await page.locator('app-run-history tbody tr').last().getByRole('button').click();
    await expect(page.locator('app-run-report')).toBeVisible();
  });
});

test.describe('an upload that looks wrong', () => {
  const sheet = (clients: readonly string[]) =>
    ['Client,Stage,Discovery date,Pipeline', ...clients.map((client) => `${client},Lost,2026-10-01,5`)].join(
      '\n',
    );
  const clients = Array.from({ length: 10 }, (_, at) => `Client ${at + 1}`);
  const choose = (page: Page, name: string, text: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const dealsOf = async (page: Page) =>
    (await ask<View>(page, `/api/views/${viewIdOf(page)}`)).data.records_count;

  test.beforeEach(async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    await switchTo(page, 'Market');
    await page.getByRole('link', { name: /open the data page/ }).click();
    await choose(page, 'whole.csv', sheet(clients));
    await expect(page.getByRole('heading', { name: /Published: 10 deals|no changes/ })).toBeVisible();
  });

  test('is held with a warning, and can be discarded', async ({ page }) => {
    await choose(page, 'half.csv', sheet(clients.slice(5)));
    const question = page.locator('app-decision-panel');
    await expect(question).toContainText('5 of the 10 deals here would be removed.');
    await expect(page.locator('app-run-history tbody tr').first()).toContainText('Awaiting a decision');
    expect((await new AxeBuilder({ page }).include('app-decision-panel').analyze()).violations).toEqual([]);
    expect(await dealsOf(page)).toBe(10);

    await page.reload();
    await expect(question).toContainText('half.csv, brought in by admin@example.com');
    await question.getByRole('button', { name: 'Discard the upload' }).click();
    await expect(question).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Discarded; the data is unchanged' })).toBeVisible();
    expect(await dealsOf(page)).toBe(10);
  });

  test('can be published on a second click', async ({ page }) => {
    await choose(page, 'quote.csv', sheet(['"Client 1', ...clients.slice(1)]));
    const question = page.locator('app-decision-panel');
    await expect(question).toContainText('A quote in row 2, column Client never closes.');
    await question.getByRole('button', { name: 'Publish anyway' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Published: 10 deals' })).toBeVisible();
    await expect(page.locator('app-run-history tbody tr').first()).toContainText(
      'decided by admin@example.com',
    );
  });
});

test('a reader who may not upload is told so', async ({ page, signInAs }) => {
  await signInAs('demo@example.com');
  await page.getByRole('link', { name: /open the data page/ }).click();
  await expect(page.getByText('You can open this view, but not upload to it.')).toBeVisible();
  await expect(page.locator('input[type=file]')).toHaveCount(0);
});
