import type { ConsoleMessage, Page } from '@playwright/test';
import { startApp } from '../support/running-app.js';
import { openBoard } from './support/boards.js';
import { expect, signIn, test, viewIdOf } from './support/journey.js';
import { looksRight, settled } from './support/look.js';
import { SCREENS, tabs } from './support/screens.js';

test.describe('the look', () => {
  test.slow();
  let faults: string[];

  test.beforeEach(({ page }) => {
    faults = faultsOf(page);
  });
  // Whatever a page logs as an error is a fault of the page.
  test.afterEach(() => {
    expect(faults).toEqual([]);
  });

  test('of the sign-in page', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'admin@example.com' })).toBeVisible();
    await looksRight(page, 'sign-in');
  });

  for (const { page: name, tab } of SCREENS)
    test(`of ${tab}`, async ({ page, signInAs }) => {
      await signInAs('admin@example.com');
      await tabs(page).getByRole('link', { name: tab, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/${name}\\?`));
      await settled(page);
      await looksRight(page, tab);
    });

  test('of drawer, deal, palette, help, sessions and menus', async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    await settled(page);
    await page.locator('app-number-card button').first().click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('button', { name: /^Open / }).first()).toBeVisible();
    await looksRight(page, 'drawer');
    await drawer
      .getByRole('button', { name: /^Open / })
      .first()
      .click();
    await expect(drawer.getByText('Counted in')).toBeVisible();
    await looksRight(page, 'deal');
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();

    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('a');
    await expect(page.getByRole('option').first()).toBeVisible();
    await looksRight(page, 'palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await looksRight(page, 'help');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: 'Stage', exact: true }).click();
    await expect(page.getByRole('checkbox').first()).toBeVisible();
    await looksRight(page, 'filters');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await looksRight(page, 'menu');
    await page.getByRole('menuitem', { name: 'Sessions' }).click();
    await expect(page.getByText('this browser')).toBeVisible();
    await looksRight(page, 'sessions');
  });

  test('of a duel, and of what it says where two boards agree', async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    await openBoard(page);
    await page.locator('app-board-card').first().getByRole('button', { name: '50%' }).click();
    await page.getByRole('button', { name: 'Duel' }).click();
    await expect(page.locator('app-duel').getByRole('row')).toHaveCount(2);
    await looksRight(page, 'duel');
    await page.getByLabel('First board').selectOption('Default board');
    await page.getByLabel('Second board').selectOption('Default board');
    await expect(page.getByText('Default board is on both sides')).toBeVisible();
    await looksRight(page, 'duel of the same');
  });

  test('of a person and of the definitions', async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    await page.locator('app-today-card').getByRole('link').first().click();
    await expect(page.locator('app-person-card')).toBeVisible();
    await looksRight(page, 'person');
    await page.goto(`/v/${viewIdOf(page)}/definitions?term=poa.generated`);
    await expect(page.getByRole('heading', { name: 'Words', exact: true })).toBeVisible();
    await looksRight(page, 'definitions');
  });

  test('of data, targets, activity and settings', async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    for (const [name, heading] of [
      ['Data', 'History'],
      ['Targets', 'Revenue by month'],
      ['Targets of all views', 'Targets of all views'],
      ['Activity', 'Activity'],
      ['Views', 'Views'],
      ['API tokens', 'API tokens'],
      ['Weights and settings', 'Last changes'],
    ] as const) {
      await page.getByRole('button', { name: /^Signed in as/ }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
      await looksRight(page, name);
    }
    await page.getByRole('button', { name: 'Edit the table' }).click();
    await page.getByRole('textbox', { name: 'Weight, row 1', exact: true }).fill('0.3');
    await expect(page.getByRole('row', { name: /^All views/ })).toBeVisible();
    await looksRight(page, 'weights while they are edited');
  });
});

test.describe('the look of the users', () => {
  test.slow();
  test('in the list, while somebody is added, and of the last super admin', async ({ page, signInAs }) => {
    const faults = faultsOf(page);
    await signInAs('admin@example.com');
    await page.goto('/users');
    await expect(page.getByRole('row', { name: /^Ada Admin/ })).toBeVisible();
    await looksRight(page, 'users');
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await expect(page.getByRole('textbox', { name: /^Address/ })).toBeFocused();
    await looksRight(page, 'somebody is added');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Edit Ada Admin' }).click();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await expect(page.getByRole('textbox', { name: 'The link' })).toBeVisible();
    await looksRight(page, 'the last super admin, with a link');
    expect(faults).toEqual([]);
  });
});

test('the look of a view without data', async ({ page }) => {
  test.slow();
  const faults = faultsOf(page);
  const product = await startApp();
  try {
    await signIn(page, 'admin@example.com', product.address);
    for (const { tab, page: name } of SCREENS) {
      await tabs(page).getByRole('link', { name: tab, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/${name}\\?`));
      await expect(page.getByText('No deals in this view yet')).toBeVisible();
    }
    await looksRight(page, 'empty view');
    for (const name of ['Data', 'Targets', 'Weights and settings', 'Activity']) {
      await page.getByRole('button', { name: /^Signed in as/ }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await looksRight(page, `${name} of an empty view`);
    }
    expect(faults).toEqual([]);
  } finally {
    await product.stop();
  }
});

/** What the page logs as an error or throws, as it comes. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isQuestionWhoItIs(message)) faults.push(message.text());
  });
  return faults;
}

/** Before the sign-in the question who is signed in is answered 401, which the browser logs. */
const isQuestionWhoItIs = (message: ConsoleMessage) => message.location().url.endsWith('/api/auth/me');
