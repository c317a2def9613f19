import type { AuthConfig, Problem } from '@app/contracts';
import {
  type Answer,
  type Client,
  type RunningApp,
  startApp,
  startDatabase,
  type TestDatabase,
} from '../support/app.js';
import { sheetOf } from '../support/sheets.js';
import { viewNamed, viewsOf } from '../support/views.js';
import { swallowReply, WireProxy } from '../support/wire-proxy.js';

const LIMIT = 12;
/** Limits of the driver add up to some seconds; the rest is room for a busy machine. */
const SILENT_MS = 25_000;

let database: TestDatabase;
let proxy: WireProxy;
/** Two processes on one database; the network of the first one can break. */
let first: RunningApp;
let second: RunningApp;

beforeAll(async () => {
  database = await startDatabase();
  proxy = await WireProxy.before(database.uri);
  const env = {
    SIGN_IN_LIMIT: String(LIMIT),
    UPLOAD_RATE_LIMIT: String(LIMIT),
    TRUSTED_PROXIES: '127.0.0.1',
  };
  first = await startApp({ database: { ...database, uri: proxy.uri }, env: { ...env, AUTH_DEMO: '1' } });
  second = await startApp({ database, env });
});
afterAll(async () => {
  await first.stop();
  await second.stop();
  await proxy.stop();
  await database.stop();
});
beforeEach(async () => {
  await counters().deleteMany({});
});
afterEach(() => proxy.restore());

const counters = () =>
  database.db.collection<{ _id: string; count: number; expires_at: Date }>('rate_limits');
const from = (address: string) => ({ 'x-forwarded-for': address });

/** Tries a sign-in link that is none. */
async function attempt(app: RunningApp, address: string): Promise<Answer<Problem>> {
  const client = app.client();
  await client.get<AuthConfig>('/api/auth/config');
  return client.post<Problem>('/api/auth/invitation', { token: 'a'.repeat(43) }, from(address));
}

/** Statuses, each with how often it came. */
function tally(answers: readonly { status: number }[]): Record<number, number> {
  const counted: Record<number, number> = {};
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
}

/** Waits for nothing: as if a minute were over. */
const minuteLater = () => counters().updateMany({}, { $set: { expires_at: new Date(Date.now() - 1) } });

describe('attempts to sign in', () => {
  it('of one address are counted over all processes, each of them once', async () => {
    const apps = Array.from({ length: 2 * LIMIT }, (_, time) => (time % 2 === 0 ? first : second));
    const answers = await Promise.all(apps.map((app) => attempt(app, '203.0.113.1')));
    expect(tally(answers)).toEqual({ 401: LIMIT, 429: LIMIT });
    const refused = answers.find(({ status }) => status === 429);
    const seconds = Number(refused?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused?.headers.get('content-type')).toContain('application/problem+json');
    expect(refused?.body.detail).toMatch(/^Too many sign-in attempts\. Try again in \d+ s\.$/);
    expect((await attempt(second, '203.0.113.2')).status).toBe(401);
  });

  it('are counted anew when a minute is over', async () => {
    for (let time = 0; time < LIMIT; time += 1) await attempt(second, '203.0.113.3');
    await minuteLater();
    expect((await attempt(second, '203.0.113.3')).status).toBe(401);
    expect(await counters().findOne({ _id: /203\.0\.113\.3$/ })).toMatchObject({ count: 1 });
  });

  it('from many addresses of one network are those of one', async () => {
    const answers = [];
    for (let time = 0; time <= LIMIT; time += 1) answers.push(await attempt(second, `2001:db8:1:2::${time}`));
    expect(tally(answers)).toEqual({ 401: LIMIT, 429: 1 });
  });

  it('are not shared out among addresses that a client makes up', async () => {
    const answers = [];
    for (let time = 0; time <= LIMIT; time += 1)
      answers.push(await attempt(first, `198.51.100.${time}, 203.0.113.4`));
    expect(tally(answers)).toEqual({ 401: LIMIT, 429: 1 });
  });

  it('that succeed are counted by person, wherever they come from', async () => {
    const signIn = async (time: number) => {
      const client = (time % 2 === 0 ? first : second).client();
      await client.get('/api/auth/config');
      return client.post('/api/auth/local', { email: 'market@example.com' });
    };
    // Local sign-in is refused behind a proxy: of its address none is counted but that of this machine.
    await counters().insertOne({
      _id: 'sign-in person user-market-1767225600',
      count: LIMIT - 2,
      expires_at: new Date(Date.now() + 60_000),
    });
    const answers = [await signIn(0), await signIn(1), await signIn(2), await signIn(3)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
  });
});

describe('uploads', () => {
  const path = async (client: Client) => `/api/views/${[...(await viewsOf(client)).values()][0]?.id}`;
  const setCount = (_id: string, count: number) =>
    counters().updateOne(
      { _id },
      { $set: { count, expires_at: new Date(Date.now() + 60_000) } },
      { upsert: true },
    );

  it.each([
    ['somebody else', 'upload person user-organic-1767225600', 'fullfunnel', 202],
    ['a person', 'upload person user-signal-1767225600', 'signal', 429],
    ['an address', 'upload address 127.0.0.1', 'organic', 429],
  ])('are counted by %s: what was begun elsewhere counts', async (_, key, who, status) => {
    const client = await second.signIn(`${who}@example.com`);
    await setCount(key, LIMIT);
    const answer = await client.upload<Problem>(
      `${await path(client)}/ingestions?dry_run=true`,
      'a.csv',
      sheetOf([{ client: 'Acme', stage: 'Lost' }]),
    );
    expect(answer.status).toBe(status);
    if (status === 202) return;
    expect(answer.body.detail).toMatch(/^Too many uploads\. Try again in \d+ s\.$/);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    // A refresh is one, too; what only reads is none.
    expect((await client.post(`${await path(client)}/refresh`)).status).toBe(429);
    expect((await client.get(`${await path(client)}/ingestions`)).status).toBe(200);
  });

  it('of somebody who may not upload are refused for that, and not counted', async () => {
    const client = await second.signIn('signal@example.com');
    const { id } = viewNamed(await viewsOf(await second.signIn('admin@example.com')), 'Market');
    expect((await client.upload(`/api/views/${id}/ingestions`, 'a.csv', 'Client\nAcme\n')).status).toBe(404);
    expect(await counters().countDocuments({ _id: /^upload/ })).toBe(0);
  });
});

describe('where the database does not count', () => {
  it('nobody comes in, and nobody waits for ever', async () => {
    const admin = await first.signIn('admin@example.com');
    const { id } = viewNamed(await viewsOf(admin), 'Signal');
    const client = first.client();
    await client.get('/api/auth/config');
    proxy.always(({ name, target }) => name === 'findAndModify' && target === 'rate_limits', swallowReply());
    const started = performance.now();
    const answers = await Promise.all([
      client.post('/api/auth/demo'),
      client.post('/api/auth/local', { email: 'admin@example.com' }),
      admin.upload(`/api/views/${id}/ingestions`, 'a.csv', 'Client\nAcme\n'),
    ]);
    expect(performance.now() - started).toBeLessThan(SILENT_MS);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(client.cookie('session')).toBeUndefined();
    // The rest of the product does not need the counts.
    expect((await admin.get('/api/views')).status).toBe(200);
  });
});
