import type { Me, Problem, SessionInfo, SessionInfoPage } from '@app/contracts';
import type { Document } from 'mongodb';
import { type Client, type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { viewNamed, viewsOf } from '../support/views.js';
import { WireProxy } from '../support/wire-proxy.js';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0';
const SESSIONS = '/api/auth/sessions';
const WITHIN_MS = 2_000;
const MINUTE_MS = 60_000;

let database: TestDatabase;
let proxy: WireProxy;
/** Two processes on one database; what the first one asks of it is seen. */
let app: RunningApp;
let other: RunningApp;

beforeAll(async () => {
  database = await startDatabase();
  proxy = await WireProxy.before(database.uri);
  const env = { TRUSTED_PROXIES: '127.0.0.1' };
  app = await startApp({ database: { ...database, uri: proxy.uri }, env });
  other = await startApp({ database });
});
afterAll(async () => {
  await app.stop();
  await other.stop();
  await proxy.stop();
  await database.stop();
});

const stored = () => database.db.collection('user_sessions');

/** A browser that comes with a cookie of its own making. */
function holding(token: string, product = app): Client {
  const client = product.client();
  client.setCookie('session', token);
  return client;
}

const tokenOf = (client: Client): string => client.cookie('session') ?? '';
const statusOf = async (client: Client): Promise<number> => (await client.get('/api/auth/me')).status;

async function signInWith(userAgent: string, email: string): Promise<Client> {
  const client = app.client();
  await client.get('/api/auth/config');
  const { status } = await client.post('/api/auth/local', { email }, { 'user-agent': userAgent });
  expect(status).toBe(200);
  return client;
}

async function listed(client: Client): Promise<SessionInfo[]> {
  return (await client.get<SessionInfoPage>(SESSIONS)).body.items;
}

/** Asks until the answer is what it should be; fails when that takes longer than another process may take. */
async function soon(client: Client, path: string, status: number): Promise<void> {
  const since = performance.now();
  await eventually(async () => expect((await client.get(path)).status).toBe(status));
  expect(performance.now() - since).toBeLessThan(WITHIN_MS);
}

describe('a session', () => {
  it('names browser and system in words, and where it was used from', async () => {
    const client = await signInWith(FIREFOX, 'fullfunnel@example.com');
    const [session] = await listed(client);
    expect(session).toMatchObject({ device: 'Firefox on Windows', address: '127.0.0.1', current: true });
    expect(session?.last_used_at).toBe(session?.created_at);
    expect(JSON.stringify(await stored().find().toArray())).not.toContain('Mozilla');
  });

  it('shows none of it where other software made it', async () => {
    const client = await signInWith('nothing that anybody knows', 'fullfunnel@example.com');
    await stored().updateMany({}, { $unset: { device: '', last_used_at: '', address: '' } });
    const [session] = await listed(client);
    expect(session).toMatchObject({ device: null, current: true });
    expect(session?.last_used_at).toBe(session?.created_at);
  });

  it('notes its use once in five minutes, whatever is asked meanwhile', async () => {
    const client = await app.signIn('organic@example.com');
    const [one] = await stored().find().sort({ created_at: -1 }).limit(1).toArray();
    const _id = one?._id;
    const before = new Date(Date.now() - 6 * MINUTE_MS);
    await stored().updateOne({ _id }, { $set: { last_used_at: before } });
    const notes = () =>
      proxy.commands('update').filter(({ target, body }) => {
        return target === 'user_sessions' && JSON.stringify(body.updates).includes('last_used_at":{"$not"');
      });
    const already = notes().length;
    const forwarded = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' };
    // What is remembered of a session from before is over in a moment.
    await eventually(async () => {
      await Promise.all(Array.from({ length: 8 }, () => client.get('/api/auth/me', forwarded)));
      const now = await stored().findOne({ _id });
      expect(Number(now?.last_used_at)).toBeGreaterThan(Number(before));
    });
    await Promise.all(Array.from({ length: 8 }, () => client.get('/api/auth/me')));
    expect(await stored().findOne({ _id })).toMatchObject({ address: '203.0.113.7' });
    expect(notes()).toHaveLength(already + 1);
    const [session] = await listed(client);
    expect(Date.now() - Date.parse(session?.last_used_at ?? '')).toBeLessThan(MINUTE_MS);
  });

  it('is found by the address of a proxy only where that is trusted', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.7' };
    await app.client().get('/api/auth/config', forwarded);
    await other.client().get('/api/auth/config', forwarded);
    const clients = (product: RunningApp): unknown[] =>
      product
        .output()
        .split('\n')
        .filter((line) => line.includes('"path":"/api/auth/config"'))
        .map((line) => (JSON.parse(line) as { client: unknown }).client);
    await eventually(() => expect(clients(app)).toContain('203.0.113.7'));
    await eventually(() => expect(clients(other)).toContain('127.0.0.1'));
    expect(clients(other)).not.toContain('203.0.113.7');
  });
});

