import type { Page } from '@playwright/test';
import { type IngestionRun, type View } from '@app/contracts';
import { sheetOf } from '../support/sheets.js';
import { expect, test } from './support/journey.js';
import { looksRight } from './support/look.js';

/** What a program sends: no cookies, nothing of the browser. */
const program =
  (address: string, secret: string) =>
  (path: string, init: RequestInit = {}) =>
    fetch(address + path, { ...init, headers: { authorization: `Bearer ${secret}` } });

async function openTokens(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'API tokens' }).click();
  await expect(page.getByRole('heading', { name: 'API tokens', level: 1 })).toBeVisible();
}

test.describe('API tokens', () => {
  test('are made on their page, used by a program, and revoked', async ({ page, product, signInAs }) => {
    await signInAs('admin@example.com');
    await openTokens(page);
    await expect(page.getByRole('heading', { name: 'No program has a token' })).toBeVisible();
    await looksRight(page, 'no tokens');

    await page.getByRole('button', { name: 'Make a token' }).click();
    const form = page.getByRole('dialog', { name: 'Make a token' });
    const make = form.getByRole('button', { name: 'Make the token' });
    await expect(make).toBeDisabled();
    await form.getByLabel('What it is for').fill('Nightly upload');
    await form.getByLabel('Signal').check();
    await form.getByLabel(/^Upload/).check();
    await form.getByLabel('Good for').selectOption('30 days');
    await looksRight(page, 'making a token');
    await make.press('Enter');

    await expect(page.getByRole('heading', { name: 'The token Nightly upload' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy the token' })).toBeFocused();
    await looksRight(page, 'a token that was made');
    const secret = await page.locator('code').innerText();
    await expect(page.locator('pre')).toContainText(`Authorization: Bearer ${secret}`);
    const ask = program(product.address, secret);
    const { items } = (await (await ask('/api/views')).json()) as { items: View[] };
    expect(items.map(({ name }) => name)).toEqual(['Signal']);
    const form2 = new FormData();
    form2.set('file', new Blob([sheetOf([{ client: 'Acme', stage: 'Lost' }])]), 'deals.csv');
    const runs = `/api/views/${items[0]?.id}/ingestions`;
    const sent = await ask(`${runs}?dry_run=true`, { method: 'POST', body: form2 });
    expect([sent.status, ((await sent.json()) as IngestionRun).started_by]).toEqual([
      202,
      'API token Nightly upload',
    ]);

    await page.getByRole('button', { name: 'I have it' }).click();
    await expect(page.getByText(secret)).toHaveCount(0);
    await page.reload();
    const row = page.getByRole('row', { name: /Nightly upload/ });
    await expect(row).toContainText('from 127.0.0.1');
    await row.getByRole('button', { name: 'Revoke Nightly upload' }).click();
    await looksRight(page, 'revoking a token');
    await page.getByRole('button', { name: 'Revoke it' }).click();
    await expect(page.getByRole('heading', { name: 'No program has a token' })).toBeVisible();
    expect((await ask('/api/views')).status).toBe(401);
  });

  test('are not for viewers', async ({ page, signInAs }) => {
    await signInAs('signal@example.com');
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await expect(page.getByRole('menuitem', { name: 'Sessions' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'API tokens' })).toBeHidden();
    await page.goto('/tokens');
    await expect(page.getByText(/super admins/i).first()).toBeVisible();
  });
});
