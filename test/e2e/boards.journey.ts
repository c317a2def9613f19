import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import {
  openBoard,
  resetBoard,
  said,
  save,
  another,
  column,
  status,
  savedOf,
  cardOf,
  clientsOf,
  dealsOf,
  agrees,
  menuOf,
  middleOf,
  drag,
} from './support/boards.js';
import { expect, test, viewIdOf } from './support/journey.js';
import { tabs } from './support/screens.js';

const ADMIN = 'admin@example.com';
const ASHER = 'asher@primelis.com';

test.describe('Closing Projections', () => {
  test.beforeEach(async ({ page, signInAs }) => {
    await signInAs(ADMIN);
    await openBoard(page);
    await resetBoard(page);
  });

  test.afterEach(({ page }) => resetBoard(page));

  test('moves cards across and within columns by pointer, and its totals follow', async ({ page }) => {
    const [first = '', second = ''] = await clientsOf(page, 'next_14_days');
    const before = await dealsOf(page);
    // The browser would drag the selected text instead.
    await page.keyboard.press('Control+a');
    await drag(page, cardOf(page, first), column(page, 'next_30_60_days').locator('app-board-card').nth(1));
    await expect.poll(() => clientsOf(page, 'next_14_days')).not.toContain(first);
    expect(await clientsOf(page, 'next_30_60_days')).toContain(first);
    expect(await dealsOf(page)).toEqual({
      ...before,
      next_14_days: (before.next_14_days ?? 0) - 1,
      next_30_60_days: (before.next_30_60_days ?? 0) + 1,
    });
    await agrees(page);

    const third = (await clientsOf(page, 'next_14_days'))[1] ?? '';
    await drag(page, cardOf(page, second), cardOf(page, third), 'below');
    await expect
      .poll(async () => (await clientsOf(page, 'next_14_days')).slice(0, 2))
      .toEqual([third, second]);
    await expect(status(page)).toHaveText('2 unsaved changes');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(status(page)).toHaveCount(0);
    expect((await clientsOf(page, 'next_14_days'))[0]).toBe(first);
    await page.keyboard.press('Control+Shift+z');
    await expect(status(page)).toHaveText('1 unsaved change');
  });

  test('takes a card to the end of nowhere: an empty column, the list of hidden ones', async ({ page }) => {
    const [first = '', second = ''] = await clientsOf(page, 'next_14_days');
    await drag(page, cardOf(page, first), column(page, 'delayed').locator('ul'));
    await expect.poll(() => clientsOf(page, 'delayed')).toEqual([first]);
    await agrees(page);
    await menuOf(page, second, 'Hide from this board');
    await expect(page.getByText(/^1 hidden:/)).toBeVisible();
    await agrees(page);
    await page.getByRole('button', { name: 'Hidden 1' }).click();
    await page.getByRole('button', { name: `Show ${second} again` }).click();
    await expect(cardOf(page, second)).toBeVisible();
  });

  test('is worked with the keyboard alone, told to those who do not see it', async ({ page }) => {
    const [first = ''] = await clientsOf(page, 'next_14_days');
    await cardOf(page, first)
      .getByRole('button', { name: `Open ${first}` })
      .focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    await expect.poll(async () => (await clientsOf(page, 'next_30_60_days'))[1]).toBe(first);
    await expect(page.locator('.cdk-live-announcer-element')).toContainText(
      `${first} dropped: Next 30-60 days, 2 of`,
    );
    // It is said, and lengthens no page.
    expect(await page.locator('.cdk-live-announcer-element').boundingBox()).toMatchObject({
      width: 1,
      height: 1,
    });
    await expect(cardOf(page, first).getByRole('button', { name: `Open ${first}` })).toBeFocused();
    for (const key of ['Control+z', 'Control+Shift+z']) {
      await page.keyboard.press(key);
      await expect(cardOf(page, first).getByRole('button', { name: `Open ${first}` })).toBeFocused();
    }
    for (const key of ['Space', 'ArrowUp', 'Escape']) await page.keyboard.press(key);
    await expect.poll(async () => (await clientsOf(page, 'next_30_60_days'))[1]).toBe(first);
    await page.keyboard.press('m');
    await page.getByRole('menuitemradio', { name: 'Next 60-90 days' }).click();
    await expect.poll(async () => (await clientsOf(page, 'next_60_90_days')).at(-1)).toBe(first);
    await cardOf(page, first).getByRole('button', { name: '50%' }).click();
    await agrees(page);
  });

  test('moves nothing under the finger when data is published during a drag', async ({
    page,
    browser,
    baseURL,
  }) => {
    const other = await another(browser, baseURL, ADMIN, page.url());
    const [first = ''] = await clientsOf(page, 'next_14_days');
    const from = await middleOf(cardOf(page, first));
    const to = await middleOf(column(page, 'next_30_60_days').locator('app-board-card').nth(1));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 12, from.y + 12, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 8 });
    const places = () =>
      page
        .locator('app-board-column')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    const before = await places();
    await publish(other);
    await expect(other.getByRole('heading', { name: /^Published: / })).toBeVisible();
    expect(await places()).toEqual(before);
    await expect(page.getByText(/^New data, /)).toHaveCount(0);
    await page.mouse.up();
    await expect.poll(() => clientsOf(page, 'next_30_60_days')).toContain(first);
    await expect(page.getByText(/^New data, /)).toBeVisible();
    await page.getByRole('button', { name: 'Show it' }).click();
    await expect(said(page, /^New data was merged into your board/)).toBeVisible();
    expect(await clientsOf(page, 'next_30_60_days')).toContain(first);
    await expect(status(page)).toHaveText('1 unsaved change');
    await other.context().close();
  });

  test('returns to the default, always, and can be restored from its versions', async ({ page }) => {
    const before = await clientsOf(page, 'next_14_days');
    await menuOf(page, before[0] ?? '', 'Delayed');
    await save(page);
    await resetBoard(page);
    await expect.poll(() => clientsOf(page, 'next_14_days')).toEqual(before);
    expect((await savedOf(page)).updated_at).toBeNull();
    await page.getByRole('button', { name: 'More about this board' }).click();
    await page.getByRole('menuitem', { name: 'Versions…' }).click();
    await page
      .locator('app-versions-panel')
      .getByRole('button', { name: /^Restore the board of/ })
      .first()
      .click();
    await expect.poll(() => clientsOf(page, 'delayed')).toEqual([before[0]]);
  });

  test('is saved as a file as it is shown, and one column of it', async ({ page }) => {
    const [first = ''] = await clientsOf(page, 'next_14_days');
    await menuOf(page, first, 'Delayed');
    for (const [title, format, clients] of [
      ['Closing projections', /^CSV/, null],
      ['Delayed', /^CSV/, [first]],
      ['Delayed', /^Excel/, null],
    ] as const) {
      await page.getByRole('button', { name: `Export or print ${title}`, exact: true }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: format }).click(),
      ]);
      const text = await readFile(await file.path(), 'latin1');
      expect(text.length).toBeGreaterThan(100);
      if (clients) for (const client of clients) expect(text).toContain(client);
    }
  });

  test('prints a column by itself: each of its cards, with headings on each page', async ({ page }) => {
    // A print dialog would wait for somebody.
    await page.evaluate(() => (window.print = () => undefined));
    const clients = await clientsOf(page, 'next_30_60_days');
    await page.getByRole('button', { name: 'Export or print Next 30-60 days' }).click();
    await page.getByRole('menuitem', { name: /^Print/ }).click();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    // Beside those of the lists of the page, which are not printed with it.
    const paper = page.locator('app-paper-sheet.printed');
    await expect(paper.getByRole('heading')).toHaveText('Closing projections: Next 30-60 days');
    await expect(paper.locator('p').first()).toContainText('Board of ');
    const named = await paper.locator('tbody tr:not(.totals) td:nth-child(2)').allTextContents();
    expect(named.map((text) => text.replace('(new)', '').trim())).toEqual(clients);
    // Nothing else of the page is on the sheet, and what heads the table is what a browser repeats.
    for (const other of ['app-shell > .top', 'app-board-bar', 'app-board', 'app-owner-projections'])
      for (const each of await page.locator(other).all()) await expect(each).toBeHidden();
    const display = (selector: string) =>
      paper.locator(selector).evaluate((element) => getComputedStyle(element).display);
    expect(await display('thead')).toBe('table-header-group');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(paper).toHaveCount(0);
    await page.emulateMedia({ media: null });
    await expect(page.locator('app-board')).toBeVisible();
  });

  test('is found from the search, card by card', async ({ page }) => {
    const last = (await clientsOf(page, 'next_60_90_days')).at(-1) ?? '';
    await tabs(page).getByRole('link', { name: 'Dashboard' }).click();
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill(last);
    const card = page.getByRole('group', { name: 'On the board' }).getByRole('option').first();
    await expect(card).toContainText('Closing projections · Next 60-90 days');
    await card.click();
    await expect(page.locator('li.found')).toContainText(last);
    await expect(page.locator('li.found')).toBeInViewport();
  });
});

