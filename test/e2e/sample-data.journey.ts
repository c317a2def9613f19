import type { View } from '@app/contracts';
import { startApp } from '../support/running-app.js';
import { ask, expect, signIn, switchTo, test } from './support/journey.js';

test('sample records go away with one action', async ({ page }) => {
  const product = await startApp({ env: { SEED: 'sample' } });
  try {
    await signIn(page, 'admin@example.com', product.address);
    await switchTo(page, 'Market');
    await page.getByRole('button', { name: 'Remove all sample data' }).click();
    await expect(page.getByText('No deal in this view yet')).toBeVisible();
    await expect(page.getByText('You are looking at sample records.')).toBeHidden();
    const views = await ask<{ items: View[] }>(page, `${product.address}/api/views`);
    for (const { data } of views.items) expect(data).toMatchObject({ sample: false, records_count: 0 });
  } finally {
    await product.stop();
  }
});
