import type { Locator, Page } from '@playwright/test';
import { expect, switchTo, test, viewIdOf } from './support/journey.js';
import { cutIn } from './support/layout.js';
import { SCREENS } from './support/screens.js';

const WIDTHS = [1440, 1280, 1024, 390];
/** At 1104 the cards of a band are narrowest: all of them still stand in one row. */
const PAGE_WIDTHS = [...WIDTHS, 1104];
/** A list of each kind of number: a count, money, a weighted amount, a rate, a finding, a column of a board. */
const DRAWERS = [
  'explain=meetings.total',
  'explain=deals.arr',
  'explain=pipe.active_weighted',
  'explain=conversion.poa_to_close',
  'explain=legals.value',
  'finding=closed_without_arr',
  'column=legal',
];

test.describe('with scrollbars', () => {
  test.slow();
  test.beforeEach(async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    const width = () => window.innerWidth - document.documentElement.clientWidth;
    // The browser of these journeys shows them, as the one of most people does.
    await expect.poll(() => page.evaluate(width)).toBeGreaterThan(5);
  });

  for (const view of ['Organic', 'Master'])
    test(`nothing is cut on the pages of ${view}`, async ({ page }) => {
      await go(page, view);
      for (const name of [...SCREENS.map(({ page }) => page), 'data']) {
        await page.goto(`/v/${viewIdOf(page)}/${name}`);
        for (const width of PAGE_WIDTHS) {
          await shownAt(page, width);
          await nothingIsCut(page.locator('main'), `${name} of ${view} at ${width}`);
        }
      }
    });

  test('all pages have their names in the header and at the bottom, and settings stay on the page', async ({
    page,
  }) => {
    const cut = () =>
      page
        .locator('header nav, app-bottom-bar span')
        .evaluateAll((all) =>
          all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent.trim()),
        );
    for (const width of [...PAGE_WIDTHS, 1265, 901, 768, 360, 320]) {
      await shownAt(page, width);
      await expect.poll(cut, `at ${width}`).toEqual([]);
    }
    await page.goto('/settings');
    await expect(page.getByRole('heading', { name: 'Goals of BDRs' })).toBeVisible();
    for (const width of [...PAGE_WIDTHS, 1001]) {
      await shownAt(page, width);
      const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await expect.poll(wider, `settings at ${width}`).toBeLessThanOrEqual(0);
    }
  });

  for (const view of ['Organic', 'Master'])
    test(`each list in the drawer of ${view} is read whole, in one scroll area`, async ({ page }) => {
      await go(page, view);
      for (const open of DRAWERS) {
        await page.goto(`/v/${viewIdOf(page)}/dashboard?${open}`);
        const drawer = page.getByRole('dialog');
        await expect(drawer.locator('app-records-table [role="table"], .nothing').first()).toBeVisible();
        for (const width of WIDTHS) {
          await shownAt(page, width);
          await nothingIsCut(drawer, `${open} of ${view} at ${width}`);
          if (width === 390) continue;
          await expect
            .poll(() => widerThanDrawer(drawer), `${open} of ${view} at ${width} is wider than the drawer`)
            .toBeLessThanOrEqual(0);
        }
      }
    });

  test('the fields of the targets stay in one column while one is edited on a phone', async ({ page }) => {
    await page.goto(`/v/${viewIdOf(page)}/targets`);
    await shownAt(page, 390);
    const fields = page.locator('app-revenue-card').getByRole('textbox');
    await fields.first().fill('999000');
    await expect(page.getByText('1 unsaved change')).toBeVisible();
    const rightEdges = () =>
      fields.evaluateAll((all) => [...new Set(all.map((each) => each.getBoundingClientRect().right))]);
    expect(await rightEdges()).toHaveLength(1);
  });

  test('a long list in the drawer loads to its end', async ({ page }) => {
    await go(page, 'Master');
    await page.goto(`/v/${viewIdOf(page)}/dashboard?explain=meetings.total&sort=client`);
    const drawer = page.getByRole('dialog');
    const table = drawer.getByRole('table');
    await expect(table).toBeVisible();
    const rows = Number(await table.getAttribute('aria-rowcount'));
    expect(rows).toBeGreaterThan(200);
    await expect
      .poll(async () => {
        await drawer.evaluate((each) => each.scrollTo(0, each.scrollHeight));
        return table.locator(`[aria-rowindex="${rows}"]`).count();
      })
      .toBe(1);
    await expect(table.locator(`[aria-rowindex="${rows}"]`)).toBeInViewport();
    await expect(table.getByRole('columnheader', { name: 'Client' })).toBeInViewport();
  });
});

async function go(page: Page, view: string): Promise<void> {
  const isThere = await page.getByRole('button', { name: `View: ${view}` }).count();
  if (isThere === 0) await switchTo(page, view);
}

/** A list measures its width and adapts its columns a moment later. */
const nothingIsCut = (part: Locator, where: string): Promise<void> =>
  expect.poll(() => cutIn(part), where).toEqual([]);

const widerThanDrawer = (drawer: Locator): Promise<number> =>
  drawer
    .locator('.scroll-x.inside')
    .evaluateAll((tables) => Math.max(0, ...tables.map((each) => each.scrollWidth - each.clientWidth)));

async function shownAt(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await expect(page.locator('[aria-busy="true"], .bone')).toHaveCount(0);
}
