import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Analytics,
  Breakdown,
  ScreenAnswer,
  DealRecordPage,
  MetricId,
  MetricsCatalogue,
  MetricTable,
  Problem,
  Screen,
  View,
} from '@app/contracts';
import { SCREEN_NAMES } from '@app/domain';
import type { Client } from '../support/app.js';
import { noticed } from '../support/noticed.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';
import { isFigure } from '@app/domain';
import { pairsOf } from '../support/by-metric.js';

const SAMPLES = [
  ['organic', 'Organic'],
  ['signal', 'Signal'],
  ['fullfunnel', 'Full Funnel'],
] as const;
const AS_OF = 'as_of=2026-11-22';
const HALF = `from=2026-07-01&to=2026-12-31&${AS_OF}`;
const DATA = join(import.meta.dirname, '..', 'data');

let product: Product;
let admin: Client;
let views: Map<string, View>;
/** Metrics whose sums over views are Master's. */
let additive: Set<string>;

beforeAll(async () => {
  product = await startProduct();
  admin = product.admin;
  const empty = { id: 'view-empty', name: 'Empty', is_master: false, is_default: false, targets: {} };
  await product.database.db.collection('views').insertOne(empty);
  await noticed(product);
  views = await viewsOf(admin);
  const targets = JSON.parse(readFileSync(join(DATA, 'targets.json'), 'utf8')) as Record<string, object>;
  for (const [file, name] of SAMPLES) {
    const { id } = viewNamed(views, name);
    await ingest(admin, id, `${file}.csv`, readFileSync(join(DATA, `${file}.csv`)));
    await product.database.db.collection('views').updateOne({ id }, { $set: { targets: targets[file] } });
  }
  await ingest(
    admin,
    viewNamed(views, 'Market').id,
    'one.csv',
    sheetOf([{ client: 'Only', pipe: 50, owner: 'Jane' }]),
  );
  const { body } = await admin.get<MetricsCatalogue>('/api/metrics-catalogue');
  additive = new Set(
    body.metrics
      .filter(({ unit, breakdown, id }) => unit !== 'ratio' && breakdown && id !== 'deals.average')
      .map(({ id }) => id),
  );
});

afterAll(() => product.stop());

const get = async <Body>(viewName: string, route: string): Promise<Body> => {
  const { status, body, text } = await admin.get<Body>(
    `/api/views/${viewNamed(views, viewName).id}/${route}`,
  );
  if (status !== 200) throw new Error(`${route} answered ${status}: ${text}`);
  return body;
};

const tablesOf = (screen: Screen): MetricTable[] =>
  Object.values(screen).filter(
    (value): value is MetricTable => typeof value === 'object' && value !== null && 'columns' in value,
  );

/** A cell of a table; a row without anything in the metric has none in the breakdown. */
const cells = ({ columns, rows }: MetricTable, metric: string): [string | null, number | null][] => {
  const at = columns.findIndex((column) => column.metric === metric);
  return rows
    .map(({ key, values }): [string | null, number | null] => [key, values[at] ?? null])
    .filter(([, value]) => value !== null && value !== 0);
};

const PERIODS = [
  ['a half-year', HALF],
  ['a period across years', `from=2025-09-15&to=2026-02-10&${AS_OF}`],
  ['one day', `from=2026-09-01&to=2026-09-01&${AS_OF}`],
  ['a period to come', `from=2027-01-01&to=2027-06-30&${AS_OF}`],
  ['an account executive', `${HALF}&owner=camille`],
  ['what is unassigned', `${HALF}&bdr=&relevance=Relevant`],
] as const;

