import type {
  Analytics,
  BoardColumn,
  MetricId,
  MetricTable,
  MetricUnit,
  MetricsCatalogue,
  Screen,
} from '@app/contracts';
import {
  type ScreenBlock,
  type ScreenEntry,
  type ScreenName,
  SCREEN_TABS,
  SCREENS as ENTRIES,
  titleOf,
} from '@app/domain';
import { type Locator, type Page, expect } from '@playwright/test';
import { ask } from './journey.js';
import { compactMoney, deals, long, short } from './formats.js';

/** Numbers of a page in their order. */
interface Numbers {
  /** Selector of their elements. */
  at: string;
  /** Several in the place of one: their sum. */
  metrics: readonly (MetricId | readonly MetricId[])[];
  /** What stands there in a period shorter than a half-year. */
  inShort?: readonly MetricId[];
  /** Written as `12 deals`. */
  asDeals?: boolean;
}

/** A table of a page. */
interface ShownTable {
  /** Its name in the answer. */
  table: string;
  /** The column whose bars it is sorted by, the longest first. */
  bar?: string | undefined;
}

/** A page of numbers and what it must show. */
export interface ScreenPage {
  page: string;
  tab: string;
  /** The key that follows `g`. */
  key: string;
  numbers: readonly Numbers[];
  /** Tables by their title. */
  tables: Readonly<Record<string, ShownTable>>;
  /** Boards by their heading, with the name of the board in the answer. */
  boards?: Readonly<Record<string, string>>;
  /** False where no number has a sparkline. */
  hasCharts?: boolean;
}

const CARD = 'app-number-card .value';

/** Selectors of the numbers that only one screen has. */
const OWN_NUMBERS: Partial<Record<ScreenName, readonly Numbers[]>> = {
  dashboard: [
    {
      at: `app-headline ${CARD}`,
      metrics: [
        'revenue.ytd',
        'revenue.remaining',
        'pipe.created',
        'pipe.created_weighted',
        'deals.active',
        'pipe.active_weighted',
      ],
      inShort: [
        'deals.arr',
        'revenue.ytd',
        'pipe.created',
        'pipe.created_weighted',
        'deals.active',
        'pipe.active_weighted',
      ],
    },
    { at: 'app-meetings-block .total b', metrics: ['meetings.total'] },
    {
      at: 'app-meetings-block .attended b',
      metrics: ['attendance.rate', 'meetings.show', 'meetings.noshow'],
    },
    {
      at: 'app-target-figure .line > b',
      metrics: [
        'intros.attended',
        'poa.generated',
        'pipe.created',
        'pipe.active_weighted',
        'deals.closed',
        'deals.arr',
      ],
    },
    {
      at: 'app-figures-block .after b',
      metrics: ['conversion.intro_to_poa', 'deals.average', 'conversion.poa_to_close'],
    },
  ],
  'meetings-generation': [
    { at: 'app-relevance-card .figure b', metrics: ['relevance.rate'] },
    { at: 'app-share-bars .total > b', metrics: ['meetings.total'] },
  ],
  projections: [
    {
      at: 'app-closing-figures button.value',
      metrics: [
        'closing.value',
        'legals.value',
        'proposal.value',
        ['legals.value', 'proposal.value'],
        'poa.upcoming_value',
      ],
    },
    {
      at: 'app-closing-figures .context button',
      metrics: ['closing.count', 'legals.count', 'proposal.count', 'poa.upcoming'],
      asDeals: true,
    },
  ],
};

/** Tables in a screen's own blocks, by their heading. */
const OWN_TABLES: Partial<Record<ScreenName, Readonly<Record<string, ShownTable>>>> = {
  projections: { 'Projections by AE': { table: 'owners' } },
};

/** Boards in a screen's own blocks, by their heading. */
const OWN_BOARDS: Partial<Record<ScreenName, Readonly<Record<string, string>>>> = {
  projections: { 'Closing projections': 'board' },
};

