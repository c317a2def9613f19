import { gunzipSync } from 'node:zlib';
import type {
  Analytics,
  Breakdown,
  DealRecordPage,
  FilterChoices,
  ScreenAnswer,
  Explanation,
  MetricsCatalogue,
  Problem,
  View,
} from '@app/contracts';
import { FILTER_FIELDS } from '@app/domain';
import type { Client } from '../support/app.js';
import { noticed } from '../support/noticed.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

const PERIOD = 'from=2026-07-01&to=2026-12-31&as_of=2026-11-22';

let product: Product;
let admin: Client;
let organic: View;
let path: string;

beforeAll(async () => {
  product = await startProduct();
  admin = product.admin;
  organic = viewNamed(await viewsOf(admin), 'Organic');
  path = `/api/views/${organic.id}`;
  await load([
    { client: 'Acme', pipe: 100, owner: 'Jane', source: 'Inbound' },
    { client: 'Bolt', pipe: 50, source: 'Outbound' },
  ]);
  await product.database.db
    .collection('views')
    .updateOne({ id: organic.id }, { $set: { targets: { meeting_generation: { total_target: 10 } } } });
  await noticed(product);
});

afterAll(() => product.stop());

const load = (rows: Parameters<typeof sheetOf>[0]) => ingest(admin, organic.id, 'deals.csv', sheetOf(rows));

const get = async <Body>(route: string): Promise<Body> => {
  const { status, body } = await admin.get<Body>(`${path}/${route}`);
  expect(status).toBe(200);
  return body;
};

