import type { FilterChoices, Screen } from '@app/contracts';
import { FILTER_FIELDS, type FilterField } from '@app/domain';
import type { Locator, Page } from '@playwright/test';
import {
  type Behind,
  type Days,
  type Mark,
  behind,
  linksOn,
  linesOf,
  says,
  unmarkedLinks,
} from './support/links.js';
import { ask, expect, switchTo, test, viewIdOf } from './support/journey.js';
import { SCREENS, type ScreenPage, answerTo } from './support/screens.js';
import { deals } from './support/formats.js';

/** A reader's choices, as parameters of the address. */
interface Choice {
  name: string;
  view?: string;
  /** What is chosen, of the default period and of what the deals have: those with most deals first. */
  chosen: (shown: Screen, most: Record<FilterField, string[]>) => Record<string, string | string[]>;
  /** Whether each list is filtered by the controls in its head, too. */
  filtersLists?: boolean;
}

const CHOICES: readonly Choice[] = [
  {
    name: 'one AE, lists filtered',
    chosen: (_, { owner: [first = ''] }) => ({ owner: first }),
    filtersLists: true,
  },
  {
    name: 'two AE and nobody, four sources, two relevances, a custom range, another day',
    chosen: ({ period }, most) => ({
      owner: [...most.owner.slice(0, 2), ''],
      source_group: most.source_group.slice(0, 4),
      relevance: most.relevance.slice(0, 2),
      period: `custom:${later(period.from, 20)}..${later(period.to, -70)}`,
      as_of: later(period.from, 80),
    }),
  },
  {
    name: 'all views, the year, two BDRs, lists filtered',
    view: 'Master',
    chosen: ({ period }, { bdr }) => ({
      period: `year:${period.from.slice(0, 4)}`,
      bdr: bdr.slice(0, 2),
    }),
    filtersLists: true,
  },
];

// They only read: each may run beside any other.
test.describe.configure({ mode: 'parallel' });

for (const choice of CHOICES)
  test.describe(`every link under ${choice.name}`, () => {
    test.slow();
    for (const screen of SCREENS)
      test(`of ${screen.tab} opens what it says`, async ({ page, signInAs }) => {
        await signInAs('admin@example.com');
        const period = await opened(page, screen, choice);
        await expect(unmarkedLinks(page)).toHaveCount(0);
        await agree(page, period);
        await openByHand(page, period);
        await listsAgree(page, period);
        if (choice.view && LISTS[screen.page])
          await expect(
            page.locator('main button[data-link*="only="]', { hasText: /^\s*All / }).first(),
          ).toBeVisible();
      });
  });

/** Pages with lists that have filters in their head; over all views one list is longer than the page shows. */
const LISTS: Readonly<Record<string, boolean>> = { 'meetings-generation': true, 'deals-pipeline': true };

/** Opens a page with the choices; returns the days that it shows. */
async function opened(page: Page, { page: name }: ScreenPage, choice: Choice): Promise<Days> {
  if (choice.view) await switchTo(page, choice.view);
  const path = `/v/${viewIdOf(page)}/${name}`;
  const first = await answerTo(page, name, () => page.goto(path));
  const { values } = await ask<FilterChoices>(page, `/api/views/${viewIdOf(page)}/filters`);
  const address = `${path}?${query(choice.chosen(first.screen, mostFirst(values)))}`;
  const { screen } = await answerTo(page, name, () => page.goto(address));
  await settled(page);
  if (choice.filtersLists) await filterLists(page);
  return screen.period;
}

/** The values of each field that are not empty, those with most deals first. */
const mostFirst = (values: FilterChoices['values']) =>
  Object.fromEntries(
    FILTER_FIELDS.map((field) => [
      field,
      values[field]
        .filter(({ value }) => value !== '')
        .toSorted((one, other) => other.deals - one.deals)
        .map(({ value }) => value),
    ]),
  ) as Record<FilterField, string[]>;

/** Sets the first filter of each list, if possible to a value that leaves more records than the page shows. */
async function filterLists(page: Page): Promise<void> {
  for (const list of await page.locator('app-metric-records').all()) {
    const filter = list.locator('select').first();
    if ((await filter.count()) === 0) continue;
    const values = await filter
      .locator('option')
      .evaluateAll((all) => all.slice(1).map((each) => each.getAttribute('value') ?? ''));
    for (const value of values) {
      await filter.selectOption(value);
      // The page reacts to a choice a moment later; from then on it is busy until the list is loaded.
      await expect.poll(() => narrowedTo(list)).toContain(value.slice(1));
      await settled(page);
      if ((await wholeOf(list).count()) > 0) break;
    }
  }
}

