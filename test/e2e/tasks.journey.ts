import type { Analytics, ScreenAnswer, Targets, ViewPage } from '@app/contracts';
import type { Page } from '@playwright/test';
import { count, deals, short } from './support/formats.js';
import { ask, expect, test, viewIdOf } from './support/journey.js';
import { answerTo, tabs } from './support/screens.js';

/** What people come for in the morning, from the start page: what it takes in presses of a mouse or a finger. */
test('the tasks of a morning take few clicks', async ({ page, signInAs }) => {
  test.slow();
  let clicks = 0;
  await page.exposeFunction('pressed', () => (clicks += 1));
  await page.addInitScript(() => {
    const { pressed } = window as unknown as { pressed: () => void };
    document.addEventListener('pointerdown', ({ isTrusted }) => isTrusted && pressed(), { capture: true });
  });
  await signInAs('admin@example.com');

  /** Fails when a task takes more clicks than it may. */
  const task = (name: string, most: number, act: () => Promise<unknown>) =>
    test.step(`${name}: ${most}`, async () => {
      await page.goto('/');
      await expect(page.locator('app-today-card')).toBeVisible();
      clicks = 0;
      await act();
      expect(clicks, name).toBeLessThanOrEqual(most);
    });

  await task('on target this month?', 0, async () => {
    const { as_of, revenue_by_month } = await dashboardOf(page);
    const month = revenue_by_month.find((each) => each.month === as_of.slice(0, 7));
    const line = page.locator(`app-revenue-card button[data-link*="part=${as_of.slice(0, 7)}"]`).first();
    const [closed, target] = [short(month?.closed, 'money'), short(month?.target, 'money')];
    const share = Math.round((100 * (month?.closed ?? 0)) / (month?.target ?? 0));
    await expect(line).toContainText(`${closed} of ${target} · ${String(share)}%`);
  });

  await task('deals created last week by one person', 3, async () => {
    const person = page.locator('app-today-card').getByRole('link').first();
    const name = await person.innerText();
    await person.click();
    await expect(page.locator('app-person-card')).toContainText(name);
    await page.locator('app-period-picker .label').click();
    const { asked } = await answerTo(page, 'person', () =>
      page.getByRole('menuitemradio', { name: /^Last week/ }).click(),
    );
    const [from, to] = ['from', 'to'].map((each) => asked.searchParams.get(each) ?? '');
    expect((Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000).toBe(6);
    const question = new URLSearchParams({ from: from ?? '', to: to ?? '', owner: name });
    const { metrics } = await analyticsOf(page, question);
    const total = metrics['meetings.total']?.value ?? Number.NaN;
    await expect(page.locator('app-number-card', { hasText: 'Meetings' }).first()).toContainText(
      count(total),
    );
    const list = page.locator('app-metric-records', {
      has: page.getByRole('heading', { name: 'Meetings', exact: true }),
    });
    await expect(list.locator('.aside')).toHaveText(deals(total));
  });

  await task('who closes what this month', 1, async () => {
    const { asked } = await answerTo(page, 'projections', () =>
      tabs(page).getByRole('link', { name: 'Projections' }).click(),
    );
    const { metrics } = await analyticsOf(page, asked.searchParams);
    const closing = metrics['closing.count']?.value ?? 0;
    expect(closing).toBeGreaterThan(0);
    const list = page.locator('app-metric-records', { hasText: 'Closing this month' });
    await expect(list.locator('.aside')).toHaveText(deals(closing));
    const byPerson = page.getByRole('grid', { name: 'Closing this month by AE' });
    await expect(byPerson.locator('tfoot')).toContainText(count(closing));
    expect(await byPerson.locator('tbody').getByRole('link').count()).toBeGreaterThan(0);
  });

  await task('deals to XLSX', 2, async () => {
    await page.getByRole('button', { name: /Qualified active deals/ }).click();
    const file = page.waitForEvent('download');
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /as XLSX$/ })
      .click();
    expect((await file).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  await task('a monthly target for all views', 4, async () => {
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Targets of all views' }).click();
    const field = page.getByRole('textbox', { name: /, every view$/ }).first();
    await field.click();
    await page.keyboard.type('123456');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Save \d+ targets in \d+ views$/ }).click();
    await expect(page.getByText(/ views saved\.$/)).toBeVisible();
    const { items: views } = await ask<ViewPage>(page, '/api/views');
    for (const { id } of views.filter((view) => !view.is_master)) {
      const { raw } = await ask<Targets>(page, `/api/views/${id}/targets`);
      expect(JSON.stringify(raw)).toContain('123456');
    }
  });
});

const dashboardOf = async (page: Page): Promise<ScreenAnswer<'dashboard'>> => {
  const { screen } = await answerTo(page, 'dashboard', () => page.reload());
  return screen as ScreenAnswer<'dashboard'>;
};

const analyticsOf = (page: Page, question: URLSearchParams): Promise<Analytics> => {
  question.delete('against');
  return ask<Analytics>(page, `/api/views/${viewIdOf(page)}/analytics?${question.toString()}`);
};