describe.each(SCREEN_NAMES)('the screen %s', (name) => {
  it.each(PERIODS)('shows the numbers of the catalogue over %s', async (_, asked) => {
    for (const view of ['Organic', 'Master']) {
      const screen = await get<Screen>(view, `screens/${name}?${asked}`);
      const { metrics, ...frame } = await get<Analytics>(view, `analytics?${asked}`);
      expect(screen).toMatchObject(frame);
      for (const [id, value] of pairsOf(screen.metrics)) {
        // Meetings Attended compares meetings with those that were to be scheduled.
        const isScheduled = name === 'meetings-attended' && id === 'meetings.total';
        const expected = isScheduled
          ? { value: metrics[id]?.value, label: 'Meetings', target_key: 'scheduled' }
          : metrics[id];
        expect([id, value]).toEqual([id, expect.objectContaining(expected ?? {})]);
      }
    }
  });

  it('shows tables whose cells are the breakdowns and whose totals are the numbers', async () => {
    const screen = await get<Screen>('Master', `screens/${name}?${HALF}`);
    const { metrics } = await get<Analytics>('Master', `analytics?${HALF}`);
    for (const table of tablesOf(screen)) {
      for (const [at, { metric }] of table.columns.entries()) {
        if (metric === null || isFigure(metric)) continue;
        const asked = `analytics/breakdown?metric=${metric}&by=${table.by}&${HALF}`;
        const { rows } = await get<Breakdown>('Master', asked);
        const expected = rows.filter(({ value }) => value !== null && value !== 0);
        expect([metric, cells(table, metric)]).toEqual([
          metric,
          expected.map(({ key, value }) => [key, value]),
        ]);
        expect([metric, table.totals[at]]).toEqual([metric, metrics[metric]?.value]);
      }
    }
  });

  it('adds the views up on Master', async () => {
    const parts = await Promise.all(
      ['Organic', 'Signal', 'Full Funnel', 'Market'].map((view) =>
        get<Screen>(view, `screens/${name}?${HALF}`),
      ),
    );
    const whole = await get<Screen>('Master', `screens/${name}?${HALF}`);
    expect(whole.records_count).toBe(parts.reduce((sum, { records_count }) => sum + records_count, 0));
    for (const [id, { value }] of pairsOf(whole.metrics)) {
      if (!additive.has(id)) continue;
      const sum = parts.reduce(
        (cents, { metrics }) => cents + Math.round((metrics[id]?.value ?? 0) * 100),
        0,
      );
      expect([id, Math.round((value ?? 0) * 100)]).toEqual([id, sum]);
    }
  });

  it('compares with the period before, a year earlier, or nothing', async () => {
    const of = (against: string) => get<Screen>('Organic', `screens/${name}?${HALF}${against}`);
    const [usual, previous, year, none] = await Promise.all(
      ['', '&against=previous', '&against=last_year', '&against=none'].map(of),
    );
    expect(usual).toEqual(previous);
    expect(previous?.comparison).toMatchObject({
      against: 'previous',
      from: '2026-01-01',
      through: '2026-11-22',
    });
    expect(year?.comparison).toMatchObject({ against: 'last_year', from: '2025-07-01', is_partial: true });
    expect(none?.comparison).toBeNull();
    const values = previous?.comparison?.values ?? {};
    const { metrics } = await get<Analytics>('Organic', `analytics?from=2026-07-01&to=2026-11-22&${AS_OF}`);
    for (const [id, { current, previous: before, change }] of pairsOf(values)) {
      expect([id, current]).toEqual([id, metrics[id]?.value]);
      // Its deals have moved since: it is compared with nothing.
      if (id === 'pipe.created_weighted') expect([before, change]).toEqual([null, null]);
    }
  });

  it('is right about one record, and about none', async () => {
    const one = await get<Screen>('Market', `screens/${name}?${HALF}`);
    expect(one.records_count).toBe(1);
    const total = one.metrics['meetings.total'];
    if (total) expect(total.value).toBe(1);
    for (const [view, filter] of [
      ['Empty', ''],
      ['Market', '&owner=nobody'],
    ] as const) {
      const none = await get<Screen>(view, `screens/${name}?${HALF}${filter}`);
      expect(none.matching_count).toBe(0);
      for (const { value } of Object.values(none.metrics)) expect([null, 0]).toContain(value);
      expect(tablesOf(none).flatMap(({ by, rows }) => (by === 'month' ? [] : rows))).toEqual([]);
    }
  });

  it('refuses what it does not understand, and whoever may not read the view', async () => {
    const path = `/api/views/${viewNamed(views, 'Organic').id}/screens/${name}`;
    for (const [query, field] of [
      [`${HALF}&ownr=jane`, 'ownr'],
      [`${HALF}&against=tomorrow`, 'against'],
      ['to=2026-12-31', 'from'],
      ['from=1926-12-31&to=2026-12-31', 'to'],
    ] as const) {
      const { status, body } = await admin.get<Problem>(`${path}?${query}`);
      expect([status, body.errors[0]?.field]).toEqual([400, field]);
    }
    const signal = await product.app.signIn('signal@example.com');
    expect((await signal.get(`${path}?${HALF}`)).status).toBe(404);
    expect((await product.app.client().get(`${path}?${HALF}`)).status).toBe(401);
  });
});

