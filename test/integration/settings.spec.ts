import type {
  Analytics,
  DealRecordPage,
  MetricId,
  Problem,
  SettingChangePage,
  Settings,
  WeightRow,
  WeightsEffect,
} from '@app/contracts';
import { type Client, startApp } from '../support/app.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';
import { eventually } from '../support/eventually.js';

const QUARTER: WeightRow[] = [{ stage: 'D POA Booked', source: 'any', weight: 0.25, after: null }];

let product: Product;
let admin: Client;
let viewer: Client;
let ids: { organic: string; signal: string };

beforeAll(async () => {
  product = await startProduct();
  admin = product.admin;
  viewer = await product.app.signIn('organic@example.com');
  const views = await viewsOf(admin);
  ids = { organic: viewNamed(views, 'Organic').id, signal: viewNamed(views, 'Signal').id };
  const organic = sheetOf([
    { client: 'Acme', stage: 'D POA Booked', pipe: 100.01, source: 'Inbound' },
    { client: 'Bolt', stage: 'E Intro attended', pipe: 40, source: 'Event' },
    { client: 'Cello', stage: 'A Closed', arr: 60, billed: '2026-03-01' },
    { client: 'Dune', stage: 'A Closed', arr: 7, billed: '2026-09-01' },
  ]);
  await ingest(admin, ids.organic, 'deals.csv', organic);
  await ingest(
    admin,
    ids.signal,
    'deals.csv',
    sheetOf([{ client: 'Echo', stage: 'D POA Booked', pipe: 200 }]),
  );
});

afterAll(() => product.stop());

const settings = () => product.database.db.collection('settings');

const read = async () => (await viewer.get<Settings>('/api/settings')).body;

const put = (key: string, value: unknown, tag?: string, client = admin) =>
  client.put<Settings & Problem>(
    `/api/settings/${key}`,
    { value },
    tag === undefined ? {} : { 'if-match': tag },
  );

const history = async (query = '') =>
  (await admin.get<SettingChangePage>(`/api/settings/history${query}`)).body;

const analytics = (client = admin) =>
  client.get<Analytics>(`/api/views/${ids.organic}/analytics?from=2026-07-01&to=2026-12-31&as_of=2026-11-22`);

const numbers = async (client?: Client) => {
  const { body, headers } = await analytics(client);
  const valueOf = (metric: MetricId) => body.metrics[metric]?.value;
  return {
    weighted: valueOf('pipe.active_weighted'),
    revenue: valueOf('revenue.ytd'),
    tag: headers.get('etag'),
  };
};

afterEach(async () => {
  for (const key of ['weights', 'revenue_span', 'bdr_goals', 'refresh_gate'])
    expect((await put(key, null)).status).toBe(200);
});

describe('settings', () => {
  it('begin with the defaults', async () => {
    const { weights, revenue_span, bdr_goals, refresh_gate } = await read();
    const untouched = { is_default: true, revision: 0, updated_at: null, updated_by: null };
    expect(weights).toMatchObject(untouched);
    expect(weights.value).toContainEqual({
      stage: 'B Legals',
      source: 'Inbound',
      weight: 0.9,
      after: { days: 45, weight: 0.75 },
    });
    expect(revenue_span).toEqual({ value: 'year', ...untouched });
    expect(bdr_goals).toEqual({ value: { default: 6, people: {} }, ...untouched });
    expect(refresh_gate).toEqual({
      value: { removed_share: 0.2, value_change_share: 0.3, unreadable_share: 0.1 },
      ...untouched,
    });
  });

  it('are changed whole, and say by whom and when', async () => {
    const { status, body } = await put('bdr_goals', { default: 8, people: { Jade: 10 } });
    expect([status, body.bdr_goals]).toEqual([
      200,
      {
        value: { default: 8, people: { Jade: 10 } },
        is_default: false,
        revision: 1,
        updated_at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        updated_by: 'admin@example.com',
      },
    ]);
    expect(await read()).toEqual(body);
    expect((await put('bdr_goals', null)).body.bdr_goals).toMatchObject({
      value: { default: 6, people: {} },
      is_default: true,
      revision: 2,
    });
  });

  it('keep every change, newest first', async () => {
    const { total: before } = await history('?key=revenue_span');
    await put('revenue_span', 'half');
    await put('revenue_span', 'half');
    await put('weights', QUARTER);
    const [weights, span] = (await history()).items;
    expect(weights).toMatchObject({ key: 'weights', before: null, after: QUARTER, by: 'admin@example.com' });
    expect(span).toMatchObject({ key: 'revenue_span', before: null, after: 'half' });
    const page = await history('?key=revenue_span&limit=1');
    expect([page.total, page.items]).toEqual([before + 1, [span]]);
    const next = await history(`?limit=1&cursor=${(await history('?limit=1')).next_cursor ?? ''}`);
    expect(next.items).toEqual([span]);
  });

  it('leave what else is stored there alone', async () => {
    const others = () =>
      settings()
        .find({ key: { $nin: ['weights', 'revenue_span', 'bdr_goals', 'refresh_gate'] } })
        .toArray();
    const before = await others();
    await put('revenue_span', 'half');
    expect(before.length).toBeGreaterThan(0);
    expect(await others()).toEqual(before);
  });
});