/** Every analytics page in the order of the tabs, with what its entry says it shows. */
export const SCREENS: readonly ScreenPage[] = ENTRIES.filter(({ name }) =>
  SCREEN_TABS.some((tab) => tab.name === name),
).map((entry: ScreenEntry & { name: ScreenName }) => {
  const blocks = entry.rows.flatMap((row) => row.blocks).flatMap(withinStacks);
  const inBands = blocks.flatMap((block) => (block.kind === 'band' ? block.numbers : []));
  const metrics = inBands.map((number) => (typeof number === 'string' ? number : number.metric));
  return {
    page: entry.name,
    tab: titleOf(entry.name),
    key: SCREEN_TABS.find(({ name }) => name === entry.name)?.key ?? '',
    numbers: [...(metrics.length > 0 ? [{ at: CARD, metrics }] : []), ...(OWN_NUMBERS[entry.name] ?? [])],
    tables: {
      ...Object.fromEntries(
        blocks.flatMap((block) =>
          block.kind === 'table' ? [[block.heading, { table: block.table, bar: block.bar }]] : [],
        ),
      ),
      ...OWN_TABLES[entry.name],
    },
    boards: {
      ...Object.fromEntries(
        blocks.flatMap((block) => (block.kind === 'board' ? [[block.heading, block.board]] : [])),
      ),
      ...OWN_BOARDS[entry.name],
    },
    hasCharts: entry.name === 'dashboard' || blocks.some(({ kind }) => kind === 'chart'),
  };
});

function withinStacks(block: ScreenBlock): readonly ScreenBlock[] {
  return block.kind === 'stack' ? block.blocks.flatMap(withinStacks) : [block];
}

/** The tabs of the header. */
export const tabs = (page: Page): Locator => page.getByRole('navigation', { name: 'Pages of this view' });

/** The answer that a page shows, and the question for it. */
interface Answered {
  screen: Screen;
  asked: URL;
}

/** The question that an action makes the page ask, with the API's answer. */
export async function answerTo(page: Page, name: string, act: () => Promise<unknown>): Promise<Answered> {
  const request = page.waitForRequest((each) => each.url().includes(`/screens/${name}?`));
  await act();
  const asked = new URL((await request).url());
  return { asked, screen: await ask<Screen>(page, asked.pathname + asked.search) };
}

/** The page shows the numbers of the catalogue and the tables of its answer, whoever computed them. */
export async function showsItsNumbers(page: Page, of: ScreenPage, { asked, screen }: Answered) {
  const { metrics } = await ask<Analytics>(page, catalogueAddress(asked));
  const units = await unitsOf(page);
  for (const { at, metrics: always, inShort, asDeals } of of.numbers) {
    const ids = inShort && isShort(screen) ? inShort : always;
    const expected = ids.map((idOrParts) => {
      const [id, ...others] = [idOrParts].flat();
      if (!id) throw new Error(`${of.page}: ${at} names no metric.`);
      const value = others.reduce(
        (sum, other) => (sum ?? Number.NaN) + (metrics[other]?.value ?? Number.NaN),
        shownValue(of, id, metrics[id]?.value),
      );
      return asDeals ? deals(value ?? Number.NaN) : short(value, unitOf(units, id));
    });
    await expect.poll(() => textsOf(page.locator(at)), `${of.page}: ${at}`).toEqual(expected);
  }
  for (const [title, { table, bar }] of Object.entries(of.tables))
    await showsTable(page.getByRole('grid', { name: title }), inOrder(filled(tableOf(screen, table)), bar));
  for (const [heading, name] of Object.entries(of.boards ?? {}))
    await showsBoard(page.getByRole('region', { name: heading }), boardOf(screen, name));
}

const DAY_MS = 86_400_000;
const isShort = ({ period: { from, to } }: Screen): boolean =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS < 180;

/** A table of an answer. */
export function tableOf(screen: Screen, name: string): MetricTable {
  const table = (screen as unknown as Record<string, MetricTable | undefined>)[name];
  if (!table) throw new Error(`The answer has no table ${name}.`);
  return table;
}

/** Without the columns that nobody has anything in, such as goals: numbers of the catalogue stay. */
function filled({ columns, rows, totals, ...table }: MetricTable): MetricTable {
  const isKept = columns.map(
    ({ metric }, at) => metric !== null || rows.some(({ values }) => values[at] !== null),
  );
  const kept = <Item>(items: readonly Item[]) => items.filter((_, at) => isKept[at]);
  return {
    ...table,
    columns: kept(columns),
    rows: rows.map((row) => ({ ...row, values: kept(row.values) })),
    totals: kept(totals),
  };
}