describe('numbers', () => {
  it('come with what identifies them', async () => {
    const { metrics, ...frame } = await get<Analytics>(`analytics?${PERIOD}`);
    expect(frame).toEqual({
      view_id: organic.id,
      period: { from: '2026-07-01', to: '2026-12-31', months: 6 },
      as_of: '2026-11-22',
      revision: 1,
    });
    expect(metrics['meetings.total']).toMatchObject({
      value: 2,
      target: 60,
      progress: 2 / 60,
      status: 'behind',
    });
    expect(metrics['pipe.created']?.value).toBe(150);
  });

  it('are those of the catalogue, all of them', async () => {
    const { body } = await admin.get<MetricsCatalogue>('/api/metrics-catalogue');
    const { metrics } = await get<Analytics>(`analytics?${PERIOD}`);
    expect(Object.keys(metrics).toSorted()).toEqual(body.metrics.map(({ id }) => id).toSorted());
  });

  it('have no target under a filter', async () => {
    const { metrics } = await get<Analytics>(`analytics?${PERIOD}&owner=jane`);
    expect(metrics['meetings.total']).toMatchObject({ value: 1, target: null, status: null });
  });

  it('can be filtered by what the deals have, each value by as many as it says', async () => {
    const { values, ...frame } = await get<FilterChoices>('filters');
    expect(frame).toEqual({ view_id: organic.id, revision: 1 });
    expect(values.owner).toEqual([
      { value: 'jane', label: 'Jane', deals: 1 },
      { value: '', label: 'unassigned', deals: 1 },
    ]);
    expect(values.source_group.map(({ value }) => value)).toEqual(['inbound', 'outbound']);
    for (const field of FILTER_FIELDS)
      for (const { value, deals } of values[field]) {
        const { total } = await get<DealRecordPage>(`records?${field}=${encodeURIComponent(value)}`);
        expect([field, value, total]).toEqual([field, value, deals]);
      }
    const both = 'owner=JANE&owner=&source_group=outbound&product=';
    expect((await get<DealRecordPage>(`records?${both}`)).items.map(({ client }) => client)).toEqual([
      'Bolt',
    ]);
  });

  it('break down, the empty filter value being "unassigned"', async () => {
    const { rows, total } = await get<Breakdown>(
      `analytics/breakdown?metric=pipe.created&by=owner&${PERIOD}`,
    );
    expect([rows, total]).toEqual([
      [
        { key: 'jane', label: 'Jane', value: 100 },
        { key: null, label: 'unassigned', value: 50 },
      ],
      150,
    ]);
    const { metrics } = await get<Analytics>(`analytics?${PERIOD}&owner=`);
    expect(metrics['pipe.created']?.value).toBe(50);
  });

  it('are explained: definition, terms, target, records', async () => {
    const explained = await get<Explanation>(`analytics/explain?metric=meetings.total&${PERIOD}`);
    expect(explained).toMatchObject({
      revision: 1,
      metric: { id: 'meetings.total', target: 'meetings' },
      value: { value: 2, target: 60 },
      records_total: 2,
      target_origin: { key: 'meetings', origin: 'meeting_generation.total_target', base: 10, months: 6 },
    });
    expect(explained.formula.terms.length).toBeGreaterThan(0);
    expect(Date.parse(explained.last_update ?? '')).toBeGreaterThan(0);
  });

  it('make the Dashboard in one answer', async () => {
    const screen = await get<ScreenAnswer<'dashboard'>>(`screens/dashboard?${PERIOD}`);
    expect(screen).toMatchObject({
      records_count: 2,
      headline: { span_from: '2026-01-01', span_to: '2026-12-31' },
      half: { from: '2026-07-01', to: '2026-12-31', label: 'H2 2026' },
    });
    expect(screen.revenue_by_month.map(({ month }) => month)).toEqual(
      ['07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`),
    );
    expect(screen.revenue_by_month.reduce((sum, { created }) => sum + created, 0)).toBe(150);
  });
});

describe('a faulty question', () => {
  it.each([
    ['analytics?to=2026-12-31', 'from'],
    ['analytics?from=2026-07-01', 'to'],
    ['analytics?from=2026-7-1&to=2026-12-31', 'from'],
    ['analytics?from=2026-02-30&to=2026-12-31', 'from'],
    ['analytics?from=2027-01-01&to=2026-12-31', 'from'],
    [`analytics?${PERIOD}&as_of=2026-11-21`, 'as_of'],
    [`analytics?${PERIOD}&ownr=jane`, 'ownr'],
    [`analytics/breakdown?metric=meetings.all&by=owner&${PERIOD}`, 'metric'],
    [`analytics/breakdown?metric=meetings.total&by=colour&${PERIOD}`, 'by'],
    [`analytics/breakdown?metric=meetings.total&${PERIOD}`, 'by'],
    [`analytics/breakdown?metric=pipe.old_clients&by=owner&${PERIOD}`, 'metric'],
    [`analytics/breakdown?metric=revenue.gap&by=owner&${PERIOD}`, 'metric'],
    [`analytics/explain?metric=meetings.all&${PERIOD}`, 'metric'],
    [`analytics/records?metric=meetings.all&${PERIOD}`, 'metric'],
    [`analytics/records?${PERIOD}`, 'metric'],
    ['screens/dashboard', 'from'],
  ])('is refused: %s', async (route, field) => {
    const { status, body, headers } = await admin.get<Problem>(`${path}/${route}`);
    expect([status, body.errors[0]?.field]).toEqual([400, field]);
    expect(headers.get('content-type')).toMatch(/application\/problem\+json/);
  });
});

describe('an answer that the client has', () => {
  const tagOf = async (headers: Record<string, string> = {}) =>
    (await admin.get(`${path}/analytics?${PERIOD}`, headers)).headers.get('etag') ?? '';

  it('is not sent again, to those who may have it', async () => {
    const known = { 'if-none-match': await tagOf() };
    const { status, text, headers } = await admin.get(`${path}/analytics?${PERIOD}`, known);
    expect([status, text]).toEqual([304, '']);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toMatch(/accept-encoding/i);
    const signal = await product.app.signIn('signal@example.com');
    expect((await signal.get(`${path}/analytics?${PERIOD}`, known)).status).toBe(404);
  });

  it('has an ETag for each encoding', async () => {
    const plain = await tagOf({ 'accept-encoding': 'identity' });
    const zipped = await tagOf({ 'accept-encoding': 'gzip' });
    expect(plain).toMatch(/^"/);
    expect(zipped).not.toBe(plain);
  });

  it('is the same, compressed or not', async () => {
    const url = `${product.app.address}${path}/analytics?${PERIOD}`;
    const cookie = `session=${admin.cookie('session')}`;
    const { request } = await import('node:http');
    const zipped = await new Promise<Buffer>((resolve, reject) => {
      request(url, { headers: { cookie, 'accept-encoding': 'gzip' } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      })
        .on('error', reject)
        .end();
    });
    expect(JSON.parse(gunzipSync(zipped).toString())).toEqual(await get(`analytics?${PERIOD}`));
  });

  it('is replaced after new targets, and after new data', async () => {
    const first = await tagOf();
    await product.database.db
      .collection('views')
      .updateOne({ id: organic.id }, { $set: { 'targets.meeting_generation.total_target': 11 } });
    await noticed(product);
    const retargeted = await tagOf();
    await load([{ client: 'Acme', pipe: 101 }]);
    const reloaded = await tagOf();
    expect(new Set([first, retargeted, reloaded]).size).toBe(3);
    const { revision, metrics } = await get<Analytics>(`analytics?${PERIOD}`);
    expect([revision, metrics['pipe.created']?.value]).toEqual([2, 101]);
  });
});
