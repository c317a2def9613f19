import { readFile } from 'node:fs/promises';
import type { DealRecordPage, UserPage, ViewPage } from '@app/contracts';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { cardOf, clientsOf, column, drag, openBoard, resetBoard, save, signOut } from './support/boards.js';
import { deals } from './support/formats.js';
import { ask, expect, signIn, test, viewIdOf } from './support/journey.js';
import { tabs } from './support/screens.js';

/** A viewer of one view, whom the product offers to sign in. */
const VIEWER = 'market@example.com';
const OWN = 'Market';
/** Pages that only super admins have, by their address. */
const ADMIN_PAGES = ['users', 'views', 'settings', 'tokens', 'activity'];

test('a viewer’s day: one view, its numbers, an own board, a file, and nothing else', async ({
  page,
  browser,
  product,
  signInAs,
}) => {
  const { own, client, others, strangers } = await whatThereIs();
  await signInAs(VIEWER);
  const view = viewIdOf(page);
  expect(view).toBe(own.id);

  await test.step('the switcher and the search know this view alone', async () => {
    await page.getByRole('button', { name: /^View: / }).click();
    await expect(page.getByRole('menuitemradio')).toHaveText([new RegExp(OWN)]);
    await page.keyboard.press('Escape');
    for (const words of [...others.map(({ name }) => name), ...strangers]) {
      await search(page, words);
      await expect(page.getByRole('group', { name: 'Views' })).toHaveCount(0);
      await expect(page.getByText(`Nothing here is called “${words}”.`)).toBeVisible();
      await page.keyboard.press('Escape');
    }
    await search(page, client);
    await expect(page.getByRole('group', { name: 'Clients' })).toContainText(client);
    await page.keyboard.press('Escape');
  });

  await test.step('a number opens down to its records', async () => {
    await tabs(page).getByRole('link', { name: 'Meetings attended' }).click();
    await page.locator('app-number-card', { hasText: 'POA generated' }).getByRole('button').first().click();
    const drawer = page.getByRole('dialog');
    const { from, to } = await periodOf(page);
    const asked = `metric=poa.generated&from=${from}&to=${to}`;
    const records = await ask<DealRecordPage>(page, `/api/views/${view}/analytics/records?${asked}`);
    expect(records.total).toBeGreaterThan(0);
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(deals(records.total));
    const lines = await saved(page, drawer.getByRole('link', { name: 'Export POA generated as CSV' }));
    expect(lines).toHaveLength(records.total);
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
  });

  await test.step('the board is sorted and saved', async () => {
    await openBoard(page);
    await resetBoard(page);
    const [first = '', second = ''] = await clientsOf(page, 'next_30_60_days');
    await drag(page, cardOf(page, first), cardOf(page, second), 'below');
    await expect(column(page, 'next_30_60_days').locator('.client').first()).toHaveText(second);
    await save(page);
    await page.reload();
    await expect(column(page, 'next_30_60_days').locator('.client').first()).toHaveText(second);
    expect((await clientsOf(page, 'next_30_60_days')).slice(0, 2)).toEqual([second, first]);
    await resetBoard(page);
  });

  await test.step('pages of super admins are neither in the menu nor behind their addresses', async () => {
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    await expect(
      page.getByRole('menuitem', { name: /Users|Views|settings|tokens|Activity|Targets/ }),
    ).toHaveCount(0);
    await page.keyboard.press('Escape');
    for (const path of [...ADMIN_PAGES, `v/${view}/targets`]) {
      await page.goto(`/${path}`);
      await expect(page.getByRole('heading', { name: 'Only super admins can open this page' })).toBeVisible();
    }
    for (const path of ['users', 'tokens', 'audit-log', 'archived-views', 'view-openers'])
      expect([path, (await page.request.get(`/api/${path}`)).status()]).toEqual([path, 403]);
  });

  await test.step('of other views there is nothing, by no address', async () => {
    for (const { id, name } of others) {
      await page.goto(`/v/${id}/dashboard`);
      await expect(page.getByText('This view does not exist, or you do not have access to it')).toBeVisible();
      await expect(page.getByText(name, { exact: true })).toHaveCount(0);
      for (const path of ['', '/records', '/records/export?format=csv', '/screens/dashboard', '/targets'])
        expect((await page.request.get(`/api/views/${id}${path}`)).status()).toBe(404);
    }
  });

  await test.step('after signing out, Back shows nothing', async () => {
    await page.goto(`/v/${view}/data`);
    await openBoard(page);
    const [client = ''] = await clientsOf(page, 'next_30_60_days');
    await signOut(page);
    for (const back of [1, 2, 3]) {
      await page.goBack();
      await expect(page).toHaveURL(/sign-in/);
      await expect(page.getByRole('button', { name: VIEWER }), `Back ${back}`).toBeVisible();
      await expect(page.getByText(client)).toHaveCount(0);
      await expect(page.getByRole('navigation', { name: 'Pages of this view' })).toHaveCount(0);
    }
    expect((await page.request.get(`/api/views/${view}/records`)).status()).toBe(401);
  });

  /** Views as a super admin sees them, and clients that the viewer has no deal with. */
  async function whatThereIs() {
    const admin = await browser.newPage({ baseURL: product.address });
    await signIn(admin, 'admin@example.com');
    const { items } = await ask<ViewPage>(admin, '/api/views');
    const people = await ask<UserPage>(admin, '/api/users');
    expect(people.items.find(({ email }) => email === VIEWER)?.view_access).toEqual([OWN]);
    const own = items.find(({ name }) => name === OWN);
    if (!own) throw new Error(`There is no view ${OWN}.`);
    const clientsIn = async (id: string) => {
      const records = await ask<DealRecordPage>(admin, `/api/views/${id}/records?limit=500`);
      return records.items.map(({ client }) => client);
    };
    const known = new Set(await clientsIn(own.id));
    const others = items.filter(({ id }) => id !== own.id);
    const found = await Promise.all(
      others.map(async ({ id }) => (await clientsIn(id)).find((client) => !known.has(client)) ?? []),
    );
    await admin.close();
    const strangers = [...new Set(found.flat())];
    expect(strangers.length).toBeGreaterThan(0);
    return { own, client: [...known][0] ?? '', others, strangers };
  }
});

async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill(words);
}

/** The period that the page shows, as its numbers are asked for. */
async function periodOf(page: Page): Promise<{ from: string; to: string }> {
  const asked = page.waitForResponse((response) => response.url().includes('/screens/'));
  await page.reload();
  const { searchParams } = new URL((await asked).url());
  return { from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
}

/** The rows of a file that a link of the page downloads. */
async function saved(page: Page, link: Locator): Promise<Record<string, string>[]> {
  const waiting = page.waitForEvent('download');
  await link.click();
  return parse(await readFile(await (await waiting).path()), { columns: true, bom: true });
}