/**
 * As a table is shown until somebody sorts it: by its bars, those of its first column where nobody has them, the longest
 * first, absent ones and unassigned last.
 */
export function inOrder(table: MetricTable, bar: string | undefined): MetricTable {
  if (bar === undefined) return table;
  const at = Math.max(
    0,
    table.columns.findIndex(({ id }) => id === bar),
  );
  const length = ({ values }: MetricTable['rows'][number]) => values[at] ?? Number.NEGATIVE_INFINITY;
  const isLast = ({ key }: MetricTable['rows'][number]) => Number(key === null);
  const rows = [...table.rows].sort(
    (one, other) => isLast(one) - isLast(other) || Math.sign(length(other) - length(one)) || 0,
  );
  return { ...table, rows };
}

/** A grid shows every row of a table in its order, and its totals. */
async function showsTable(grid: Locator, { rows, columns, totals }: MetricTable): Promise<void> {
  const words = (values: readonly (number | null)[]) =>
    columns.map(({ unit }, at) => long(values[at] ?? null, unit));
  if (rows.length === 0) return expect(grid).toHaveCount(0);
  const shown = () => grid.locator('tbody tr, tfoot tr').evaluateAll(numbersOfRows);
  await expect.poll(shown).toEqual([...rows.map(({ values }) => words(values)), words(totals)]);
}

/** The columns of a board of an answer. */
function boardOf(screen: Screen, name: string): BoardColumn[] {
  const board = (screen as unknown as Record<string, BoardColumn[] | undefined>)[name];
  if (!board) throw new Error(`The answer has no board ${name}.`);
  return board;
}

/** Each column shows the number of its deals, their value and all of them; a board may have a place for more. */
async function showsBoard(board: Locator, columns: readonly BoardColumn[]): Promise<void> {
  const shown = board.locator('app-board-column');
  await expect(shown.nth(columns.length - 1)).toBeVisible();
  for (const [at, { label, deals: held, value, projected }] of columns.entries()) {
    await expect(shown.nth(at).locator('.title')).toHaveText(new RegExp(`^${label} *${deals(held)}$`));
    await expect(shown.nth(at).locator('.big b')).toHaveText(compactMoney(projected ?? value));
    await expect(shown.nth(at).locator('app-board-card')).toHaveCount(held);
  }
}

/** In the browser: the numbers of each row, without labels beside them. */
const numbersOfRows = (rows: Element[]) =>
  rows.map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.lastElementChild?.textContent.trim() ?? ''),
  );

/** The same question to the catalogue, without a screen. */
function catalogueAddress(asked: URL): string {
  const parameters = new URLSearchParams(asked.search);
  parameters.delete('against');
  return `${asked.pathname.replace(/\/screens\/.*$/, '/analytics')}?${parameters.toString()}`;
}

async function unitsOf(page: Page): Promise<Map<string, MetricUnit>> {
  const { metrics } = await ask<MetricsCatalogue>(page, '/api/metrics-catalogue');
  return new Map(metrics.map(({ id, unit }) => [id, unit]));
}

function unitOf(units: ReadonlyMap<string, MetricUnit>, id: string): MetricUnit {
  const unit = units.get(id);
  if (!unit) throw new Error(`The catalogue has no ${id}.`);
  return unit;
}

/** The Dashboard says in words that a target is exceeded, without a minus sign. */
const shownValue = ({ page }: ScreenPage, id: string, value: number | null | undefined) =>
  page === 'dashboard' && id === 'revenue.remaining' && value ? Math.abs(value) : value;

/** Without the words that only a screen reader says. */
const textsOf = (each: Locator) =>
  each.evaluateAll((elements) =>
    elements.map((element) => {
      const seen = element.cloneNode(true) as Element;
      seen.querySelectorAll('.unseen').forEach((word) => word.remove());
      return seen.textContent.trim().replace(/\s+/g, ' ');
    }),
  );
