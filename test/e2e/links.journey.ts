import type { FilterChoices, ViewPage } from '@app/contracts';
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
import { SCREENS, answerTo } from './support/screens.js';
import { randomFrom } from '../support/random-from.js';
import { deals } from './support/formats.js';

/** How many combinations of page, view, period and filters are tried, and which: the seed gives the same again. */
const COMBINATIONS = Number(process.env.LINK_COMBINATIONS ?? 8);
const SEED = Number(process.env.LINK_SEED ?? 14);

/** Every page with numbers that open something. */
const PAGES = [...SCREENS.map(({ page }) => page), 'person'];

// They only read: each may run beside any other.
test.describe.configure({ mode: 'parallel' });

test.describe(`what opens has the count and the sum that the link says (LINK_SEED=${SEED})`, () => {
  test.slow();
  for (let at = 0; at < COMBINATIONS; at++) {
    const name = PAGES[at % PAGES.length] ?? '';
    test(`on ${name}, combination ${at + 1}`, async ({ page, signInAs }) => {
      await signInAs('admin@example.com');
      const random = randomFrom(SEED * 100_000 + at);
      const { view, choices, filtersLists } = await combinationOf(page, name, random);
      const address = `/v/${view}/${name}?${new URLSearchParams(choices).toString()}`;
      await test.step(address, async () => {
        await opensWhatItSays(page, name, address, filtersLists);
      });
    });
  }
});

test.describe('a list of all views that is filtered, and longer than the page shows', () => {
  test.slow();
  for (const name of ['meetings-generation', 'deals-pipeline'])
    test(`opens as a whole from ${name}`, async ({ page, signInAs }) => {
      await signInAs('admin@example.com');
      await switchTo(page, 'Master');
      const most = await mostOf(page, viewIdOf(page));
      const bdrs = most.bdr.slice(0, 2).map((bdr): Pair => ['bdr', bdr]);
      const choices = new URLSearchParams([['period', `year:${halfOf(page).from.slice(0, 4)}`], ...bdrs]);
      await opensWhatItSays(page, name, `/v/${viewIdOf(page)}/${name}?${choices.toString()}`, true);
      await expect(
        page.locator('main button[data-link*="only="]', { hasText: /^\s*All / }).first(),
      ).toBeVisible();
    });
});

type Pair = [name: string, value: string];
type Values = Record<FilterField, string[]>;

/** Opens a page: each link, list and file holds what it says. */
async function opensWhatItSays(page: Page, name: string, address: string, filtersLists: boolean) {
  const { screen } = await answerTo(page, name, () => page.goto(address));
  await settled(page);
  if (screen.matching_count === 0) {
    await expect(page.getByRole('heading', { name: /^No deals for / })).toBeVisible();
    expect(await linksOn(page)).toEqual([]);
    return;
  }
  if (filtersLists) await filterLists(page);
  await expect(unmarkedLinks(page)).toHaveCount(0);
  await agree(page, screen.period);
  await openByHand(page, screen.period);
  await listsAgree(page, screen.period);
}

/** A view, and what somebody might choose in it: days, filters with several values, another day than today. */
async function combinationOf(page: Page, name: string, random: () => number) {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const happens = (share: number) => random() < share;
  const { items: views } = await ask<ViewPage>(page, '/api/views');
  const view = happens(0.3) ? views.find(({ is_master }) => is_master) : pick(views);
  const [most, period] = [await mostOf(page, view?.id ?? ''), halfOf(page)];
  // Half of what is picked is among those with most deals, so that something is left of the numbers.
  const valueOf = (field: FilterField) => pick(most[field].slice(0, happens(0.5) ? 2 : undefined)) ?? '';
  const role = happens(0.5) ? 'owner' : 'bdr';
  // The page of a person is about all of what that person has.
  const filtered = name === 'person' ? [] : FILTER_FIELDS.filter(() => happens(0.25));
  const choices: Pair[] = [
    ['period', pick(periodsAround(period))?.(random) ?? ''],
    ...(name === 'person' ? [['person', `${role}:${valueOf(role)}`] satisfies Pair] : []),
    ...filtered.flatMap((field) => {
      const values = Array.from({ length: 1 + Math.floor(random() * 3) }, () => valueOf(field));
      const all = happens(0.2) ? [...values, ''] : values;
      return [...new Set(all)].map((value): Pair => [field, value]);
    }),
    ...(happens(0.25) ? [['as_of', later(period.from, Math.floor(random() * 170))] satisfies Pair] : []),
  ];
  return { view: view?.id ?? '', choices, filtersLists: happens(0.5) };
}

/** Periods of each kind, somewhat before or after the half that is shown. */
const periodsAround = ({ from, to }: Days): readonly ((random: () => number) => string)[] => {
  const dayOf = (random: () => number) => later(from, Math.floor(random() * 260) - 60);
  const year = (day: string) => day.slice(0, 4);
  const month = (day: string) => Number(day.slice(5, 7));
  return [
    () => `year:${year(from)}`,
    (random) => `month:${dayOf(random).slice(0, 7)}`,
    (random) => `week:${dayOf(random)}`,
    (random) => {
      const day = dayOf(random);
      return `quarter:${year(day)}-Q${Math.ceil(month(day) / 3)}`;
    },
    (random) => {
      const day = dayOf(random);
      return `half:${year(day)}-H${Math.ceil(month(day) / 6)}`;
    },
    (random) => `custom:${later(from, Math.floor(random() * 60))}..${later(to, -Math.floor(random() * 90))}`,
    () => `custom:${later(from, -120)}..${to}`,
  ];
};

/** The half-year that the page shows, as every page does at first. */
function halfOf(page: Page): Days {
  const [, year = '', half] = /period=half:(\d{4})-H([12])/.exec(decodeURIComponent(page.url())) ?? [];
  return half === '1'
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` };
}

/** The values that the deals of a view have, those of most deals first; empty ones are left out. */
async function mostOf(page: Page, view: string): Promise<Values> {
  const { values } = await ask<FilterChoices>(page, `/api/views/${view}/filters`);
  return Object.fromEntries(
    FILTER_FIELDS.map((field) => [
      field,
      values[field]
        .filter(({ value }) => value !== '')
        .toSorted((one, other) => other.deals - one.deals)
        .map(({ value }) => value),
    ]),
  ) as Values;
}

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
  expect(marks.length).toBeGreaterThan(3);
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
    const files = list.getByRole('button', { name: /^Export / });
    if (read.total === 0 && !(await files.isVisible())) continue; // nothing to read, and nothing that narrows it
    const csv = page.getByRole('menuitem', { name: /^CSV/ });
    // Whoever finds the menu closed again, by an answer that came late, opens it once more.
    await expect(async () => {
      if (!(await csv.isVisible())) await files.click();
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

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
