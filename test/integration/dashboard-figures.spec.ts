import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Analytics,
  Breakdown,
  ScreenAnswer,
  DealRecord,
  DealRecordPage,
  Explanation,
  Formula,
  MetricsCatalogue,
} from '@app/contracts';
import type { Client } from '../support/app.js';
import { noticed } from '../support/noticed.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

const DATA = join(import.meta.dirname, '..', 'data');
const AS_OF = '2026-11-22';
const HALF = { from: '2026-07-01', to: '2026-12-31' };
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const FIGURES = [
  'half.revenue',
  'half.target',
  'half.expected',
  'half.remaining',
  'half.gap',
  'half.needed',
  'half.later',
  'revenue.needed',
  'revenue.later',
  'period.revenue',
  'period.target',
  'period.expected',
  'period.remaining',
  'period.gap',
  'period.later',
  'period.closed',
] as const;

/** As `targets.json` has them: a figure a month. */
type Months = Record<string, number>;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

let product: Product;
let admin: Client;
let path: string;
let deals: DealRecord[];
let planned: Months;

beforeAll(async () => {
  product = await startProduct();
  admin = product.admin;
  const { id } = viewNamed(await viewsOf(admin), 'Organic');
  path = `/api/views/${id}`;
  await ingest(admin, id, 'organic.csv', readFileSync(join(DATA, 'organic.csv')));
  const all = JSON.parse(readFileSync(join(DATA, 'targets.json'), 'utf8')) as {
    organic: { revenue_2026: Months };
  };
  planned = all.organic.revenue_2026;
  await product.database.db.collection('views').updateOne({ id }, { $set: { targets: all.organic } });
  await noticed(product);
  deals = await allRecords();
}, 90_000);

afterAll(() => product.stop());

const get = async <Body>(route: string): Promise<Body> => {
  const { status, body, text } = await admin.get<Body>(`${path}/${route}`);
  if (status !== 200) throw new Error(`${route} answered ${status}: ${text}`);
  return body;
};

async function allRecords(route = 'records?'): Promise<DealRecord[]> {
  const found: DealRecord[] = [];
  let cursor = '';
  do {
    const page = await get<DealRecordPage>(`${route}&limit=500${cursor}`);
    found.push(...page.items);
    cursor = page.next_cursor === null ? '' : `&cursor=${encodeURIComponent(page.next_cursor)}`;
  } while (cursor !== '');
  return found;
}

/* The same once more, in the plainest way: dates are texts, which compare as dates do. */

const cents = (amount: number) => Math.round(amount * 100);

/** ARR of the closed deals whose billing starts in some days. */
function billed(from: string, to: string, owner?: string): number {
  return (
    deals
      .filter(
        ({ stage, billing_start: date }) =>
          stage === 'A Closed' && date !== null && date >= from && date <= to,
      )
      .filter((deal) => owner === undefined || deal.owner === owner)
      .reduce((sum, { expected_arr: arr }) => sum + (arr !== null && arr > 0 ? cents(arr) : 0), 0) / 100
  );
}

const daysOf = (month: number) => new Date(Date.UTC(2026, month, 0)).getUTCDate();

/** Target of the days of 2026 up to one of them. */
function plan(from: string, to: string): number {
  let sum = 0;
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    const month = new Date(at).getUTCMonth();
    sum += (planned[MONTHS[month] ?? ''] ?? 0) / daysOf(month + 1);
  }
  return sum;
}

const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** Months from a day to the end of 2026, that day included. */
function monthsLeft(from: string): number {
  let months = 0;
  for (let at = Date.parse(from); at <= Date.parse('2026-12-31'); at += 86_400_000)
    months += 1 / daysOf(new Date(at).getUTCMonth() + 1);
  return months;
}

