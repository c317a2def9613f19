import type { BoardPreferences } from '@app/contracts';
import { type Browser, type Locator, type Page, expect } from '@playwright/test';
import { ask, signIn, viewIdOf } from './journey.js';
import { tabs } from './screens.js';

/** Opens Closing Projections through its tab. */
export async function openBoard(page: Page): Promise<void> {
  await tabs(page).getByRole('link', { name: 'Projections', exact: true }).click();
  await expect(page.locator('app-board-card').first()).toBeVisible();
}

export async function resetBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More about this board' }).click();
  await page.getByRole('menuitem', { name: 'Reset to default…' }).click();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Reset this board to its default?' })).toHaveCount(0);
}

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(status(page)).toHaveCount(0);
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
}

/** The same page in another browser. */
export async function another(
  browser: Browser,
  baseURL: string | undefined,
  email: string,
  address: string,
): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, email);
  await page.goto(address);
  await expect(page.locator('app-board-card').first()).toBeVisible();
  return page;
}

export const column = (page: Page, id: string): Locator =>
  page.locator(`app-board-column[data-column="${id}"]`);
/** What a board says was done. It is read out as well, so that its words stand twice: it is found by what it shows on hovering. */
export const said = (page: Page, words: string | RegExp): Locator => page.getByTitle(words);
export const status = (page: Page): Locator => page.locator('app-board-bar .status');
export const savedOf = (page: Page) =>
  ask<BoardPreferences>(page, `/api/views/${viewIdOf(page)}/preferences/projections`);

export const cardOf = (page: Page, client: string): Locator =>
  page
    .locator('app-board-card', { has: page.getByRole('button', { name: `Open ${client}`, exact: true }) })
    .first();

export const clientsOf = async (page: Page, id: string): Promise<string[]> =>
  (await column(page, id).locator('.client').allTextContents()).map((text) => text.trim());

/** Deals of each column, as its header says. */
export async function dealsOf(page: Page): Promise<Record<string, number>> {
  const counts = await page
    .locator('app-board-column')
    .evaluateAll((columns) =>
      columns.map((each) => [
        (each as HTMLElement).dataset.column ?? '',
        Number.parseInt(each.querySelector('.title span')?.textContent ?? '', 10),
      ]),
    );
  return Object.fromEntries(counts) as Record<string, number>;
}

/** Header of the columns, the bar above them and the table by AE tell of the same deals. */
export async function agrees(page: Page): Promise<void> {
  const counts = await dealsOf(page);
  for (const [id, count] of Object.entries(counts)) expect(await clientsOf(page, id)).toHaveLength(count);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  await expect(page.locator('app-board-bar .aside')).toContainText(`${total} deals`);
  const cells = await page.locator('app-owner-projections tfoot td').allTextContents();
  const ofTable = cells.filter((_, at) => at % 3 === 0).map(Number);
  expect(ofTable.reduce((sum, count) => sum + count, 0)).toBe(total);
}

export async function menuOf(page: Page, client: string, entry: string): Promise<void> {
  await cardOf(page, client)
    .getByRole('button', { name: `Move, hide: ${client}`, exact: true })
    .click();
  const menu = page.getByRole('menu');
  await menu
    .getByRole('menuitemradio', { name: entry })
    .or(menu.getByRole('menuitem', { name: entry }))
    .click();
}

export async function middleOf(element: Locator): Promise<{ x: number; y: number; height: number }> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + 14, height: box.height };
}

/** With the pointer, step by step as a hand does. */
export async function drag(
  page: Page,
  card: Locator,
  onto: Locator,
  where: 'on' | 'below' = 'on',
): Promise<void> {
  // Where it goes may lie below the window: the page scrolls to it before anything is measured.
  await onto.scrollIntoViewIfNeeded();
  const from = await middleOf(card);
  const to = await middleOf(onto);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 10, { steps: 4 });
  await page.mouse.move(to.x, to.y + (where === 'below' ? to.height / 2 : 4), { steps: 12 });
  await page.mouse.up();
  await expect(page.locator('.cdk-drag-preview')).toHaveCount(0);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Lifts a card with a finger and moves it on, as far as the points say; the finger stays down. */
export async function dragByFinger(page: Page, card: Locator, path: readonly Point[]) {
  const { x, y } = await middleOf(card);
  const session = await page.context().newCDPSession(page);
  const touch = (type: string, touchPoints: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints } as never);
  const moveTo = (point: Point) => touch('touchMove', [point]);
  const letGo = () => touch('touchEnd', []);
  // A finger rests before it lifts a card; on a page that is busy, longer.
  let rest = 400;
  await expect(async () => {
    await touch('touchStart', [{ x: x - 60, y }]);
    await new Promise((resolve) => setTimeout(resolve, (rest *= 1.5)));
    for (const point of [{ x: x - 60, y }, ...path]) await moveTo(point);
    const lifted = await page.locator('.cdk-drag-placeholder').count();
    if (lifted === 0) await letGo();
    expect(lifted).toBe(1);
  }).toPass();
  return { moveTo, letGo };
}