describe('two admins', () => {
  it('who change one setting are told of each other', async () => {
    const { revision } = (await read()).revenue_span;
    await put('revenue_span', 'half', `"${revision}"`);
    const { status, body } = await put('revenue_span', 'year', `"${revision}"`);
    expect([status, body.errors[0]?.field]).toEqual([412, 'revenue_span']);
    expect(body.detail).toMatch(/at revision \d+: admin@example\.com changed it on \d{4}-/);
    expect((await put('revenue_span', 'half', `"${revision}"`)).status).toBe(200);
    expect((await put('revenue_span', 'year', '*')).body.revenue_span.value).toBe('year');
  });

  it('lose no change at once', async () => {
    const { total } = await history('?key=bdr_goals');
    const goals = Array.from({ length: 8 }, (_, at) => put('bdr_goals', { default: 20 + at, people: {} }));
    expect((await Promise.all(goals)).map(({ status }) => status)).toEqual(Array<number>(8).fill(200));
    const { items, total: after } = await history('?key=bdr_goals');
    expect(after).toBe(total + 8);
    expect((await read()).bdr_goals).toMatchObject({ value: items[0]?.after, revision: items[0]?.revision });
  });
});

describe('what may be stored', () => {
  it.each([
    ['weights', [{ stage: 'Z', source: 'any', weight: 2, after: null }], 'Row 1'],
    ['weights', {}, 'not a list'],
    ['revenue_span', 'quarter', 'year or half'],
    ['refresh_gate', { removed_share: 2 }, 'from 0 to 1'],
    ['bdr_goals', { default: -1, people: {} }, 'from 0 to 1000'],
    ['bdr_goals', 6, 'must be {'],
  ])('%s are not %j', async (key, value, message) => {
    const { status, body } = await put(key, value);
    expect([status, body.errors[0]?.field]).toEqual([400, 'value']);
    expect(body.detail).toContain(message);
    expect((await put(key, undefined)).status).toBe(400);
  });

  it('is one of the settings', async () => {
    expect((await put('installation_secret', 'mine')).status).toBe(404);
    expect((await admin.get('/api/settings/history?key=installation_secret')).status).toBe(400);
  });
});