function expectedFigures(asOf: string): Record<(typeof FIGURES)[number], number> {
  const toDate = billed(HALF.from, asOf);
  const remaining = plan(HALF.from, HALF.to) - toDate;
  const inYear = plan(YEAR.from, YEAR.to) - billed(YEAR.from, asOf);
  return {
    'half.revenue': toDate,
    'half.target': plan(HALF.from, HALF.to),
    'half.expected': plan(HALF.from, asOf),
    'half.remaining': remaining,
    'half.gap': Math.max(0, plan(HALF.from, asOf) - toDate),
    'half.needed': Math.max(0, remaining) / monthsLeft(asOf),
    'half.later': billed(dayAfter(asOf), HALF.to),
    'revenue.needed': Math.max(0, inYear) / monthsLeft(asOf),
    'revenue.later': billed(dayAfter(asOf), YEAR.to),
    'period.revenue': toDate,
    'period.target': plan(HALF.from, HALF.to),
    'period.expected': plan(HALF.from, asOf),
    'period.remaining': remaining,
    'period.gap': Math.max(0, plan(HALF.from, asOf) - toDate),
    'period.later': billed(dayAfter(asOf), HALF.to),
    'period.closed': billed(HALF.from, HALF.to),
  };
}

const asked = (asOf = AS_OF) => `from=${HALF.from}&to=${HALF.to}&as_of=${asOf}`;
const explained = (figure: string, more = asked()) =>
  get<Explanation>(`analytics/explain?metric=${figure}&${more}`);

const evaluated = ({ operator, terms }: Formula): number => {
  const values = terms.map(({ value }) => value ?? Number.NaN);
  const [first = Number.NaN, second = Number.NaN] = values;
  if (operator === 'sum') return values.reduce((sum, value) => sum + value, 0);
  return operator === 'ratio' ? first / second : first - second;
};

