import type { View } from '@app/contracts';
import type { Page } from '@playwright/test';
import { startApp } from '../support/running-app.js';
import { ask, expect, signIn, switchTo, test } from './support/journey.js';

const viewsOf = async (page: Page, address: string) =>
  (await ask<{ items: View[] }>(page, `${address}/api/views`)).items;

test('the sample is removed with its targets, after a confirmation, and comes back when that is undone', async ({
  page,
}) => {
  test.slow(); // each view is published anew three times
  const product = await startApp({ env: { SEED: 'sample' } });
  try {
    await signIn(page, 'admin@example.com', product.address);
    await switchTo(page, 'Market');
    await page.getByRole('button', { name: 'Remove all sample data…' }).click();
    const question = page.getByRole('dialog', { name: 'Remove all sample data?' });
    await expect(question).toContainText(/Organic\s*\d+ deals, \d+ targets/);
    await question.getByRole('button', { name: 'Keep it' }).click();
    await expect(question).toBeHidden();
    expect((await viewsOf(page, product.address)).every(({ data }) => data.sample)).toBe(true);

    await page.getByRole('button', { name: 'Remove all sample data…' }).click();
    await question.getByRole('button', { name: 'Remove the sample' }).click();
    await expect(page.getByText('No deals in this view yet')).toBeVisible({ timeout: 120_000 });
    await expect(page.getByText('You are looking at sample data')).toBeHidden();
    for (const { data } of await viewsOf(page, product.address))
      expect(data).toMatchObject({ sample: false, records_count: 0, sample_targets: 0, source_type: null });

    await page.reload(); // the minute is not over
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('You are looking at sample data')).toBeVisible({ timeout: 120_000 });
    expect((await viewsOf(page, product.address)).every(({ data }) => data.sample)).toBe(true);
  } finally {
    await product.stop();
  }
});