describe('ending sessions', () => {
  const signIn = () => app.signIn('market@example.com');
  const three = () => Promise.all([signIn(), signIn(), signIn()]);

  it('signs out everywhere else', async () => {
    const [here, ...elsewhere] = await three();
    const somebody = await app.signIn('signal@example.com');
    expect((await here.delete(`${SESSIONS}?keep=current`)).status).toBe(204);
    expect(await Promise.all(elsewhere.map(statusOf))).toEqual([401, 401]);
    expect([await statusOf(here), await statusOf(somebody)]).toEqual([200, 200]);
    expect((await listed(here)).map(({ current }) => current)).toEqual([true]);
    const told = database.db.collection('audit_log').find({ action: 'session_ended' });
    expect(await told.toArray()).toMatchObject([
      { actor: { name: 'market@example.com' }, address: '127.0.0.1' },
      { subject: { name: 'market@example.com' } },
    ]);
  });

  it('signs out everywhere, here too', async () => {
    const all = await three();
    const tokens = all.map(tokenOf);
    expect((await all[0].delete(SESSIONS)).status).toBe(204);
    expect(all[0].cookie('session')).toBeUndefined();
    expect(await Promise.all(tokens.map((token) => statusOf(holding(token))))).toEqual([401, 401, 401]);
  });

  it('asks for the token, and for words that it knows', async () => {
    const client = await app.signIn('market@example.com');
    expect((await client.delete(SESSIONS, { 'x-xsrf-token': '' })).status).toBe(403);
    const wrong = await client.delete<Problem>(`${SESSIONS}?keep=all`);
    expect([wrong.status, wrong.body.errors[0]?.field]).toEqual([400, 'keep']);
    expect((await app.client().delete(SESSIONS)).status).toBe(401);
    expect(await statusOf(client)).toBe(200);
  });
});

describe('fixation', () => {
  it('is impossible: a token that was planted is never signed in', async () => {
    const thief = await app.signIn('organic@example.com');
    const planted = [tokenOf(thief), 'a'.repeat(43), '', 'session_user-admin-1767225600_1'];
    for (const token of planted) {
      const victim = holding(token);
      await victim.signIn('signal@example.com');
      expect(tokenOf(victim)).not.toBe(token);
      expect(await statusOf(holding(token))).toBe(401);
      expect((await victim.get<Me>('/api/auth/me')).body.user.email).toBe('signal@example.com');
    }
    // The one that came with the sign-in has ended for whoever else holds it.
    expect(await statusOf(thief)).toBe(401);
  });

  it('is impossible by signing in again: each sign-in has a token of its own', async () => {
    const client = await app.signIn('signal@example.com');
    const tokens = [tokenOf(client)];
    for (let time = 0; time < 3; time += 1) tokens.push(tokenOf(await client.signIn('signal@example.com')));
    expect(new Set(tokens).size).toBe(4);
    const statuses = await Promise.all(tokens.map((token) => statusOf(holding(token))));
    expect(statuses).toEqual([401, 401, 401, 200]);
  });
});

