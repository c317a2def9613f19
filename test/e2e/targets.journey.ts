import type { Targets } from '@app/contracts';
import type { Browser, Locator, Page } from '@playwright/test';
import { ask, expect, signIn, test, viewIdOf, send } from './support/journey.js';
import { tabs } from './support/screens.js';

const ADMIN = 'admin@example.com';

test.describe('targets', () => {
  test('decide the status of a number on its page', async ({ page, signInAs }) => {
    await signInAs(ADMIN);
    // A period that is over: all of its target is due.
    await page.getByRole('button', { name: 'Previous period' }).click();
    for (const [target, status] of [
      ['0.5', 'On track'],
      ['5000', 'Behind'],
    ] as const) {
      await openTargets(page);
      await field(page, 'POA generated').fill(target);
      await save(page);
      await tabs(page).getByRole('link', { name: 'Meetings attended' }).click();
      const poa = page.locator('app-number-card', { hasText: 'POA generated' });
      await expect(poa.locator('app-status-label')).toHaveText(status);
      await expect(poa).toContainText(target === '5000' ? 'of 30,000' : 'of 3');
    }
    // What is taken back shows on whatever page is open by then.
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(page.locator('app-number-card', { hasText: 'POA generated' })).toContainText('of 3 ');
  });

  test('merge the changes of two admins, and say who changed what', async ({
    page,
    signInAs,
    browser,
    baseURL,
  }) => {
    await signInAs(ADMIN);
    await openTargets(page);
    const other = await secondAdmin(browser, baseURL, page.url());
    await field(page, 'Deals closed').fill('7');
    await field(other, 'Intros attended').fill('41');
    await save(other);

    await look(page);
    const news = page.locator('app-news-box');
    await expect(news).toContainText('changed targets while this page was open');
    await expect(news).toContainText('Intros attended: 41');
    await expect(news).toContainText('Your unsaved changes are kept.');
    await expect(field(page, 'Intros attended')).toHaveValue('41');
    await expect(field(page, 'Deals closed')).toHaveValue('7');
    await save(page);
    const { resolved } = await targetsOf(page);
    expect(resolved.intro?.value).toBe(41);
    expect(resolved.deals_closed?.value).toBe(7);
    await other.context().close();
  });

  test('ask which value to keep when two admins change the same target', async ({
    page,
    signInAs,
    browser,
    baseURL,
  }) => {
    await signInAs(ADMIN);
    await openTargets(page);
    const other = await secondAdmin(browser, baseURL, page.url());
    await field(page, 'POA generated').fill('21');
    await field(other, 'POA generated').fill('31');
    await save(other);

    // The page has not reloaded in between: the server refuses, and nothing typed is lost.
    await page.getByRole('button', { name: 'Save…' }).click();
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await expect(page.getByText(/set this to 31 meanwhile/)).toBeVisible();
    expect((await targetsOf(page)).resolved.poa?.value).toBe(31);
    await expect(field(page, 'POA generated')).toHaveValue('21');
    await page.getByRole('button', { name: 'Keep 21' }).click();
    await save(page);
    expect((await targetsOf(page)).resolved.poa?.value).toBe(21);

    await field(other, 'POA generated').fill('51');
    await look(other);
    await other.getByRole('button', { name: 'Take 21' }).click();
    await expect(field(other, 'POA generated')).toHaveValue('21');
    await expect(other.getByText('unsaved change')).toHaveCount(0);
    await other.context().close();
  });

  test('can be restored from the history, which records that, too', async ({ page, signInAs }) => {
    await signInAs(ADMIN);
    await openTargets(page);
    await field(page, 'Deals closed').fill('3');
    await save(page);
    const before = await targetsOf(page);
    await field(page, 'Deals closed').fill('9');
    await save(page);
    const history = page.locator('app-history-card');
    await expect(history.locator('ol > li').first()).toContainText('in force');

    await history.getByRole('button', { name: `Revision ${before.revision}` }).click();
    await expect(history.locator('.ask')).toContainText(
      `Going back to revision ${before.revision} will change`,
    );
    await history.getByRole('button', { name: 'Go back', exact: true }).click();
    await expect(history.locator('ol > li').first()).toContainText(
      `went back to revision ${before.revision}`,
    );
    await expect(field(page, 'Deals closed')).toHaveValue('3');
    const after = await targetsOf(page);
    expect(after.raw).toEqual(before.raw);
    expect(after.revision).toBe(before.revision + 2);
  });

  test('of a month are set in all views at once, in four clicks and one number, and taken back', async ({
    page,
    signInAs,
  }) => {
    await signInAs(ADMIN);
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Targets of all views' }).click();
    const cells = page.getByRole('textbox', { name: /^Dec \d{4}, (?!every view|Master)/ });
    await expect(cells).toHaveCount(4);
    const before = await Promise.all((await cells.all()).map((cell) => cell.inputValue()));
    await page.getByRole('textbox', { name: /^Dec \d{4}, every view$/ }).click();
    await page.keyboard.type('123,456');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save 4 targets in 4 views' }).click();
    await expect(page.getByText('4 targets in 4 views saved.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: /^Dec \d{4}, Master$/ })).toHaveAttribute(
      'placeholder',
      '493,824',
    );
    await page.keyboard.press('u');
    await expect(page.getByText('Undone.')).toBeVisible();
    for (const [at, value] of before.entries()) await expect(cells.nth(at)).toHaveValue(value);
  });

  test('survive a reload while they are unsaved', async ({ page, signInAs }) => {
    await signInAs(ADMIN);
    await openTargets(page);
    await field(page, 'Renewal').fill('12');
    await page.reload();
    await expect(page.getByText('Your unsaved changes from before are still here.')).toBeVisible();
    await expect(field(page, 'Renewal')).toHaveValue('12');
    await page.getByRole('button', { name: 'Discard all' }).click();
    await expect(field(page, 'Renewal')).not.toHaveValue('12');
  });

  test('are closed to a viewer, who is told whom to ask', async ({ page, signInAs }) => {
    await signInAs('demo@example.com');
    const id = viewIdOf(page);
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await expect(page.getByRole('menuitem', { name: 'Data' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /Targets|settings/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    for (const address of [`/v/${id}/targets`, '/settings']) {
      await page.goto(address);
      await expect(page.getByText('Only super admins can open this page')).toBeVisible();
      await expect(page.getByText('Ask one of them for a change.')).toBeVisible();
    }
    const refused = await send(page, 'PUT', `/api/views/${id}/targets`, {
      targets: { intro_poa: { poa: 1 } },
    });
    expect(refused.status()).toBe(403);
  });
});

async function openTargets(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Targets', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Targets · / })).toBeVisible();
  await expect(field(page, 'POA generated')).toBeVisible();
}

const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name: `${name}, a month` });

/** Opens the preview of the changes and saves them. */
async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save…' }).click();
  await page.getByRole('button', { name: /^Save \d+ change/ }).click();
  await expect(page.getByText(/\d+ targets? of .* saved\./).last()).toBeVisible();
}

/** As when the reader returns to the window: the page checks for changes of others. */
const look = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')));

/** The same page in another browser. */
async function secondAdmin(browser: Browser, baseURL: string | undefined, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, ADMIN);
  await page.goto(address);
  await expect(field(page, 'POA generated')).toBeVisible();
  return page;
}

const targetsOf = (page: Page) => ask<Targets>(page, `/api/views/${viewIdOf(page)}/targets`);