test('two boards are compared deal by deal, and accepted one by one or all at once', async ({
  page,
  signInAs,
}) => {
  await signInAs(ADMIN);
  await openBoard(page);
  await resetBoard(page);
  const [first = '', second = ''] = await clientsOf(page, 'next_14_days');
  await menuOf(page, first, 'Delayed');
  await cardOf(page, second).getByRole('button', { name: '50%' }).click();
  await page.getByRole('button', { name: 'Duel' }).click();
  await page.getByLabel('Second board').selectOption('Default board');
  const duel = page.locator('app-duel');
  const rows = duel.locator('.row');
  await expect(rows).toHaveCount(2);
  await expect(duel).toContainText('In other columns: 1 deal');
  await expect(duel).toContainText('Weighed otherwise: 1 deal, −$');
  await page.reload();
  await expect(rows).toHaveCount(2);
  await duel.getByRole('button', { name: `Accept ${second} into my board` }).click();
  await expect(rows).toHaveCount(1);
  await expect(status(page)).toHaveText('1 unsaved change of my board');
  await duel.getByRole('button', { name: /^Accept (all|the) \d+ of Default board$/ }).click();
  await expect(duel).toContainText('My board and Default board say the same of every deal');
  await expect(status(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'My board', exact: true }).click();
  await resetBoard(page);
});