describe('what the database holds', () => {
  it('opens nothing, whatever part of it is used for a token', async () => {
    const client = await app.signIn('admin@example.com');
    await stored().insertOne(foreignSession('session_user-admin_1767225600'));
    const values = (await stored().find().toArray()).flatMap(textsIn);
    const [hash = ''] = values.filter((value) => /^[0-9a-f]{64}$/.test(value));
    expect(hash).not.toBe('');
    const spellings = values.flatMap((value) => [
      value,
      value.toUpperCase(),
      Buffer.from(value, 'hex').toString('base64url'),
      Buffer.from(value).toString('base64url'),
    ]);
    const tried = [...new Set(spellings)].filter((value) => /^[\x21-\x7e]{1,4000}$/.test(value));
    expect(tried.length).toBeGreaterThan(20);
    const statuses = new Set<number>();
    for (const token of tried) statuses.add(await statusOf(holding(encodeURIComponent(token))));
    expect([...statuses]).toEqual([401]);
    expect(await statusOf(client)).toBe(200);
  });

  it('is removed by itself when it has expired, and is not accepted until then', async () => {
    const indexes = await stored().indexes();
    expect(indexes).toContainEqual(
      expect.objectContaining({ key: { expires_at: 1 }, expireAfterSeconds: 0 }),
    );
    const client = await app.signIn('market@example.com');
    await stored().updateMany({}, { $set: { expires_at: new Date(Date.now() - 1) } });
    await soon(client, '/api/auth/me', 401);
  });
});

describe('another process', () => {
  /** The same session, used there, until it is remembered. */
  async function there(email: string): Promise<{ client: Client; remote: Client; id: string }> {
    const client = await app.signIn(email);
    const remote = holding(tokenOf(client), other);
    const { user } = (await remote.get<Me>('/api/auth/me')).body;
    return { client, remote, id: user.id };
  }

  it('learns within two seconds that a session has ended', async () => {
    const { client, remote } = await there('market@example.com');
    expect((await client.delete(SESSIONS)).status).toBe(204);
    await soon(remote, '/api/auth/me', 401);
  });

  it('learns within two seconds of a role and of a view that was given or taken', async () => {
    const { client, remote, id } = await there('market@example.com');
    const views = await viewsOf(await app.signIn('admin@example.com'));
    const [market, signal] = ['Market', 'Signal'].map((name) => `/api/views/${viewNamed(views, name).id}`);
    for (const each of [client, remote]) expect((await each.get(signal ?? '')).status).toBe(404);
    await database.db.collection('users').updateOne({ id }, { $set: { view_access: ['Signal'] } });
    for (const each of [remote, client]) {
      await soon(each, signal ?? '', 200);
      await soon(each, market ?? '', 404);
    }
    await database.db.collection('users').updateOne({ id }, { $set: { role: 'super_admin' } });
    await soon(remote, market ?? '', 200);
    const back = { role: 'viewer', view_access: ['Market'] };
    await database.db.collection('users').updateOne({ id }, { $set: back });
    await soon(remote, signal ?? '', 404);
  });

  it('learns within two seconds that somebody is gone, whose sessions end with them', async () => {
    const gone = {
      id: 'user-gone',
      email: 'gone@example.com',
      name: 'Gone',
      role: 'viewer',
      view_access: [],
    };
    await database.db.collection('users').insertOne({ ...gone });
    const { client, remote } = await there(gone.email);
    const admin = await app.signIn('admin@example.com');
    expect((await admin.delete(`/api/users/${gone.id}`)).status).toBe(204);
    expect(await statusOf(client)).toBe(401);
    await soon(remote, '/api/auth/me', 401);
    expect(await stored().countDocuments({ user_id: gone.id })).toBe(0);
  });
});

/** A session as other software may store it: with the token itself. */
const foreignSession = (token: string) => ({
  id: 'session-1704067200',
  user_id: 'user-admin-1767225600',
  session_token: token,
  created_at: new Date(),
  expires_at: new Date(Date.now() + 60 * MINUTE_MS),
});

const textsIn = (document: Document): string[] => Object.values(document).map(String);
