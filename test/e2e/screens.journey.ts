import type { DealRecordPage, FilterChoices } from '@app/contracts';
import type { Page } from '@playwright/test';
import { ask, expect, switchTo, test, viewIdOf } from './support/journey.js';
import { SCREENS, type ScreenPage, answerTo, showsItsNumbers, tabs } from './support/screens.js';
import { deals, short } from './support/formats.js';

test.describe('the screens', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('admin@example.com'));

  test('show the numbers of the API, tab by tab', async ({ page }) => {
    for (const screen of SCREENS) await showsItsNumbers(page, screen, await openTab(page, screen));
  });

  test('show Master, one AE, another period and last year, and keep the choice on each tab', async ({
    page,
  }) => {
    await switchTo(page, 'Master');
    await page.getByRole('button', { name: /^AE / }).click();
    await page.getByRole('dialog', { name: 'AE' }).getByRole('checkbox').nth(1).check();
    await page.keyboard.press('Escape');
    await choose(page, /^against /, 1);
    await page.getByRole('button', { name: 'Quarter', exact: true }).click();
    await page.getByRole('button', { name: 'Previous period' }).click();
    const chosen = new URL(page.url()).searchParams;
    expect([...chosen.keys()].sort()).toEqual(['against', 'owner', 'period']);

    for (const screen of SCREENS) {
      const answered = await openTab(page, screen);
      expect(new URL(page.url()).searchParams.toString()).toBe(chosen.toString());
      const { searchParams: asked } = answered.asked;
      expect(asked.get('owner')).toBe(chosen.get('owner'));
      expect(`quarter:${quarterOf(asked.get('from'))}`).toBe(chosen.get('period'));
      expect(answered.screen.comparison?.against).toBe('last_year');
      await showsItsNumbers(page, screen, answered);
    }
  });

  test('open as many deals as a list says under a filter of the bar, which a phone has in one chip', async ({
    page,
  }) => {
    await switchTo(page, 'Master');
    const { screen } = await openTab(page, screenNamed('meetings-generation'));
    const { values } = await ask<FilterChoices>(page, `/api/views/${viewIdOf(page)}/filters`);
    const named = values.owner.find(({ label }) => label.length > 3)?.label ?? '';
    const typed = `${named}x`;
    await page.goto(`${page.url()}&owner=${encodeURIComponent(typed)}`);
    await expect(page.getByRole('heading', { name: `No deals for AE ${typed} in Master` })).toBeVisible();
    await expect(page.getByRole('button', { name: `AE ${typed} not in this view` })).toBeVisible();
    await page.getByRole('button', { name: `Show AE ${named}` }).press('Enter');
    await expect(page.locator('app-metric-records').first()).toBeVisible();
    await page.getByRole('button', { name: `Remove the filter AE ${named}` }).press('Enter');
    await expect(page).not.toHaveURL(/owner=/);
    const [bdr] = values.bdr
      .filter(({ value }) => value !== '')
      .sort((one, other) => other.deals - one.deals);
    await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
    await page.getByRole('dialog', { name: 'Filter by' }).getByRole('button', { name: 'BDR' }).press('Enter');
    const choices = page.getByRole('dialog', { name: 'BDR' });
    await choices.getByRole('checkbox', { name: bdr?.label ?? '', exact: true }).press('Space');
    await expect.poll(() => new URL(page.url()).searchParams.getAll('bdr')).toEqual([bdr?.value]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();

    const { from, to } = screen.period;
    const asked = new URLSearchParams({ metric: 'meetings.total', from, to, bdr: bdr?.value ?? '' });
    const { total } = await ask<DealRecordPage>(
      page,
      `/api/views/${viewIdOf(page)}/analytics/records?${asked.toString()}`,
    );
    const list = page.locator('app-metric-records').first();
    await expect(list.locator('.card-head .aside')).toHaveText(deals(total));
    await list.getByRole('button', { name: `All ${deals(total)}` }).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(deals(total));
    await expect(drawer).toContainText(`BDR ${bdr?.label ?? ''}`);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();

    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: /· Everyone · 1 filter$/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Period and filters' });
    await sheet.getByRole('button', { name: /^Remove the filter BDR / }).click();
    await expect(page).not.toHaveURL(/bdr=/);
    await sheet.getByRole('button', { name: 'Week', exact: true }).click();
    await sheet.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(sheet).toBeHidden();
    await expect(page).toHaveURL(/period=week:\d{4}-\d\d-\d\d$/);
  });

  test('show the change of a number, but only with a comparison', async ({ page }) => {
    const attended = screenNamed('meetings-attended');
    const { screen } = await openTab(page, attended);
    // While the period is under way it is told how far of the earlier one as many days reach.
    const { label = '', is_partial: isPartial, through = '' } = screen.comparison ?? {};
    const name = isPartial ? `${label.replace(` ${through.slice(0, 4)}`, '')} to ` : label;
    const [change] = await page
      .locator('app-number-card', { hasText: 'Intros attended' })
      .locator('app-change-label')
      .allInnerTexts();
    const { current, previous, change: by } = screen.comparison?.values['intros.attended'] ?? {};
    if (current === previous) expect(change).toContain(`as in ${name}`);
    else expect(change).toContain(`${short(by ?? null, 'ratio').replace('-', '')} on ${name}`);

    await choose(page, /^against /, 2);
    await expect(page.locator('app-change-label')).toHaveCount(0);
    await expect(page).toHaveURL(/against=none/);
  });

  test('print each list to its end', async ({ page }) => {
    for (const screen of SCREENS) {
      await openTab(page, screen);
      await printsWhole(page, screen.page);
    }
  });

  test('print lists that were not read to their end', async ({ page }) => {
    await switchTo(page, 'Master');
    await page.getByRole('button', { name: 'Year', exact: true }).click();
    await openTab(page, screenNamed('meetings-attended'));
    const [longest = 0] = (await printsWhole(page, 'meetings-attended')).sort((one, other) => other - one);
    expect(longest).toBeGreaterThan(200);
  });

  test('show parts that add up to the total', async ({ page }) => {
    await openTab(page, screenNamed('meetings-generation'));
    const card = page.locator('app-share-bars');
    const whole = card.locator('.total');
    await expect(whole).toContainText('100%');
    const parts = (await card.locator('li b').allInnerTexts()).map(Number);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(await whole.locator('b').innerText()));
  });

  test('are the same after a reload: table, order and numbers', async ({ page }) => {
    const attended = screenNamed('meetings-attended');
    await openTab(page, attended);
    const performance = page.locator('app-metric-table', { hasText: 'AE performance' });
    await performance.getByRole('button', { name: 'POA generated', exact: true }).click();
    const trend = page.locator('app-chart-card', { hasText: 'Month by month' });
    await trend.getByRole('button', { name: 'Table' }).click();
    await expect(trend.getByRole('grid')).toBeVisible();
    await page.getByLabel('Relevance, filter of Intros attended').selectOption('Relevant');
    await expect(page).toHaveURL(/intros_relevance=Relevant/);

    const content = page.locator('main');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const before = await content.evaluate(textInSight);
    await page.reload();
    await expect.poll(() => content.evaluate(textInSight)).toBe(before);
    await expect(performance.getByRole('columnheader', { name: 'POA generated' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await trend.getByRole('button', { name: 'Chart' }).click();
  });

  test('belong to one view: another one shows its own numbers on the same page', async ({ page }) => {
    const attended = screenNamed('meetings-attended');
    await openTab(page, attended);
    const first = viewIdOf(page);
    const answered = await answerTo(page, attended.page, () => switchTo(page, 'Market'));
    expect(answered.screen.view_id).not.toBe(first);
    await expect(page).toHaveURL(/\/meetings-attended\?/);
    await showsItsNumbers(page, attended, answered);
  });
});

/** Resolves once the page of the tab stands in place of the one before, with its numbers or what holds their room. */
async function openTab(page: Page, screen: ScreenPage) {
  const answered = await answerTo(page, screen.page, async () => {
    if (page.url().includes(`/${screen.page}?`)) await page.reload();
    else await tabs(page).getByRole('link', { name: screen.tab, exact: true }).click();
  });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(screen.tab);
  return answered;
}

/** Rows of a list that paper takes beside others. */
const MOST_ON_PAPER = 500;

/** Once all of a page is there, as who prints it sees: a browser takes it as it is. Resolves with the rows of its lists. */
async function printsWhole(page: Page, name: string): Promise<number[]> {
  await expect(page.locator('main :is(.bone, [aria-busy="true"])'), name).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  // What was not drawn at the first try, as a part of the page that came later, is at the next.
  const cut = async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    return page.evaluate(cutOnPaper);
  };
  await expect.poll(cut, name).toEqual([]);
  const lists = await page.locator('app-records-table:has([role="table"])').evaluateAll((tables) =>
    tables.map((table) => ({
      rows: Number(table.querySelector('[role="table"]')?.getAttribute('aria-rowcount')) - 1,
      printed: table.querySelectorAll('app-paper-sheet tbody tr').length,
    })),
  );
  for (const { rows, printed } of lists) expect(printed, name).toBe(Math.min(rows, MOST_ON_PAPER));
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  return lists.map(({ printed }) => printed);
}

