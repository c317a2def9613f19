import type { Locator, Page } from '@playwright/test';
import type { Analytics, Breakdown, DealRecordPage } from '@app/contracts';
import { ask, expect, test, viewIdOf } from './support/journey.js';
import { SCREENS, tabs } from './support/screens.js';

test.describe('the keyboard', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('admin@example.com'));

  test('reaches every page, the views and the help', async ({ page }) => {
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const { tab } of SCREENS) await expect(help.getByText(tab, { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();

    for (const { page: name, key, tab } of [...SCREENS].reverse()) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await expect(page).toHaveURL(new RegExp(`/${name}\\?`));
      await expect(tabs(page).getByRole('link', { name: tab, exact: true })).toHaveAttribute(
        'aria-current',
        'page',
      );
    }
    for (const [key, heading] of [
      ['t', /^Targets · /],
      ['e', /^Weights and settings/],
      ['s', /^Data/],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    }

    const before = viewIdOf(page);
    await page.keyboard.press('v');
    await expect(page.getByRole('menuitemradio').first()).toBeFocused();
    const other = page.getByRole('menuitemradio', { checked: false }).first();
    while (!(await other.evaluate((entry) => entry === document.activeElement)))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.includes(before));
  });

  test('is ignored while somebody types, and closes what is open', async ({ page }) => {
    await page.keyboard.press('/');
    await page.getByRole('combobox').pressSequentially('gm?v');
    await expect(page.getByRole('combobox')).toHaveValue('gm?v');
    await expect(page).toHaveURL(/\/dashboard\?/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox')).toBeHidden();
  });

  test('finds a client, opens its deal, and returns to the page', async ({ page }) => {
    const id = viewIdOf(page);
    const { items } = await ask<DealRecordPage>(page, `/api/views/${id}/records?limit=1&sort=client`);
    const [deal] = items;
    await page.keyboard.press('/');
    // At once, as people do: what is typed before the field has the focus is meant for it.
    await page.keyboard.type(deal?.client ?? '');
    await expect(page.getByRole('combobox')).toHaveValue(deal?.client ?? '');
    const found = page
      .getByRole('listbox')
      .getByRole('option', { name: deal?.client ?? '' })
      .first();
    await expect(found).toBeVisible();
    await expect(found).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog');
    await expect(card.getByRole('heading', { level: 2 })).toHaveText(deal?.client ?? '');
    await expect(card.getByText('Counted in')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(page).toHaveURL(/\/dashboard\?/);
  });

  test('finds a person in spite of a slip, whose numbers are the catalogue’s, and what they mean', async ({
    page,
  }) => {
    const view = `/api/views/${viewIdOf(page)}/analytics`;
    const all = 'metric=meetings.total&by=owner&from=2000-01-01&to=2099-12-31';
    const { rows } = await ask<Breakdown>(page, `${view}/breakdown?${all}`);
    const name = rows.find(({ key }) => key !== null)?.label ?? '';
    const asked = page.waitForResponse((response) => response.url().includes('/screens/person'));
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(name.slice(0, 2) + name.slice(1));
    const person = page.getByRole('group', { name: 'People' }).getByRole('option').first();
    await expect(person).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
    const { search } = new URL((await asked).url());
    expect(new URLSearchParams(search).getAll('owner')).toEqual([name]);
    const narrowed = new URLSearchParams(search);
    narrowed.delete('against');
    const { metrics } = await ask<Analytics>(page, `${view}?${narrowed.toString()}`);
    const card = page.locator('app-number-card', { hasText: 'Meetings' }).first();
    await expect(card.locator('.value')).toHaveText(String(metrics['meetings.total']?.value));

    await page.getByRole('link', { name: 'What is “Attendance rate”?' }).click();
    await expect(page.locator('.asked')).toContainText('Intros attended / meetings.');
    await page.getByRole('searchbox').fill('win rat');
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(['POA to close']);
    await page.getByRole('button', { name: /^POA to close: / }).click();
    await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toHaveText('POA to close');
  });

  for (const { page: name, tab } of SCREENS.filter(({ hasCharts }) => hasCharts !== false))
    test(`reads and opens every chart of ${tab}`, async ({ page }) => {
      await tabs(page).getByRole('link', { name: tab, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/${name}\\?`));
      await expect(page.locator('canvas[role="img"]').first()).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      for (const chart of await page.locator('canvas[role="img"]').all())
        await expect(chart).toHaveAccessibleName(/\d/);

      const charts = await page.locator('app-chart-card').all();
      expect(charts.length).toBeGreaterThan(0);
      for (const chart of charts) {
        await opensItsMonths(page, chart);
        await turnsIntoTable(page, chart);
      }
    });

  test('moves through a table cell by cell, and opens one', async ({ page }) => {
    await tabs(page).getByRole('link', { name: 'Meetings attended' }).click();
    const grid = page.getByRole('grid', { name: 'AE performance' });
    await grid.getByRole('button').first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(grid.locator('[data-row="1"][data-column="0"]')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(grid.locator('[data-row="1"][data-column="1"]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(grid.locator('[data-row="1"][data-column="1"]')).toBeFocused();
    await page.keyboard.press('Control+End');
    await expect(grid.locator('tfoot td').last().locator('[data-row], :scope[data-row]')).toBeFocused();
  });
});

/** Tab reaches a link for each column; Enter opens it, Escape returns to it. */
async function opensItsMonths(page: Page, chart: Locator): Promise<void> {
  const links = chart.locator('app-month-links').first().locator('button');
  await links.first().focus();
  await expect(links.first()).toHaveAccessibleName(/: .*\d.* Open the deals\.$/);
  await page.keyboard.press('Tab');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page).toHaveURL(/part=\d{4}-\d{2}/);
  await page.keyboard.press('Escape');
  await expect(links.nth(1)).toBeFocused();
}

/** The switch of a chart shows its months as a table, then the chart again. */
async function turnsIntoTable(page: Page, chart: Locator): Promise<void> {
  const months = await chart.locator('app-month-links').first().locator('button').count();
  await chart.getByRole('button', { name: 'Table' }).focus();
  await page.keyboard.press('Enter');
  await expect(chart.locator('tbody tr')).toHaveCount(months);
  await expect(chart.locator('canvas[role="img"]')).toHaveCount(0);
  await chart.getByRole('button', { name: 'Chart' }).focus();
  await page.keyboard.press('Enter');
  await expect(chart.locator('canvas[role="img"]')).toBeVisible();
}