describe('a change of a setting', () => {
  it('of the weights moves the weighted pipe at once, in answers, records and their ETags', async () => {
    const before = await numbers();
    expect(before.weighted).toBe(50.01);
    await put('weights', QUARTER);
    const after = await numbers();
    expect([after.weighted, after.tag === before.tag]).toEqual([25, false]);
    const { body } = await admin.get<DealRecordPage>(
      `/api/views/${ids.organic}/analytics/records?metric=pipe.active_weighted&from=2026-07-01&to=2026-12-31`,
    );
    expect(body.items.map(({ client, weight, weighted }) => [client, weight, weighted])).toEqual([
      ['Acme', 0.25, 25],
      ['Bolt', 0, 0],
    ]);
    await put('weights', null);
    expect(await numbers()).toEqual(before);
  });

  it('of the revenue span moves the revenue', async () => {
    expect((await numbers()).revenue).toBe(67);
    await put('revenue_span', 'half');
    expect((await numbers()).revenue).toBe(7);
  });

  it('reaches another process', async () => {
    const second = await startApp({ database: product.database });
    try {
      const there = await second.signIn('admin@example.com');
      expect((await numbers(there)).weighted).toBe(50.01);
      await put('weights', QUARTER);
      await eventually(async () => expect((await numbers(there)).weighted).toBe(25));
    } finally {
      await second.stop();
    }
  });

  it('that a crash cut short is brought in by the next writer', async () => {
    const { revision } = (await read()).revenue_span;
    const cut = { key: 'revenue_span', revision: revision + 1, before: null, after: 'half' };
    await product.database.db
      .collection('setting_changes')
      .insertOne({ id: 'cut', ...cut, at: new Date(), by: 'rest@example.com' });
    const { status, body } = await put('revenue_span', 'half');
    expect([status, body.revenue_span.revision, body.revenue_span.updated_by]).toEqual([
      200,
      revision + 1,
      'rest@example.com',
    ]);
  });

  it('that nobody can read leaves the default in force, and a line in the log', async () => {
    await put('weights', QUARTER);
    await settings().updateOne({ key: 'weights' }, { $set: { value: 'heavy' } });
    await eventually(async () => expect((await numbers()).weighted).toBe(50.01));
    expect((await read()).weights.is_default).toBe(true);
    await eventually(() =>
      expect(product.app.output()).toContain('The stored setting weights cannot be used'),
    );
  });

  it('that other software put there is read whatever its types, and changed like any other', async () => {
    const foreign = { value: QUARTER, revision: 'first', updated_at: '2026-11-22T09:00:00Z', updated_by: 7 };
    await product.database.db.collection('setting_changes').deleteMany({ key: 'weights' });
    await settings().updateOne({ key: 'weights' }, { $set: foreign });
    const updated_at = '2026-11-22T09:00:00.000Z';
    await eventually(async () =>
      expect((await read()).weights).toMatchObject({ revision: 0, updated_at, updated_by: null }),
    );
    const { body } = await put('weights', null, '"0"');
    expect(body.weights).toMatchObject({ is_default: true, revision: 1, updated_by: 'admin@example.com' });
  });
});

describe('the effect of a weight table', () => {
  it('is said of each view with data, and of all, before it is saved', async () => {
    const { status, body } = await admin.post<WeightsEffect>('/api/settings/weights/effect', {
      value: QUARTER,
    });
    expect([status, body]).toEqual([
      200,
      {
        views: [
          { view_id: ids.organic, name: 'Organic', before: 50.01, after: 25 },
          { view_id: ids.signal, name: 'Signal', before: 100, after: 50 },
        ],
        before: 150.01,
        after: 75,
        without_row_deals: 1,
        without_row_pipe: 40,
      },
    ]);
    expect((await numbers()).weighted).toBe(50.01);
  });

  it('needs a table', async () => {
    for (const value of [undefined, null, [{ stage: 'Z' }]]) {
      expect((await admin.post('/api/settings/weights/effect', { value })).status).toBe(400);
    }
  });
});

describe('who may change settings', () => {
  it('is a super admin, from this site; everybody signed in reads them', async () => {
    expect((await put('revenue_span', 'half', undefined, viewer)).status).toBe(403);
    expect((await viewer.get('/api/settings/history')).status).toBe(403);
    expect((await viewer.post('/api/settings/weights/effect', { value: QUARTER })).status).toBe(403);
    const forged = await admin.put('/api/settings/revenue_span', { value: 'half' }, { 'x-xsrf-token': 'no' });
    expect(forged.status).toBe(403);
    expect((await product.app.client().get('/api/settings')).status).toBe(401);
    expect((await read()).revenue_span.is_default).toBe(true);
  });
});
