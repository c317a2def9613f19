import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/journey.js';
import { compactMoney } from './support/formats.js';

/** Where the Dashboard shows numbers that open something. */
const CARDS = ['app-headline', 'app-half-card', 'app-figures-block', 'app-meetings-block'];
const FIGURE = /\$?\d[\d,.]*(?:[KMB]|%)?/g;

/** With targets, which a selection has none of; what selections open, `links.journey` tries. */
test('a figure of the Dashboard opens a drawer that shows that very figure', async ({ page, signInAs }) => {
  await signInAs('admin@example.com');
  await page.locator('app-half-card').waitFor();
  const links = page.locator(CARDS.map((card) => `${card} button[aria-haspopup="dialog"]`).join(', '));
  const count = await links.count();
  expect(count).toBeGreaterThan(25);
  for (let at = 0; at < count; at++) await opensItself(page, links.nth(at));
});

async function opensItself(page: Page, link: Locator): Promise<void> {
  const words = (await link.innerText()).replace(/\s+/g, ' ');
  const figure = await figureOf(link);
  if (figure === null) return; // nothing to divide by, no amount: a dash
  await link.click();
  const drawer = page.getByRole('dialog');
  await expect.poll(async () => figuresIn(await drawer.innerText()), { message: words }).toContain(figure);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
}

/** The main number of a link: the large one of a card, else the first in its text. */
async function figureOf(link: Locator): Promise<string | null> {
  const large = link.locator('.value, b, .count').first();
  const text = (await large.count()) > 0 ? await large.innerText() : await link.innerText();
  return text.match(FIGURE)?.[0] ?? null;
}

/** Every number of the drawer, money as cards write it. */
function figuresIn(text: string): string[] {
  return (text.match(FIGURE) ?? []).map((figure) =>
    /^\$[\d,.]*\d$/.test(figure) ? compactMoney(Number(figure.replace(/[$,]/g, ''))) : figure,
  );
}
