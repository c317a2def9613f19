import type { Analytics, Settings, WeightsEffect } from '@app/contracts';
import type { Page } from '@playwright/test';
import { ask, expect, switchTo, test, viewIdOf } from './support/journey.js';
import { tabs } from './support/screens.js';
import { compactMoney, long } from './support/formats.js';

const OPEN_WEIGHTED = 'pipe.active_weighted';

test.describe('the settings', () => {
  test.beforeEach(async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    await switchTo(page, 'Master');
  });

  test('preview the effect of a weight, change every page once saved, and can be reset', async ({ page }) => {
    const before = await openWeighted(page);
    await openSettings(page);
    const weights = page.locator('app-weights-card');
    await weights.getByRole('button', { name: 'Edit the table' }).click();
    await expect(weights.getByText('Change the table to see its effect')).toBeVisible();
    const rows = await page.getByRole('textbox', { name: /^Weight, row / }).count();
    const effect = await effectOf(page, async () => {
      for (let row = 1; row <= rows; row += 1)
        await page.getByRole('textbox', { name: `Weight, row ${row}`, exact: true }).fill('0.01');
    });
    expect(effect.before).toBeCloseTo(before, 2);
    expect(effect.after).toBeLessThan(effect.before);
    const total = weights.getByRole('row', { name: /^All views/ });
    await expect(total).toContainText(long(effect.before, 'money'));
    await expect(total).toContainText(long(effect.after, 'money'));
    expect((await ask<Settings>(page, '/api/settings')).weights.is_default).toBe(true);

    await weights.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/^Weight.*: saved\.$/)).toBeVisible();
    await backToViews(page);
    await expect(openWeightedCard(page)).toContainText(compactMoney(effect.after));
    expect(await openWeighted(page)).toBeCloseTo(effect.after, 2);

    await openSettings(page);
    await weights.getByRole('button', { name: 'Back to the default…' }).click();
    await weights.getByRole('button', { name: 'Use the default' }).click();
    await expect(weights.getByText('default', { exact: true })).toBeVisible();
    await expect(page.locator('app-settings-history tbody tr').first()).toContainText('default');
    await backToViews(page);
    await expect(openWeightedCard(page)).toContainText(compactMoney(before));
    expect(await openWeighted(page)).toBeCloseTo(before, 2);
  });

  test('reject an invalid weight, and say where', async ({ page }) => {
    await openSettings(page);
    const weights = page.locator('app-weights-card');
    await weights.getByRole('button', { name: 'Edit the table' }).click();
    await page.getByRole('textbox', { name: 'Weight, row 1', exact: true }).fill('1.5');
    await expect(weights.getByRole('alert')).toBeVisible();
    await expect(weights.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await weights.getByRole('button', { name: 'Discard' }).click();
    await expect(weights.getByRole('alert')).toHaveCount(0);
  });
});

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Weights and settings' }).click();
  await expect(page.getByRole('heading', { name: 'Weights', exact: true })).toBeVisible();
}

/** The settings belong to no view; the tabs lead back to the view that was open. */
async function backToViews(page: Page): Promise<void> {
  await tabs(page).getByRole('link', { name: 'Deals & pipeline' }).click();
  await page.waitForURL(/\/v\/.*\/deals-pipeline/);
}

const openWeightedCard = (page: Page) => page.locator('app-number-card', { hasText: 'Open pipe, weighted' });

/** The weighted open pipe of the view, which does not depend on the period. */
async function openWeighted(page: Page): Promise<number> {
  const { metrics } = await ask<Analytics>(
    page,
    `/api/views/${viewIdOf(page)}/analytics?from=2026-01-01&to=2026-12-31`,
  );
  return metrics[OPEN_WEIGHTED]?.value ?? Number.NaN;
}

/** The last effect that the page asked for while something was typed. */
async function effectOf(page: Page, type: () => Promise<void>): Promise<WeightsEffect> {
  let last: WeightsEffect | undefined;
  page.on('response', (response) => {
    if (response.url().endsWith('/weights/effect'))
      void response.json().then((effect: WeightsEffect) => (last = effect));
  });
  await type();
  await expect(page.locator('app-weights-effect section')).toHaveAttribute('aria-busy', 'false');
  await expect.poll(() => last).toBeDefined();
  if (!last) throw new Error('The page asked for no effect.');
  return last;
}