/** An entry of a menu in the header, by its position. */
async function choose(page: Page, menu: RegExp, at: number): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitemradio').nth(at).click();
}

function screenNamed(name: string): ScreenPage {
  const screen = SCREENS.find(({ page }) => page === name);
  if (!screen) throw new Error(`There is no page ${name}.`);
  return screen;
}

/** `2026-Q3` of its first day. */
function quarterOf(from: string | null): string {
  const [year = '', month = ''] = from?.split('-') ?? [];
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/**
 * In the browser: what of the page would scroll, which paper does not, names that would be cut, and what holds a list but
 * would not grow by the breaks of its sheets, so that its last rows would be out of sight.
 */
function cutOnPaper(): string[] {
  const seen = [...document.querySelectorAll('main *')].filter((each) => each.clientHeight > 1);
  const scrolling = seen.filter(
    (each) =>
      ['auto', 'scroll'].includes(getComputedStyle(each).overflowY) &&
      each.scrollHeight > each.clientHeight + 1,
  );
  const cut = seen.filter((each) => each.matches('.what > *') && each.scrollWidth > each.clientWidth);
  const rigid = seen.filter(
    (each) => each.matches(':has(app-paper-sheet)') && getComputedStyle(each).display !== 'block',
  );
  return [...scrolling, ...cut, ...rigid].map((each) => `${each.tagName}.${each.className}`);
}

/** In the browser: the text of the page without what lists hold ready beyond the rows that are seen. */
function textInSight(page: HTMLElement): string {
  for (const list of page.querySelectorAll('cdk-virtual-scroll-viewport')) {
    const { bottom } = list.getBoundingClientRect();
    for (const row of list.querySelectorAll<HTMLElement>('.row'))
      row.style.visibility = row.getBoundingClientRect().top < bottom - 1 ? '' : 'hidden';
  }
  return page.innerText;
}
