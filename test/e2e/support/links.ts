import type { DataFindingPage, DealRecord, DealRecordPage, Explanation } from '@app/contracts';
import { FILTER_FIELDS } from '@app/domain';
import { type Locator, type Page, expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { ask, viewIdOf } from './journey.js';
import { compactMoney, count, deals, long, short } from './formats.js';

/** A link on a page: what it opens, and its text. */
export interface Mark {
  /** `explain=meetings.total&only=bdr:hugo`, as written in the address. */
  link: string;
  /** Component it belongs to: one of each is opened by hand. */
  of: string;
  /** Its text; that of its row, where its own says only that it opens. */
  words: string;
}

/** The records behind a link, requested from the API without any code of the console. */
export interface Behind {
  question: string;
  total: number;
  /** Sum of the column with the amounts of the link. */
  sum: number;
  items: DealRecord[];
  /** Ways in which the link may write its number; empty where the number is made of more than these records. */
  spellings: string[];
}

/** All links of a page but those of single deals, in document order. */
export async function linksOn(page: Page): Promise<Mark[]> {
  const marks = await page.locator('main [data-link]').evaluateAll(marksOf);
  return marks.filter(({ link }) => !link.startsWith('deal='));
}

/** In the browser: what each link opens, and its text with one space between separate parts. */
const marksOf = (links: Element[]): Mark[] => {
  const textsOf = (element: Element): string[] =>
    [...element.childNodes].flatMap((node) =>
      node instanceof Element ? textsOf(node) : (node.textContent?.trim() ?? ''),
    );
  return links.map((link) => {
    const row = link.matches('.chip') ? link.closest('tr') : null;
    const words = [link.getAttribute('aria-label') ?? '', ...textsOf(row ?? link)];
    return {
      link: (link as HTMLElement).dataset.link ?? '',
      of:
        link.closest('section, app-chart-card, app-metric-table, app-metric-records, app-board')?.tagName ??
        '',
      words: words.filter((text) => text !== '').join(' '),
    };
  });
};

/** Everything that opens a dialog from the content of a page must be a marked link. */
export const unmarkedLinks = (page: Page): Locator =>
  page.locator('main [aria-haspopup="dialog"]:not([data-link])');

/** The records behind a link under the filters of the page's own address. */
export async function behind(page: Page, { link }: Pick<Mark, 'link'>, period: Days): Promise<Behind> {
  const opens = new URLSearchParams(link);
  const asked = new URLSearchParams(filtersOf(opens, page));
  const api = `/api/views/${viewIdOf(page)}`;
  const [metric, finding, column] = [opens.get('explain'), opens.get('finding'), opens.get('column')];
  if (metric) {
    const { from, to } = daysOf(opens.get('part'), period);
    for (const [name, value] of Object.entries({ metric, from, to })) asked.set(name, value);
    const explanation = await ask<Explanation>(page, `${api}/analytics/explain?${asked.toString()}`);
    const read = await recordsOf(page, `${api}/analytics/records`, asked);
    return { ...read, ...ofMetric(explanation, read), question: asked.toString() };
  }
  if (finding) {
    const read = await recordsOf(page, `${api}/findings/${finding}/records`, asked);
    const { items } = await ask<DataFindingPage>(page, `${api}/findings?${asked.toString()}`);
    const { unit, value } = items.find(({ code }) => code === finding) ?? { unit: 'deals', value: 0 };
    const spellings = unit === 'deals' ? [deals(read.total), count(read.total)] : [long(value, 'money')];
    return { ...read, question: asked.toString(), sum: sumOf(read.items, 'value'), spellings };
  }
  const read = await recordsOf(page, `${api}/board-columns/${column ?? ''}/records`, asked);
  const sum = sumOf(read.items, 'value');
  return { ...read, question: asked.toString(), sum, spellings: ofColumn(read, sum) };
}

/** The lines of a file of the page, by its columns. */
export async function linesOf(page: Page, link: Locator): Promise<Record<string, string>[]> {
  const response = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(response.ok(), await response.text()).toBe(true);
  return parse(await response.text(), { columns: true, bom: true });
}

/** Whether a text contains a number, and not merely as a part of another one. */
export function says(words: string, spelling: string): boolean {
  const escaped = spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^\\d.,$])${escaped}(?![\\d%KMB]|[.,]\\d)`).test(words);
}

type Amount = 'pipeline' | 'weighted' | 'expected_arr' | 'expected_mrr' | 'value';
type Read = Pick<Behind, 'total' | 'items'>;

/** A count is the number of records, a sum adds them up; rates and plans need more than the records. */
function ofMetric({ metric, value, formula, records_total }: Explanation, { total, items }: Read) {
  expect(total, metric.id).toBe(records_total);
  const sum = sumOf(items, amountOf(metric.id));
  if (!['ratio', 'difference'].includes(formula.operator) && !OF_MORE.includes(metric.id)) {
    if (metric.unit === 'count') expect(value.value, metric.id).toBe(total);
    if (metric.unit === 'money') expect(sum, metric.id).toBeCloseTo(value.value ?? 0, 2);
  }
  const absolute = value.value === null ? null : Math.abs(value.value);
  const spellings = [value.value, absolute].flatMap((each) => [
    short(each, metric.unit),
    long(each, metric.unit),
  ]);
  return { sum, spellings: [...spellings, deals(total)] };
}

/** Numbers that are not made of records alone. */
const OF_MORE = [
  'pipe.old_clients',
  'revenue.target',
  'revenue.expected',
  'revenue.remaining',
  'revenue.gap',
  'half.target',
  'half.expected',
];

function amountOf(metric: string): Amount {
  if (metric.endsWith('weighted')) return 'weighted';
  if (metric.startsWith('pipe.')) return 'pipeline';
  if (metric === 'deals.mrr') return 'expected_mrr';
  return /^(legals|proposal|poa\.upcoming)/.test(metric) ? 'value' : 'expected_arr';
}

const PROBABILITIES: Readonly<Record<string, number>> = {
  'B Legals': 90,
  'C Proposal sent': 75,
  'D POA Booked': 50,
};

/** Deals, value and projection of a column. */
function ofColumn({ total, items }: Read, sum: number): string[] {
  const projected = items.reduce(
    (cents, { value, stage }) => cents + Math.round(((value ?? 0) * 100 * (PROBABILITIES[stage] ?? 0)) / 100),
    0,
  );
  const money = [sum, projected / 100].flatMap((each) => [compactMoney(each), long(each, 'money')]);
  return [deals(total), count(total), ...money];
}

async function recordsOf(page: Page, path: string, asked: URLSearchParams): Promise<Read> {
  const items: DealRecord[] = [];
  let cursor: string | null = '';
  let total = 0;
  while (cursor !== null) {
    const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const read: DealRecordPage = await ask(page, `${path}?${asked.toString()}&limit=500${from}`);
    items.push(...read.items);
    ({ next_cursor: cursor, total } = read);
  }
  return { total, items };
}

/** To the cent: floats do not add up. */
const sumOf = (items: readonly DealRecord[], amount: Amount): number =>
  items.reduce((cents, item) => cents + Math.round((item[amount] ?? 0) * 100), 0) / 100;

/** Filters and day of the page, and the restrictions of the link: a restriction replaces the filter of its field. */
function filtersOf(opens: URLSearchParams, page: Page): [string, string][] {
  const { searchParams } = new URL(page.url());
  const only = opens.getAll('only').map(pairOf);
  const kept = [...searchParams]
    .map((pair): [string, string] => (pair[0] === 'person' ? pairOf(pair[1]) : pair))
    .filter(([name]) => name === 'as_of' || (isFilter(name) && !only.some(([field]) => field === name)));
  return [...kept, ...only];
}

/** `owner:Hugo` as a filter of the API. */
function pairOf(text: string): [string, string] {
  const at = text.indexOf(':');
  return [text.slice(0, at), text.slice(at + 1)];
}

const isFilter = (name: string) => FILTER_FIELDS.some((field) => field === name);

/** Days of a page, both included. */
export interface Days {
  from: string;
  to: string;
}

/** A day or a week is one of the period; a month is cut to it; an earlier month and a half-year are taken whole. */
function daysOf(part: string | null, period: Days): Days {
  if (part === null) return period;
  const half = /^(\d{4})-H([12])$/.exec(part);
  if (half) return half[2] === '1' ? year(half[1], '01-01', '06-30') : year(half[1], '07-01', '12-31');
  const [first = part, last = first] = part.split('..');
  if (first.length > 'YYYY-MM'.length) return { from: first, to: last };
  const [from, to] = [`${part}-01`, lastOf(part)];
  if (to < period.from) return { from, to };
  return { from: from > period.from ? from : period.from, to: to < period.to ? to : period.to };
}

const year = (of: string | undefined, from: string, to: string): Days => ({
  from: `${of ?? ''}-${from}`,
  to: `${of ?? ''}-${to}`,
});

function lastOf(month: string): string {
  const [of = 0, at = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(of, at, 0)).toISOString().slice(0, 10);
}
