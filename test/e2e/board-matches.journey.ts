import type { BoardData, SavedBoardDeal } from '@app/contracts';
import type { Page } from '@playwright/test';
import {
  cardOf,
  clientsOf,
  column,
  drag,
  menuOf,
  openBoard,
  resetBoard,
  said,
  save,
  savedOf,
  status,
} from './support/boards.js';
import { ask, expect, test, viewIdOf, send } from './support/journey.js';
import { tabs } from './support/screens.js';

test.describe('what a board is not sure of, and could not save', () => {
  test.beforeEach(async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    await openBoard(page);
    await resetBoard(page);
  });

  test.afterEach(({ page }) => resetBoard(page));

  test('doubtful matches are settled one by one and all at once, and stay settled', async ({ page }) => {
    const [right = '', wrong = '', third = '', fourth = ''] = await placedByOthers(page, 4);
    await page.reload();
    await page.getByRole('button', { name: '4 matches to check' }).click();
    const panel = page.locator('app-doubtful-panel');
    await expect(panel.locator('li').first()).toContainText('Recognised by its client alone');
    expect(await clientsOf(page, 'delayed')).toEqual([right, wrong, third, fourth]);

    await panel.getByRole('button', { name: `Yes, ${right} is the same deal` }).click();
    await panel.getByRole('button', { name: `No, ${wrong} is another deal` }).click();
    await expect(column(page, 'delayed').locator('.client')).toHaveText([right, third, fourth]);
    await page.keyboard.press('Control+z');
    await expect(column(page, 'delayed').locator('.client')).toHaveText([right, wrong, third, fourth]);
    await panel.getByRole('button', { name: `No, ${wrong} is another deal` }).click();
    await panel.getByRole('button', { name: 'All are right' }).click();
    await expect(panel).toContainText('Nothing is left to check.');
    await save(page);
    const { preferences } = await savedOf(page);
    expect(preferences.delayed?.map(({ client, match_check }) => [client, match_check?.is])).toEqual([
      [right, 'confirmed'],
      [wrong, 'refused'],
      [third, 'confirmed'],
      [fourth, 'confirmed'],
    ]);
    await page.reload();
    await expect(column(page, 'delayed').locator('.client')).toHaveText([right, third, fourth]);
    await expect(page.getByRole('button', { name: /to check$/ })).toHaveCount(0);
    await page.getByRole('button', { name: '1 saved deal is not on the board any more' }).click();
    await expect(page.locator('app-apart-panel li')).toContainText(wrong);
    await expect(status(page)).toHaveCount(0);
  });

  test('a save that failed is offered again once the connection is back', async ({ page, context }) => {
    const [first = ''] = await clientsOf(page, 'next_14_days');
    await menuOf(page, first, 'Delayed');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    // A list of the page may have been asked for meanwhile, too.
    const board = page.getByRole('region', { name: 'Closing projections' });
    const box = board.locator('app-problem-notice');
    await expect(box).toContainText('You are offline');
    await context.setOffline(false);
    await expect(box).toHaveCount(0);
    await expect(status(page)).toHaveText('1 unsaved change');
    await page.getByRole('button', { name: 'Save now' }).click();
    await expect(status(page)).toHaveCount(0);
    await expect(page.getByText('You are back online')).toHaveCount(0);
    const { preferences } = await savedOf(page);
    expect(preferences.delayed?.map(({ client }) => client)).toEqual([first]);
  });

  test('the help lists the keys of the board that is on the page', async ({ page }) => {
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(help.getByRole('heading', { name: 'On the board' })).toBeVisible();
    await expect(help).toContainText('Lift the card, and drop it');
    await page.keyboard.press('Escape');
  });
});

test('a card of the pipeline that is dropped on another stage stays, and is told why', async ({
  page,
  signInAs,
}) => {
  await signInAs('admin@example.com');
  await tabs(page).getByRole('link', { name: 'Meetings generation' }).click();
  // A long column is drawn bit by bit.
  const intro = column(page, 'intro');
  const held = Number.parseInt(await intro.locator('.title span').innerText(), 10);
  await expect(intro.locator('app-board-card')).toHaveCount(held);
  const before = await clientsOf(page, 'intro');
  const [first = ''] = before;
  await drag(page, cardOf(page, first), column(page, 'proposal_sent').locator('app-board-card').nth(1));
  await expect(said(page, `${first} stays in Intro: the column is the stage`)).toBeVisible();
  expect(await clientsOf(page, 'intro')).toEqual(before);
  await expect(status(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Where the data comes from' }).click();
  await expect(page).toHaveURL(/\/data/);
});

/** A board that other software saved, with ids of its own: clients with one deal each, in other stages. */
async function placedByOthers(page: Page, count: number): Promise<string[]> {
  const id = viewIdOf(page);
  const { deals } = await ask<BoardData>(page, `/api/views/${id}/boards/projections`);
  const alone = [...Map.groupBy(deals, ({ client }) => client).values()].flatMap((own) =>
    own.length === 1 ? own : [],
  );
  const delayed = alone.slice(0, count).map(({ client, stage, value }, at): SavedBoardDeal => ({
    id: `of other software ${at}`,
    client,
    stage: stage === 'B Legals' ? 'D POA Booked' : 'B Legals',
    pipeline: value ?? 0,
    probability: 50,
    hidden: false,
  }));
  const answer = await send(page, 'PUT', `/api/views/${id}/preferences/projections`, {
    preferences: { delayed },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return delayed.map(({ client }) => client ?? '');
}