describe('the figures of the Dashboard', () => {
  it.each([AS_OF, '2026-08-15', '2026-12-05'])(
    'seen on %s are those of an independent count',
    async (asOf) => {
      const expected = expectedFigures(asOf);
      expect(expected['half.later']).toBeGreaterThan(0);
      for (const figure of FIGURES) {
        const { value } = await explained(figure, asked(asOf));
        expect([figure, value.value]).toEqual([figure, expect.closeTo(expected[figure], 2)]);
      }
    },
  );

  it('are what the screen shows, whose parts fit together', async () => {
    const { half, headline, metrics, period_revenue } = await get<ScreenAnswer<'dashboard'>>(
      `screens/dashboard?${asked()}`,
    );
    const shown = {
      'half.revenue': half.revenue.value,
      'half.target': half.target,
      'half.expected': half.expected,
      'half.remaining': half.remaining,
      'half.gap': half.behind,
      'half.needed': half.needed_per_month,
      'half.later': half.starts_later,
      'revenue.needed': headline.needed_per_month,
      'revenue.later': headline.starts_later,
      'period.revenue': period_revenue.revenue.value,
      'period.target': period_revenue.revenue.target,
      'period.expected': period_revenue.expected,
      'period.remaining': half.remaining,
      'period.gap': period_revenue.behind,
      'period.later': period_revenue.starts_later,
      'period.closed': metrics['deals.arr']?.value ?? null,
    };
    for (const figure of FIGURES)
      expect([figure, (await explained(figure)).value.value]).toEqual([figure, shown[figure]]);
    expect((half.revenue.value ?? 0) + half.starts_later).toBeCloseTo(half.closed, 2);
    expect(half.revenue.pace).toBeCloseTo((half.expected ?? 0) / (half.target ?? 1), 10);
  });

  it('are computed line by line, down to months', async () => {
    for (const figure of FIGURES) {
      const { value, formula } = await explained(figure);
      if (figure.endsWith('.gap') && value.value === 0) continue;
      expect([figure, evaluated(formula)]).toEqual([figure, expect.closeTo(value.value ?? 0, 2)]);
      for (const term of formula.terms)
        if (term.of)
          expect([figure, evaluated(term.of)]).toEqual([figure, expect.closeTo(term.value ?? 0, 2)]);
    }
    const months = (await explained('half.needed')).formula.terms[1]?.of?.terms;
    expect(months).toMatchObject([
      { label: '2026-11', note: '9 of 30 days', unit: 'months' },
      { label: '2026-12', value: 1, unit: 'months' },
    ]);
  });

  it('list the records that are in them, which add up to revenue', async () => {
    for (const [figure, revenue] of [
      ['half.revenue', 'half.revenue'],
      ['half.gap', 'half.revenue'],
      ['half.needed', 'half.revenue'],
      ['half.later', 'half.later'],
      ['revenue.later', 'revenue.later'],
      ['period.closed', 'period.closed'],
    ] as const) {
      const { records_total } = await explained(figure);
      const records = await allRecords(`analytics/records?metric=${figure}&${asked()}`);
      expect([figure, records.length]).toEqual([figure, records_total]);
      const sum = records.reduce((total, { expected_arr }) => total + cents(expected_arr ?? 0), 0) / 100;
      expect([figure, sum]).toEqual([figure, expect.closeTo(expectedFigures(AS_OF)[revenue], 2)]);
    }
    const target = await get<DealRecordPage>(`analytics/records?metric=half.target&${asked()}`);
    expect(target.total).toBe(0);
  });

  it('break down into rows that add up, where records add up to them, as answer and as file', async () => {
    for (const figure of ['half.revenue', 'half.later', 'period.closed'] as const) {
      const { rows, total } = await get<Breakdown>(
        `analytics/breakdown?metric=${figure}&by=owner&${asked()}`,
      );
      const sum = rows.reduce((all, { value }) => all + cents(value ?? 0), 0) / 100;
      expect([figure, sum, total]).toEqual([
        figure,
        total,
        expect.closeTo(expectedFigures(AS_OF)[figure], 2),
      ]);
    }
    const refused = await admin.get(`${path}/analytics/breakdown?metric=half.gap&by=owner&${asked()}`);
    expect(refused.status).toBe(400);
    const file = await admin.get(
      `${path}/analytics/breakdown/export?metric=half.later&by=month&${asked()}&format=csv`,
    );
    expect([file.status, file.text.split('\n')[0]]).toEqual([200, expect.stringContaining('ARR')]);
  });

  it('have no target under a record filter: only what bills is left', async () => {
    const owner = deals.find(
      ({ stage, billing_start }) => stage === 'A Closed' && billing_start !== null,
    )?.owner;
    const filtered = `${asked()}&owner=${encodeURIComponent(owner ?? '')}`;
    for (const part of ['target', 'expected', 'gap', 'remaining'])
      for (const figure of [`half.${part}`, `period.${part}`, 'half.needed']) {
        const { value, target_origin } = await explained(figure, filtered);
        expect([figure, value.value, target_origin]).toEqual([figure, null, null]);
      }
    const days = {
      revenue: [HALF.from, AS_OF],
      later: [dayAfter(AS_OF), HALF.to],
      closed: [HALF.from, HALF.to],
    } as const;
    for (const figure of ['half.revenue', 'half.later', 'period.revenue', 'period.later', 'period.closed']) {
      const [from, to] = days[figure.split('.')[1] as keyof typeof days];
      const { value } = await explained(figure, filtered);
      expect(value).toMatchObject({ target: null, status: null });
      expect([figure, value.value]).toEqual([figure, expect.closeTo(billed(from, to, owner ?? ''), 2)]);
    }
  });

  it('stand beside the catalogue, not in it, and another name is refused', async () => {
    const { body } = await admin.get<MetricsCatalogue>('/api/metrics-catalogue');
    expect(body.metrics.filter(({ id }) => FIGURES.some((figure: string) => figure === id))).toEqual([]);
    const { metrics } = await get<Analytics>(`analytics?${asked()}`);
    expect(Object.keys(metrics)).toEqual(body.metrics.map(({ id }) => id));
    for (const route of ['explain?', 'records?', 'breakdown?by=owner&'])
      expect((await admin.get(`${path}/analytics/${route}metric=half.luck&${asked()}`)).status).toBe(400);
  });
});

describe('what a number leaves out', () => {
  it('is never in its list: both together are no more than all deals, and weightless deals are in it', async () => {
    const { body } = await admin.get<MetricsCatalogue>('/api/metrics-catalogue');
    for (const { id } of body.metrics) {
      const { left_out, of_these, records_total } = await explained(id);
      for (const { count } of left_out) expect(count + records_total).toBeLessThanOrEqual(deals.length);
      for (const { count } of of_these) expect(count).toBeLessThanOrEqual(records_total);
      expect(left_out.filter(({ reason }) => reason.includes('weigh nothing'))).toEqual([]);
    }
    const records = await allRecords(`analytics/records?metric=pipe.created_weighted&${asked()}`);
    const weightless = records.filter(({ weight }) => weight === 0);
    const { of_these } = await explained('pipe.created_weighted');
    expect(of_these).toMatchObject([{ reason: 'weigh nothing', count: weightless.length }]);
    const pipe = weightless.reduce((sum, { pipeline }) => sum + cents(pipeline ?? 0), 0) / 100;
    expect(of_these[0]?.pipe).toBe(pipe);
  });
});