/** The filter values of a list. */
async function narrowedTo(list: Locator): Promise<string[]> {
  const shown = new URLSearchParams((await list.getAttribute('data-shows')) ?? '');
  return shown.getAll('only').map((only) => only.slice(only.indexOf(':') + 1));
}

/** The link from a list to all of its records. */
const wholeOf = (list: Locator): Locator => list.getByRole('button', { name: /^All / });

/** Each link shows the number that the API returns for what it opens. */
async function agree(page: Page, period: Days): Promise<void> {
  const marks = await linksOn(page);
  expect(marks.length).toBeGreaterThan(5);
  const known = new Map<string, Promise<Behind>>();
  for (const mark of marks) if (!known.has(mark.link)) known.set(mark.link, behind(page, mark, period));
  await Promise.all(known.values());
  for (const mark of marks) {
    const read = await (known.get(mark.link) ?? behind(page, mark, period));
    const isSaid = read.spellings.some((spelling) => says(mark.words, spelling));
    expect(isSaid, `"${mark.words}" opens ${mark.link}: ${read.spellings.join(', ')}`).toBe(true);
  }
}

/** Opens one link of each kind: its drawer, its list and its file hold the same records, and a reload too. */
async function openByHand(page: Page, period: Days): Promise<void> {
  for (const mark of oneOfEach(await linksOn(page))) {
    const read = await behind(page, mark, period);
    const before = page.url();
    await page.locator(`main [data-link="${mark.link}"]`).first().press('Enter');
    const drawer = page.getByRole('dialog');
    // Nothing hears Escape before it is there.
    await expect(drawer).toBeVisible();
    await (isOfBoard(mark) ? cardsShow(drawer, read) : drawerShows(page, drawer, mark, read));
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(page).toHaveURL(before);
  }
}

/** The numbers of a board open its very cards, which no address knows while they are unsaved. */
const isOfBoard = ({ link }: Mark): boolean => link.startsWith('column=');

const cardsShow = (dialog: Locator, { total }: Behind): Promise<void> =>
  expect(dialog.locator('tbody tr')).toHaveCount(total);

async function drawerShows(page: Page, drawer: Locator, mark: Mark, read: Behind): Promise<void> {
  const opens = new URLSearchParams(mark.link);
  await expect(drawer.locator('app-only-chip')).toHaveCount(opens.getAll('only').length);
  for (const name of new Set(opens.keys()))
    await expect
      .poll(() => new URL(page.url()).searchParams.getAll(name), mark.link)
      .toEqual(opens.getAll(name));
  if (read.total === 0) return;
  await expect(drawer.locator('h3', { hasText: deals(read.total) }), mark.link).toBeVisible();
  await fileHolds(page, drawer.getByRole('link', { name: /as CSV$/ }), read);
}

/** The file of a list holds its records, in its order, whatever its filters. */
async function fileHolds(page: Page, link: Locator, { total, items }: Behind): Promise<void> {
  const lines = await linesOf(page, link);
  expect(lines).toHaveLength(total);
  const arr = lines.reduce((sum, line) => sum + Number(line['Expected ARR']), 0);
  const expected = items.reduce((sum, { expected_arr }) => sum + (expected_arr ?? 0), 0);
  expect(arr).toBeCloseTo(expected, 2);
}

/** Each list on the page and its export have as many records as the API counts under the list's filters. */
async function listsAgree(page: Page, period: Days): Promise<void> {
  for (const list of await page.locator('app-metric-records').all()) {
    const link = (await list.getAttribute('data-shows')) ?? '';
    const read = await behind(page, { link }, period);
    await expect(list.locator('.card-head .aside'), link).toHaveText(deals(read.total));
    const csv = page.getByRole('menuitem', { name: /^CSV/ });
    // Whoever finds the menu closed again, by an answer that came late, opens it once more.
    await expect(async () => {
      if (!(await csv.isVisible())) await list.getByRole('button', { name: /^Export / }).click();
      await expect(csv).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await fileHolds(page, csv, read);
    await page.keyboard.press('Escape');
  }
}

/** The first link of each part of the page for each way of narrowing. */
function oneOfEach(marks: readonly Mark[]): Mark[] {
  const kinds = new Map<string, Mark>();
  for (const mark of marks) {
    const names = [...new URLSearchParams(mark.link)].map(
      ([name, value]) => `${name} ${value.split(':')[0] ?? ''}`,
    );
    const kind = `${mark.of} ${names.filter((name) => !/^(explain|part) /.test(name)).join()} ${String(mark.link.includes('part='))}`;
    if (!kinds.has(kind)) kinds.set(kind, mark);
  }
  return [...kinds.values()];
}

/** Everything is loaded. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], .bone')).toHaveCount(0);
}

function query(chosen: Record<string, string | string[]>): string {
  const pairs = Object.entries(chosen).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  return new URLSearchParams(pairs).toString();
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
