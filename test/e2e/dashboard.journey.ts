import type { Analytics, ScreenAnswer, DealRecordPage, Explanation } from '@app/contracts';
import type { Page } from '@playwright/test';
import { ask, expect, switchTo, test, viewIdOf } from './support/journey.js';
import { compactMoney, count } from './support/formats.js';

test.describe('the Dashboard', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('admin@example.com'));

  test('shows the numbers of the API, and the same ones after a reload', async ({ page }) => {
    await expect(page).toHaveURL(/\/dashboard\?.*period=half:/);
    const id = viewIdOf(page);
    const { period } = await ask<ScreenAnswer<'dashboard'>>(page, await screenOf(page));
    const { metrics } = await ask<Analytics>(
      page,
      `/api/views/${id}/analytics?from=${period.from}&to=${period.to}`,
    );
    const headline = page.getByRole('region', { name: 'Key numbers' });
    const shown = [
      [/^Revenue 20\d\d to date/, compactMoney(metrics['revenue.ytd']?.value)],
      ['New pipe created', compactMoney(metrics['pipe.created']?.value)],
      ['Created, weighted', compactMoney(metrics['pipe.created_weighted']?.value)],
      ['Qualified active deals', count(metrics['deals.active']?.value)],
      ['Open pipe, weighted', compactMoney(metrics['pipe.active_weighted']?.value)],
    ] as const;
    for (const [label, value] of shown)
      await expect(headline.getByRole('button', { name: label })).toContainText(value);

    const before = await headline.innerText();
    await page.reload();
    await expect.poll(() => headline.innerText()).toBe(before);
  });

  test('asks for what it shows once, and before its scripts have run', async ({ page }) => {
    // On a busy machine a page may be sent before it is known who asks.
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('region', { name: 'Key numbers' })).toBeVisible();
      const asked = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => /api\/(auth\/me|views|views\/[^/]+\/screens\/dashboard)(\?|$)/.test(name))
          .map((entry) => (entry as PerformanceResourceTiming).initiatorType),
      );
      expect(asked).toEqual(['link', 'link', 'link']);
    }).toPass();
  });

  test('keeps the period in the address', async ({ page }) => {
    const half = page.url();
    await page.getByRole('button', { name: 'Month', exact: true }).click();
    await expect(page).toHaveURL(/period=month:/);
    const month = page.url();
    const label = page.locator('app-period-picker .label');
    const thisMonth = await label.innerText();
    await page.getByRole('button', { name: 'Previous period' }).click();
    await expect(page).not.toHaveURL(month);
    await expect(label).not.toHaveText(thisMonth);
    const before = await label.innerText();
    await page.reload();
    await expect(label).toHaveText(before);
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(half);
  });

  test('opens a number down to its records, and closes it with the keyboard', async ({ page }) => {
    const { period } = await ask<ScreenAnswer<'dashboard'>>(page, await screenOf(page));
    const card = page.getByRole('button', { name: /Qualified active deals/ });
    await card.click();
    const drawer = page.getByRole('dialog', { name: 'Qualified active deals' });
    await expect(drawer).toContainText('Attended and relevant deals');
    await expect(page).toHaveURL(/explain=deals\.active/);

    const id = viewIdOf(page);
    const asked = `metric=deals.active&from=${period.from}&to=${period.to}`;
    const records = await ask<DealRecordPage>(
      page,
      `/api/views/${id}/analytics/records?${asked}&sort=-discovery_date`,
    );
    const explanation = await ask<Explanation>(page, `/api/views/${id}/analytics/explain?${asked}`);
    expect(records.total).toBe(explanation.value.value);
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(`${records.total} deals`);
    await expect(drawer.getByText(records.items[0]?.client ?? '', { exact: true }).first()).toBeVisible();

    await drawer
      .getByRole('group', { name: 'Break down by' })
      .getByRole('button', { name: 'Source' })
      .click();
    await expect(drawer.getByRole('listitem').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(card).toBeFocused();
  });

  test('stays as it is while a number opens and closes', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.getByRole('button', { name: /Qualified active deals/ }).click();
    const drawer = page.getByRole('dialog', { name: 'Qualified active deals' });
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(/^\d+ deals$/);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.includes('/explain'))).toHaveLength(1);
    expect(asked.filter((path) => /\/(screens|today)\b/.test(path))).toEqual([]);
  });

  test('opens the drawer that a link names, and Back closes it', async ({ page }) => {
    await page
      .getByRole('button', { name: /^New pipe created/ })
      .first()
      .click();
    await expect(page.getByRole('dialog', { name: 'New pipe' })).toBeVisible();
    const link = page.url();
    await page.goBack();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.goto(link);
    await expect(page.getByRole('dialog', { name: 'New pipe' })).toBeVisible();
  });

  test('draws revenue as a chart and as a table with the same numbers', async ({ page }) => {
    const card = page.locator('app-revenue-card');
    await card.getByRole('button', { name: 'Table' }).click();
    const data = await ask<ScreenAnswer<'dashboard'>>(page, await screenOf(page));
    await expect(card.locator('tbody tr')).toHaveCount(data.revenue_by_month.length);
    const closed = data.revenue_by_month.reduce((sum, month) => sum + month.closed, 0);
    const digits = (text: string) => Math.round(Number(text.replace(/[^\d.-]/g, '')));
    expect(digits(await card.locator('tfoot td').first().innerText())).toBe(Math.round(closed));
    await card.getByRole('button', { name: 'Chart' }).click();
    await expect(card.locator('canvas[role="img"]')).toBeVisible();
  });

  test('shows the sum of the views on Master, and says so on its data page', async ({ page }) => {
    await switchTo(page, 'Master');
    const id = viewIdOf(page);
    await page.getByRole('link', { name: /open the data page/ }).click();
    await expect(page.getByRole('heading', { name: 'Master adds its views up' })).toBeVisible();
    const refused = await page.request.post(`/api/views/${id}/ingestions`);
    expect([403, 422]).toContain(refused.status());
  });
});

/** The address of the answer behind the page, taken from the page's own request. */
async function screenOf(page: Page): Promise<string> {
  const answer = page.waitForResponse((response) => response.url().includes('/screens/dashboard'));
  await page.reload();
  const { pathname, search } = new URL((await answer).url());
  return pathname + search;
}