describe('a short period', () => {
  it.each([
    ['day', 30, 'from=2026-09-01&to=2026-09-30'],
    ['week', 14, 'from=2026-07-01&to=2026-09-30'],
  ] as const)('has each %s as the API has it alone, and they add up', async (grain, count, days) => {
    for (const screen of ['dashboard', 'meetings-attended', 'deals-pipeline'] as const) {
      const asked = `${days}&${AS_OF}`;
      const { trend, months, metrics } = await get<Screen>('Master', `screens/${screen}?${asked}`);
      if (trend === null) throw new Error('There is no trend.');
      const { steps, table } = trend;
      expect([trend.grain, table.by, steps.length]).toEqual([grain, grain, count]);
      expect(table.columns).toEqual(months.columns);
      expect(table.totals).toEqual(months.totals);
      const own = steps.map(({ from, to }) =>
        get<Analytics>('Master', `analytics?from=${from}&to=${to}&${AS_OF}`),
      );
      const alone = await Promise.all(own);
      expect(table.rows.map(({ key, values }) => [key, ...values])).toEqual(
        steps.map(({ key }, at) => [
          key,
          ...table.columns.map(({ id }) => alone[at]?.metrics[id as MetricId]?.value),
        ]),
      );
      for (const [at, { id, unit }] of table.columns.entries()) {
        if (!additive.has(id)) continue;
        const cents = (value: number | null | undefined) => Math.round((value ?? 0) * 100);
        const sum = table.rows.reduce((all, { values }) => all + cents(values[at]), 0);
        expect([id, unit, sum]).toEqual([id, unit, cents(metrics[id as MetricId]?.value)]);
      }
    }
  });

  it('has the revenue of its days, whose targets add up, and a file of them', async () => {
    const asked = `from=2026-08-20&to=2026-09-10&${AS_OF}`;
    const screen = await get<ScreenAnswer<'dashboard'>>('Organic', `screens/dashboard?${asked}`);
    const { revenue_trend: days, revenue_by_month: byMonth } = screen;
    const last = days?.at(-1);
    expect(days).toHaveLength(22);
    expect(last?.cumulative_closed).toBe(screen.metrics['deals.arr']?.value);
    expect(last?.cumulative_target).toBeGreaterThan(0);
    expect(last?.cumulative_target).toBeCloseTo(byMonth.at(-1)?.cumulative_target ?? 0, 2);
    const { id } = viewNamed(views, 'Organic');
    const file = await admin.get(
      `/api/views/${id}/screens/dashboard/export?table=revenue_trend&columns=closed&format=csv&${asked}`,
    );
    expect(file.text.trimEnd().split('\r\n')).toEqual([
      'Day,Closed',
      ...(days ?? []).map(({ key, closed }) => `${key},${closed}`),
      `Total,${last?.cumulative_closed}`,
    ]);
  });

  it('has none where it is long', async () => {
    const { trend, comparison } = await get<Screen>('Organic', `screens/dashboard?${HALF}`);
    expect([trend, comparison?.trend]).toEqual([null, null]);
  });
});

describe('what only some screens have', () => {
  it('Meetings Attended compares meetings with what was to be scheduled', async () => {
    const { metrics } = await get<ScreenAnswer<'meetings-attended'>>(
      'Organic',
      `screens/meetings-attended?${HALF}`,
    );
    const { body } = await admin.get<{ resolved: Record<string, { value: number | null }> }>(
      `/api/views/${viewNamed(views, 'Organic').id}/targets`,
    );
    const scheduled = body.resolved.scheduled?.value ?? null;
    expect(scheduled).not.toBeNull();
    expect(metrics['meetings.total']?.target).toBe((scheduled ?? 0) * 6);
  });

  it('the Dashboard lists what there is to do and what needs attention, as their own routes do', async () => {
    const screen = await get<ScreenAnswer<'dashboard'>>('Master', `screens/dashboard?${HALF}`);
    const today = await get<{ items: unknown[]; total: number }>('Master', `today?${AS_OF}&limit=12`);
    const findings = await get<{ items: unknown[] }>('Master', `findings?${AS_OF}`);
    expect([screen.today, screen.today_total]).toEqual([today.items, today.total]);
    expect(screen.attention).toEqual(findings.items);
  });

  it('boards show the first deals of each column, and the rest on demand, in the same order', async () => {
    const { pipeline } = await get<ScreenAnswer<'meetings-generation'>>(
      'Master',
      `screens/meetings-generation?${HALF}`,
    );
    const { board } = await get<ScreenAnswer<'projections'>>('Master', `screens/projections?${HALF}`);
    expect(pipeline.map(({ id }) => id)).toEqual(['intro', 'poa_booked', 'proposal_sent', 'legal']);
    for (const column of [...pipeline, ...board]) {
      const page = await get<DealRecordPage>(
        'Master',
        `board-columns/${column.id}/records?${AS_OF}&limit=20`,
      );
      expect(page.total).toBe(column.deals);
      expect(column.cards.map(({ deal }) => deal)).toEqual(page.items);
    }
    const sorted = await get<DealRecordPage>('Master', `board-columns/legal/records?${AS_OF}&sort=-age`);
    const ages = sorted.items.map(({ age }) => age);
    expect(ages).toEqual(ages.toSorted((left, right) => right - left));
    const { id } = viewNamed(views, 'Master');
    expect((await admin.get(`/api/views/${id}/board-columns/elsewhere/records`)).status).toBe(404);
  });

  it('legals and proposals are those of the columns', async () => {
    const { board, legals_and_proposals } = await get<ScreenAnswer<'projections'>>(
      'Master',
      `screens/projections?${HALF}`,
    );
    const [legals, proposals] = board;
    expect(legals_and_proposals).toBeCloseTo((legals?.value ?? 0) + (proposals?.value ?? 0), 2);
  });

  it('Deals & Pipeline runs the weighted pipe up to its number, under the weights it shows', async () => {
    const { cumulative, metrics, weights } = await get<ScreenAnswer<'deals-pipeline'>>(
      'Organic',
      `screens/deals-pipeline?${HALF}`,
    );
    const at = cumulative.columns.findIndex(({ id }) => id === 'cumulative');
    expect(cumulative.rows.at(-1)?.values[at]).toBe(metrics['pipe.cumulative_weighted']?.value);
    expect(weights).toContainEqual({ stage: 'D POA Booked', source: 'any', weight: 0.5, after: null });
  });
});
