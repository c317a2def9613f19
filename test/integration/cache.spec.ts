import type { Analytics, ScreenAnswer, Settings, View } from '@app/contracts';
import { halfOf, isoDay, today, SCREEN_TABS } from '@app/domain';
import { type Client, startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { largeSheet, sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

/** What the console asks for first. */
const HALF = halfOf(today(Date.now(), 'Europe/Paris'));
const DEFAULT = `from=${isoDay(HALF.from)}&to=${isoDay(HALF.to)}`;
const PERIOD = 'from=2026-07-01&to=2026-12-31&as_of=2026-11-22';

let product: Product;
let admin: Client;
let organic: View;
let master: View;

beforeAll(async () => {
  product = await startProduct();
  admin = product.admin;
  const views = await viewsOf(admin);
  [organic, master] = [viewNamed(views, 'Organic'), viewNamed(views, 'Master')];
  await ingest(admin, organic.id, 'deals.csv', sheetOf([{ client: 'Acme', pipe: 100 }]));
});

afterAll(() => product.stop());

const pathOf = (view: View, route: string) => `/api/views/${view.id}/${route}`;

/** Whether the numbers were computed for this request: the answer then says how long that took. */
const wasComputed = async (path: string) => {
  const { status, headers } = await admin.get(path);
  expect(status).toBe(200);
  return headers.has('server-timing');
};

const tagOf = async (path: string) => (await admin.get(path)).headers.get('etag');

describe('after a publish', () => {
  it.each([...SCREEN_TABS.map(({ name }) => `screens/${name}`), 'analytics'])(
    'the first reader of %s waits for nothing, on the view and on Master',
    async (route) => {
      expect(await wasComputed(pathOf(organic, `${route}?${DEFAULT}`))).toBe(false);
      expect(await wasComputed(pathOf(master, `${route}?${DEFAULT}`))).toBe(false);
    },
  );

  it('another question is computed once', async () => {
    const path = pathOf(organic, 'screens/dashboard?from=2025-01-01&to=2025-12-31');
    expect([await wasComputed(path), await wasComputed(path)]).toEqual([true, false]);
  });

  it('readers see the old revision or the new one, whole, until the new one is there', async () => {
    const signal = viewNamed(await viewsOf(admin), 'Signal');
    await ingest(admin, signal.id, 'deals.csv', sheetOf([{ client: 'Acme', pipe: 7 }]));
    const path = pathOf(signal, `screens/dashboard?${PERIOD}`);
    const state = { isPublished: false };
    const publishing = ingest(admin, signal.id, 'more.csv', largeSheet(3_000)).then(() => {
      state.isPublished = true;
    });
    const seen: [unknown, unknown][] = [];
    while (!state.isPublished) {
      const { body } = await admin.get<ScreenAnswer<'dashboard'>>(path);
      seen.push([body.revision, body.metrics['pipe.created']?.value]);
    }
    await publishing;
    const { body } = await admin.get<ScreenAnswer<'dashboard'>>(path);
    seen.push([body.revision, body.metrics['pipe.created']?.value]);
    const states = new Set(seen.map((each) => JSON.stringify(each)));
    expect([...states]).toEqual(['[1,7]', `[2,${(3_000 * 3_001) / 2}]`]);
  });
});

describe('a change shows at once', () => {
  const path = () => pathOf(organic, `screens/dashboard?${PERIOD}`);
  const analytics = async () => (await admin.get<Analytics>(pathOf(organic, `analytics?${PERIOD}`))).body;

  it('of a target', async () => {
    const before = await tagOf(path());
    const change = { targets: { meeting_generation: { total_target: 10 } } };
    expect((await admin.put(pathOf(organic, 'targets'), change)).status).toBe(200);
    expect((await analytics()).metrics['meetings.total']?.target).toBe(60);
    expect(await tagOf(path())).not.toBe(before);
  });

  it('of a weight', async () => {
    const before = [await tagOf(path()), (await analytics()).metrics['pipe.created_weighted']?.value];
    const weights = [{ stage: 'C Proposal sent', source: 'any', weight: 0.25, after: null }];
    expect((await admin.put('/api/settings/weights', { value: weights })).status).toBe(200);
    const after = [await tagOf(path()), (await analytics()).metrics['pipe.created_weighted']?.value];
    expect(after[0]).not.toBe(before[0]);
    expect([before[1], after[1]]).toEqual([50, 25]);
    expect((await admin.put('/api/settings/weights', { value: null })).status).toBe(200);
    expect(await tagOf(path())).toBe(before[0]);
  });

  it('of the span of revenue', async () => {
    const before = await tagOf(path());
    expect((await admin.put('/api/settings/revenue_span', { value: 'half' })).status).toBe(200);
    const { body } = await admin.get<ScreenAnswer<'dashboard'>>(path());
    expect(body.headline.span_from).toBe('2026-07-01');
    expect(await tagOf(path())).not.toBe(before);
    const settings = await admin.get<Settings>('/api/settings');
    expect(settings.body.revenue_span.value).toBe('half');
  });
});

describe('who may read', () => {
  const path = () => pathOf(organic, `screens/dashboard?${PERIOD}`);

  it('is checked before anything is answered from memory: signing out holds at once', async () => {
    const reader = await product.app.signIn('organic@example.com');
    const session = reader.cookie('session') ?? '';
    const tag = (await reader.get(path())).headers.get('etag') ?? '';
    expect((await reader.get(path())).status).toBe(200);
    expect((await reader.get(path(), { 'if-none-match': tag })).status).toBe(304);
    expect((await reader.post('/api/auth/logout')).status).toBe(204);
    reader.setCookie('session', session);
    expect((await reader.get(path())).status).toBe(401);
    expect((await reader.get(path(), { 'if-none-match': tag })).status).toBe(401);
  });

  it('loses a view when another process takes it away', async () => {
    const reader = await product.app.signIn('signal@example.com');
    const path = pathOf(viewNamed(await viewsOf(admin), 'Signal'), `screens/dashboard?${PERIOD}`);
    expect((await reader.get(path)).status).toBe(200);
    const users = product.database.db.collection('users');
    await users.updateOne({ email: 'signal@example.com' }, { $set: { view_access: ['Market'] } });
    await eventually(async () => expect((await reader.get(path)).status).toBe(404));
  });

  it('is signed out when another process ends the session', async () => {
    const reader = await product.app.signIn('organic@example.com');
    expect((await reader.get(path())).status).toBe(200);
    await product.database.db.collection('user_sessions').deleteMany({});
    await eventually(async () => expect((await reader.get(path())).status).toBe(401));
    admin = await product.app.signIn('admin@example.com');
  });
});

interface LogLine {
  msg?: string;
  request_id?: string;
  res?: { status: number };
}

const lineOf = (line: string): LogLine => (line.startsWith('{') ? (JSON.parse(line) as LogLine) : {});

describe('what was answered a moment ago', () => {
  it('is answered alike, with a request id of its own', async () => {
    const path = pathOf(organic, `screens/projections?${PERIOD}`);
    await admin.get(path);
    const [first, second] = await Promise.all([admin.get(path), admin.get(path)]);
    expect(second.body).toEqual(first.body);
    const said = ({ headers }: typeof first) =>
      [...headers].filter(([name]) => !['x-request-id', 'date', 'server-timing'].includes(name)).map(String);
    expect(said(second).toSorted()).toEqual(said(first).toSorted());
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is logged like every request', async () => {
    const path = pathOf(organic, `screens/upsell-renew?${PERIOD}`);
    const ids: (string | null)[] = [];
    for (let time = 0; time < 4; time += 1) ids.push((await admin.get(path)).headers.get('x-request-id'));
    // Lines are written some time after their answers: those of earlier tests may still come.
    const told = await eventually(() => {
      const written = product.app.output().split('\n').slice(0, -1).map(lineOf);
      const mine = ids.map((id) => written.find(({ request_id }) => request_id === id));
      expect(mine).not.toContain(undefined);
      return mine;
    });
    expect(told.map((line) => [line?.msg, line?.res?.status])).toEqual(
      Array.from({ length: 4 }, () => [`GET ${pathOf(organic, 'screens/upsell-renew')} 200`, 200]),
    );
    expect(product.app.output()).not.toContain('as_of=2026-11-22');
  });
});

describe('the log', () => {
  it('has its last line when the process ends', async () => {
    const app = await startApp();
    try {
      const reader = await app.signIn('organic@example.com');
      const [view] = (await viewsOf(reader)).values();
      await reader.get(`/api/views/${view?.id}/screens/dashboard?${PERIOD}`);
      await reader.get(`/api/views/${view?.id}/screens/dashboard?${PERIOD}`);
    } finally {
      expect(await app.stop()).toBe(0);
    }
    const told = app
      .output()
      .split('\n')
      .filter((line) => line.includes('screens/dashboard 200'));
    expect(told).toHaveLength(2);
  });
});
