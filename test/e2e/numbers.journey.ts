import { readFile } from 'node:fs/promises';
import type { Breakdown, DealRecordPage, Explanation, MetricTable } from '@app/contracts';
import type { BrowserContext, Download, Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { ask, expect, test, viewIdOf } from './support/journey.js';
import { answerTo, inOrder, tableOf, tabs } from './support/screens.js';
import { deals, long } from './support/formats.js';

const PAGE = 'meetings-attended';

test.describe('a number', () => {
  let asked: string;
  let owners: MetricTable;

  test.beforeEach(async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    const opened = await answerTo(page, PAGE, () =>
      tabs(page).getByRole('link', { name: 'Meetings attended' }).click(),
    );
    const { from, to } = opened.screen.period;
    asked = `from=${from}&to=${to}`;
    owners = inOrder(tableOf(opened.screen, 'owners'), 'deals.arr');
  });

  const analytics = <Answer>(page: Page, question: string) =>
    ask<Answer>(page, `/api/views/${viewIdOf(page)}/analytics/${question}`);

  test('opens from its card, with the records that the API counts in it', async ({ page }) => {
    await card(page, 'POA generated').click();
    const drawer = page.getByRole('dialog');
    await expect(page).toHaveURL(/explain=poa\.generated$/);
    const explanation = await analytics<Explanation>(page, `explain?metric=poa.generated&${asked}`);
    await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(explanation.metric.label);
    await expect(drawer).toContainText(explanation.metric.definition);
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(deals(explanation.value.value ?? 0));
    await expect(drawer.locator('app-formula-box b')).toHaveText(long(explanation.value.value, 'count'));
  });

  test('opens from a cell of a table, for its row', async ({ page }) => {
    const [first] = owners.rows;
    const at = owners.columns.findIndex(({ id }) => id === 'intros.attended');
    const row = page.getByRole('grid', { name: 'AE performance' }).locator('tbody tr').first();
    await row.getByRole('button').nth(at).click();

    const records = await analytics<DealRecordPage>(
      page,
      `records?metric=intros.attended&${asked}&owner=${encodeURIComponent(first?.key ?? '')}`,
    );
    expect(records.total).toBe(first?.values[at]);
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(deals(records.total));
    expect(new URL(page.url()).searchParams.get('only')).toBe(`owner:${first?.key ?? ''}`);
    await drawer.getByRole('button', { name: /Remove this restriction$/ }).click();
    const whole = await analytics<Explanation>(page, `explain?metric=intros.attended&${asked}`);
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(deals(whole.records_total));
  });

  test('opens from a bar of a chart, for its month, and of a short period for its week', async ({ page }) => {
    const chart = page.locator('app-chart-card', { hasText: 'Month by month' });
    const link = chart.locator('app-month-links button').first();
    await expect(link).toHaveAccessibleName(/^[A-Z][a-z]{2} \d{4}: Intros attended \d/);
    const { x, y, width, height } = (await link.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.click(x + width / 2, y + height - 4);
    await expect(page).toHaveURL(/explain=[a-z.]+&part=\d{4}-\d{2}/);

    const { searchParams } = new URL(page.url());
    const month = searchParams.get('part') ?? '';
    expect(asked).toContain(`from=${month}-01`);
    const metric = searchParams.get('explain') ?? '';
    const { rows } = await analytics<Breakdown>(page, `breakdown?metric=${metric}&by=month&${asked}`);
    const drawer = page.getByRole('dialog');
    const value = rows.find(({ key }) => key === month)?.value ?? 0;
    await expect(drawer.locator('app-formula-box b')).toHaveText(long(value, 'count'));
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(deals(value));

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Quarter', exact: true }).click();
    const weeks = page.locator('app-chart-card', { hasText: 'Week by week' });
    await weeks.locator('app-month-links button').nth(1).press('Enter');
    await expect(page).toHaveURL(/part=\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}/);
    const opened = new URL(page.url()).searchParams;
    const [from, to] = (opened.get('part') ?? '').split('..');
    const week = await analytics<Explanation>(
      page,
      `explain?metric=${opened.get('explain') ?? ''}&from=${from}&to=${to}`,
    );
    await expect(drawer.locator('app-formula-box b')).toHaveText(long(week.value.value, 'count'));
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(deals(week.records_total));
  });

  test('breaks down by another dimension, and its records sort', async ({ page }) => {
    await card(page, 'Intros attended').click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('group', { name: 'Break down by' }).getByRole('button', { name: 'Stage' }).click();
    const { rows } = await analytics<Breakdown>(page, `breakdown?metric=intros.attended&by=stage&${asked}`);
    const parts = drawer.locator('app-breakdown-panel li');
    await expect
      .poll(() => parts.locator('b').allInnerTexts())
      .toEqual(rows.map(({ value }) => long(value, 'count')));
    await expect(page).toHaveURL(/by=stage/);

    const head = drawer.getByRole('columnheader', { name: 'AE' });
    for (const [sort, direction] of [
      ['owner', 'ascending'],
      ['-owner', 'descending'],
    ] as const) {
      await head.getByRole('button').click();
      await expect(head).toHaveAttribute('aria-sort', direction);
      const { items } = await analytics<DealRecordPage>(
        page,
        `records?metric=intros.attended&${asked}&sort=${sort}`,
      );
      const clients = items.slice(0, 5).map(({ client }) => client);
      await expect.poll(() => firstClients(drawer, 5)).toEqual(clients);
    }
  });

  test('is exported as CSV and XLSX with the records of the API', async ({ page }) => {
    await card(page, 'POA generated').click();
    const drawer = page.getByRole('dialog');
    const { items, total } = await analytics<DealRecordPage>(
      page,
      `records?metric=poa.generated&${asked}&sort=-discovery_date&limit=500`,
    );
    const csv = await saved(page, drawer.getByRole('link', { name: 'Export POA generated as CSV' }));
    const lines: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(lines).toHaveLength(total);
    expect(lines.map((line) => line.Client)).toEqual(items.map(({ client }) => client));
    expect(lines.map((line) => Number(line['Expected ARR']))).toEqual(
      items.map(({ expected_arr }) => expected_arr ?? 0),
    );

    const workbook = await saved(page, drawer.getByRole('link', { name: 'Export POA generated as XLSX' }));
    const { sheets } = await readXlsx(workbook);
    expect(sheets[0]?.rows).toHaveLength(total + 1);
    expect(sheets[0]?.rows[1]).toContain(items[0]?.client);
  });

  test('is exported with its table as shown, whose columns are chosen', async ({ page }) => {
    const file = async () => {
      await page.getByRole('button', { name: 'Export AE performance' }).click();
      return saved(page, page.getByRole('menuitem', { name: /^CSV/ }));
    };
    const [head = [], ...lines]: string[][] = parse(await file(), { bom: true });
    expect(head.slice(1)).toEqual(owners.columns.map(({ label }) => label));
    const numbers = (values: readonly (number | null)[]) => values.map((value) => value ?? '');
    const read = lines.map((line) => line.slice(1).map((text) => (text === '' ? '' : Number(text))));
    expect(read).toEqual([...owners.rows.map(({ values }) => numbers(values)), numbers(owners.totals)]);

    const grid = page.getByRole('grid', { name: 'AE performance' });
    // Some words of a head stay on one line.
    const heads = async () =>
      (await grid.locator('thead th').allInnerTexts()).map((head) => head.replaceAll('\u00a0', ' '));
    const [left, ...others] = owners.columns.map(({ label }) => label);
    const trigger = page.getByRole('button', { name: 'Columns of AE performance' });
    await trigger.press('Enter');
    const first = page.getByRole('menuitemcheckbox', { name: left, exact: true });
    await expect(first).toBeFocused();
    await page.keyboard.press('Space');
    await expect(first).not.toBeChecked();
    await page.keyboard.press('Escape');
    await expect(trigger).toBeFocused();
    await expect(page).toHaveURL(/owners_table_columns=/);
    await expect.poll(heads).toEqual(['AE', ...others]);

    const [narrow]: string[][] = parse(await file(), { bom: true });
    expect(narrow?.slice(1)).toEqual(others);

    await tabs(page).getByRole('link', { name: 'Deals & pipeline' }).click();
    await expect(page).not.toHaveURL(/columns/);
    await tabs(page).getByRole('link', { name: 'Meetings attended' }).click();
    await expect.poll(heads).toEqual(['AE', ...others]);
    await expect(page).toHaveURL(/owners_table_columns=/);
    await trigger.click();
    await page.getByRole('menuitem', { name: 'Standard columns' }).click();
    await expect.poll(heads).toEqual(['AE', left, ...others]);
  });

  test('can be shared as a link, and Back closes it', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-write']);
    await page.getByRole('grid', { name: 'AE performance' }).locator('tbody button').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('group', { name: 'Break down by' }).getByRole('button', { name: 'Stage' }).click();
    await expect(drawer.locator('app-breakdown-panel li').first()).toBeVisible();
    await drawer.getByRole('button', { name: 'Copy link' }).click();
    await expect(drawer.getByText('Link copied')).toBeVisible();
    const link = page.url();
    expect(await pastedIn(context)).toBe(link);

    const other = await context.newPage();
    await other.goto(link);
    const same = other.getByRole('dialog');
    await expect(same.locator('app-breakdown-panel li').first()).toBeVisible();
    await expect
      .poll(() => same.innerText())
      .toBe((await drawer.innerText()).replace('Link copied', 'Copy link'));
    await other.close();

    await page.goBack();
    await expect(drawer).toBeHidden();
    await expect(page).not.toHaveURL(/explain/);
  });

  test('leads to a deal, the numbers that count it, and back', async ({ page }) => {
    await card(page, 'POA generated').click();
    const drawer = page.getByRole('dialog');
    const first = drawer.getByRole('button', { name: /^Open / }).first();
    const client = await first.innerText();
    await first.click();
    await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(client);
    await expect(drawer.locator('.counted').getByRole('button', { name: 'POA generated' })).toBeVisible();
    await drawer.getByRole('button', { name: 'Back' }).click();
    await expect(drawer.getByRole('heading', { level: 2 })).toHaveText('POA generated');
  });
});

const card = (page: Page, label: string): Locator =>
  page.locator('app-number-card', { hasText: label }).getByRole('button').first();

const firstClients = async (drawer: Locator, most: number) =>
  (await drawer.locator('app-records-table .client button').allInnerTexts()).slice(0, most);

/** The file that a link of the page downloads. */
async function saved(page: Page, link: Locator): Promise<Buffer<ArrayBuffer>> {
  const waiting: Promise<Download> = page.waitForEvent('download');
  await link.click();
  const download = await waiting;
  return readFile(await download.path());
}

/** The content of the clipboard, pasted into another page: those of the product may not read it. */
async function pastedIn(context: BrowserContext): Promise<string> {
  const elsewhere = await context.newPage();
  await elsewhere.goto('data:text/html,<textarea></textarea>');
  await elsewhere.locator('textarea').press('Control+V');
  const text = await elsewhere.locator('textarea').inputValue();
  await elsewhere.close();
  return text;
}