test('Asher’s point of view is read by all, and written by its owner alone', async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  await signInAs(ASHER);
  await openBoard(page);
  await page.getByRole('button', { name: /^Asher POV/ }).click();
  const [first = ''] = await clientsOf(page, 'next_14_days');
  await menuOf(page, first, 'Delayed');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('textbox', { name: /^Note/ }).fill('As told on Monday');
  await page.getByRole('button', { name: 'Save for everybody' }).click();
  await expect(status(page)).toHaveCount(0);

  const other = await another(browser, baseURL, ADMIN, page.url());
  await expect(other.locator('app-pov-banner')).toContainText('Asher’s point of view, saved');
  await expect(other.locator('app-pov-banner')).toContainText('As told on Monday');
  await expect(other.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  await expect(other.getByRole('button', { name: /^Move, hide/ })).toHaveCount(0);
  expect(await clientsOf(other, 'delayed')).toEqual([first]);
  await other.getByRole('button', { name: 'Back to my board' }).click();
  await expect.poll(() => clientsOf(other, 'delayed')).toEqual([]);
  await other.getByRole('button', { name: /^Asher POV/ }).click();
  await other.getByRole('button', { name: 'Save as mine' }).click();
  await expect.poll(async () => (await savedOf(other)).preferences.delayed?.length).toBe(1);
  await expect.poll(() => clientsOf(other, 'delayed')).toEqual([first]);
  await resetBoard(other);
  await other.context().close();

  await resetBoard(page);
  await expect.poll(() => clientsOf(page, 'delayed')).toEqual([]);
});

/** Publishes what the view has already, with a deal more. */
async function publish(page: Page): Promise<void> {
  const id = viewIdOf(page);
  const text = await (await page.request.get(`/api/views/${id}/records/export?format=csv`)).text();
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  await page.goto(`/v/${id}/data`);
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'deals.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([head, ...lines.slice(1)].join('\n')),
  });
  const published = page.getByRole('heading', { name: /^Published: / });
  const anyway = page.getByRole('button', { name: 'Publish anyway' });
  await expect(published.or(anyway)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
}
