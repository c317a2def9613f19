import type { AuditEntryPage } from '@app/contracts';
import type { Page } from '@playwright/test';
import { ask, expect, test, viewIdOf, send } from './support/journey.js';

test.describe('the activity', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('admin@example.com'));

  test('tells of a change at once, in words, and is filtered by the address', async ({ page }) => {
    const view = viewIdOf(page);
    await changeTargets(page, view);
    await open(page);
    const first = page.locator('app-activity-entry').first();
    await expect(first).toContainText('admin@example.com changed targets of');
    await expect(first).toContainText('revenue_2031.nov');
    await expect(first).toContainText('from 127.0.0.1');

    await page.getByRole('button', { name: 'What: Everything' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Signed in' }).click();
    await expect(page).toHaveURL(/\/activity\?(?:.*&)?action=signed_in/);
    await expect(page.locator('app-activity-entry', { hasText: 'changed targets' })).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('button', { name: 'What: Signed in' })).toBeVisible();
    const { total } = await ask<AuditEntryPage>(page, '/api/audit-log?action=signed_in');
    await expect(page.getByRole('status').filter({ hasText: /entr/ })).toContainText(String(total));

    await page.goBack();
    await expect(page.locator('app-activity-entry', { hasText: 'changed targets' })).toHaveCount(1);
  });

  test('is worked by the keyboard, and saved as a file', async ({ page }) => {
    await page.keyboard.press('g');
    await page.keyboard.press('y');
    await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
    const who = page.getByRole('searchbox', { name: 'Who' });
    await who.focus();
    await who.pressSequentially('nobody-like-this');
    await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).first().press('Enter');
    await expect(page.locator('app-activity-entry').first()).toBeVisible();
    const download = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /Activity/ })
      .last()
      .press('Enter');
    await page.getByRole('menuitem', { name: /CSV/ }).press('Enter');
    expect((await download).suggestedFilename()).toBe('activity.csv');
  });
});

test('the activity is for super admins', async ({ page, signInAs }) => {
  await signInAs('signal@example.com');
  await page.goto('/activity');
  await expect(page.getByText(/super admins/i).first()).toBeVisible();
  await expect(page.locator('app-activity')).toHaveCount(0);
});

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
}

/** Through the API, with the session and the token of the page. */
async function changeTargets(page: Page, view: string): Promise<void> {
  const response = await send(page, 'PUT', `/api/views/${view}/targets`, {
    targets: { revenue_2031: { nov: Math.round(Math.random() * 1e6) } },
  });
  expect(response.status()).toBe(200);
}
