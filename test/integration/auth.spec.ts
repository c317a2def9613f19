import type { AuthConfig, Me, Problem, SessionInfoPage, UserPage } from '@app/contracts';
import { type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';
import { eventually } from '../support/eventually.js';

const DAY_MS = 86_400_000;
/** With room for a machine that does other things too. */
const HOUR_MS = 3_600_000;

describe('who is asking', () => {
  let database: TestDatabase;
  let app: RunningApp;
  beforeAll(async () => {
    database = await startDatabase();
    app = await startApp({ database, env: { AUTH_DEMO: '1', DEMO_USER_EMAIL: 'demo@example.com' } });
  });
  afterAll(async () => {
    await app.stop();
    await database.stop();
  });

  it('names the people of a local installation', async () => {
    const { body, headers } = await app.client().get<AuthConfig>('/api/auth/config');
    expect(body).toMatchObject({ google: false, demo: true });
    expect(body.local[0]).toMatchObject({ email: 'admin@example.com', role: 'super_admin' });
    expect(headers.getSetCookie().join()).toMatch(/XSRF-TOKEN=[^;]+; Path=\/; SameSite=Lax/);
  });

  it('offers no sign-in with Google that nobody has set up, and says so', async () => {
    const client = app.client();
    for (const path of ['/api/auth/google', '/api/auth/google/callback?code=a&state=b']) {
      expect((await client.get(path)).headers.get('location')).toBe('/sign-in');
      const { body } = await client.get<AuthConfig>('/api/auth/config');
      expect(body.refusal).toMatch(/^Sign-in with Google is not set up here\./);
    }
    expect(app.output()).toContain('Not with Google: GOOGLE_CLIENT_ID is not set.');
  });

  it('signs in by address in any case; the database holds the hash of the token only', async () => {
    const client = await app.signIn('SIGNAL@example.com');
    const me = await client.get<Me>('/api/auth/me');
    expect(me.body.user).toMatchObject({
      email: 'signal@example.com',
      role: 'viewer',
      view_access: ['Signal'],
    });
    expect(me.body.permissions).toEqual([]);
    const token = client.cookie('session') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const sessions = await database.db
      .collection('user_sessions')
      .find({ user_id: me.body.user.id })
      .toArray();
    expect(sessions.some(({ session_token: stored }) => /^[0-9a-f]{64}$/.test(String(stored)))).toBe(true);
    expect(JSON.stringify(sessions)).not.toContain(token);
    const user = await database.db.collection('users').findOne({ email: 'signal@example.com' });
    expect(Date.now() - Number(user?.last_login)).toBeLessThan(HOUR_MS);
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const client = app.client();
    await client.get('/api/auth/config');
    const { headers } = await client.post('/api/auth/local', { email: 'market@example.com' });
    const cookie = headers.getSetCookie().find((line) => line.startsWith('session='));
    expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const expires = Date.parse(/Expires=([^;]+)/.exec(cookie ?? '')?.[1] ?? '');
    expect(Math.abs(expires - Date.now() - 7 * DAY_MS)).toBeLessThan(HOUR_MS);
  });

  it('refuses an unknown address, and a body that has none or more', async () => {
    const client = app.client();
    await client.get('/api/auth/config');
    const unknown = await client.post<Problem>('/api/auth/local', { email: 'nobody@example.com' });
    expect(unknown.status).toBe(401);
    expect(unknown.body.detail).toMatch(/nobody@example.com is not a user/);
    const none = await client.post<Problem>('/api/auth/local', {});
    expect(none.status).toBe(400);
    expect(none.body.errors.map(({ field }) => field)).toEqual(['email']);
    expect(none.body.errors[0]?.message).toMatch(/address/);
    const more = await client.post<Problem>('/api/auth/local', {
      email: 'market@example.com',
      role: 'super_admin',
    });
    expect([more.status, more.body.errors[0]?.field]).toEqual([400, 'role']);
  });

  it('asks every write for the token of this very session', async () => {
    const client = await app.signIn('organic@example.com');
    const other = await app.signIn('organic@example.com');
    const statuses = [];
    for (const token of ['', 'nonsense', other.cookie('XSRF-TOKEN') ?? '']) {
      statuses.push((await client.post('/api/auth/logout', undefined, { 'x-xsrf-token': token })).status);
    }
    expect(statuses).toEqual([403, 403, 403]);
    const before = client.cookie('XSRF-TOKEN');
    expect((await client.post('/api/auth/logout')).status).toBe(204);
    expect(client.cookie('XSRF-TOKEN')).not.toBe(before);
  });

  it('refuses writes that another site sends', async () => {
    const client = await app.signIn('organic@example.com');
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://example.org' },
    ];
    for (const headers of foreign) {
      expect((await client.post('/api/auth/logout', undefined, headers)).status).toBe(403);
    }
    expect((await client.get('/api/auth/me')).status).toBe(200);
  });

  it('ends the session of a browser that signs in again', async () => {
    const client = await app.signIn('market@example.com');
    const elsewhere = await app.signIn('market@example.com');
    const first = client.cookie('session') ?? '';
    await client.signIn('organic@example.com');
    expect((await client.post('/api/auth/demo')).status).toBe(200);
    expect((await client.get<Me>('/api/auth/me')).body.user.email).toBe('demo@example.com');
    const before = app.client();
    before.setCookie('session', first);
    expect((await before.get('/api/auth/me')).status).toBe(401);
    expect((await elsewhere.get('/api/auth/me')).status).toBe(200);
  });

  it('ends the sessions of a person who is gone, and does not find them again', async () => {
    const users = database.db.collection('users');
    const gone = {
      id: 'user-gone',
      email: 'gone@example.com',
      name: 'Gone',
      role: 'viewer',
      view_access: [],
    };
    await users.insertOne({ ...gone });
    const [here, there] = [await app.signIn(gone.email), await app.signIn(gone.email)];
    const sessions = database.db.collection('user_sessions');
    expect(await sessions.countDocuments({ user_id: gone.id })).toBe(2);
    await users.deleteOne({ id: gone.id });
    // Who holds a session is remembered for a moment.
    for (let status = 200; status !== 401;) ({ status } = await here.get('/api/auth/me'));
    expect(await sessions.countDocuments({ user_id: gone.id })).toBe(0);
    await users.insertOne({ ...gone });
    expect((await there.get('/api/auth/me')).status).toBe(401);
  });

  it.each([
    ['no address', { $unset: { email: '' } }],
    ['null for an address', { $set: { email: null } }],
    ['a number for an address', { $set: { email: 7 } }],
  ])('knows nobody by a document with %s, and knows them again once it is mended', async (_, damage) => {
    const users = database.db.collection('users');
    const damaged = { id: 'user-damaged', email: 'damaged@example.com', role: 'viewer', view_access: [] };
    await users.insertOne({ ...damaged });
    const client = await app.signIn(damaged.email);
    await users.updateOne({ id: damaged.id }, damage);
    // Who holds a session is remembered for a moment.
    await eventually(async () => expect((await client.get('/api/auth/me')).status).toBe(401));
    expect((await client.post('/api/auth/logout')).status).toBe(401);
    await users.updateOne({ id: damaged.id }, { $set: { email: damaged.email } });
    await eventually(async () => expect((await client.get('/api/auth/me')).status).toBe(200));
    await users.updateOne({ id: damaged.id }, damage);
    await eventually(async () => expect((await client.get('/api/auth/me')).status).toBe(401));
    expect((await client.signIn('market@example.com')).cookie('session')).toBeDefined();
    await users.deleteOne({ id: damaged.id });
  });

  it.each(['jo\u202ehn@example.com', 'jo\u0000hn@example.com', 'jo\u200bhn@example.com'])(
    'refuses %j, which does not look as it is',
    async (email) => {
      const client = app.client();
      await client.get('/api/auth/config');
      const { status, body } = await client.post<Problem>('/api/auth/local', { email });
      expect([status, body.errors[0]?.field]).toEqual([400, 'email']);
    },
  );

  it('signs out for good: the token opens nothing any more', async () => {
    const client = await app.signIn('market@example.com');
    const token = client.cookie('session') ?? '';
    expect((await client.post('/api/auth/logout')).status).toBe(204);
    expect(client.cookie('session')).toBeUndefined();
    client.setCookie('session', token);
    expect((await client.get('/api/auth/me')).status).toBe(401);
  });

  it('lists the sessions of the person and ends one from another', async () => {
    const [mine, theirs] = [
      await app.signIn('fullfunnel@example.com'),
      await app.signIn('master@example.com'),
    ];
    const second = await app.signIn('fullfunnel@example.com');
    const { body } = await mine.get<SessionInfoPage>('/api/auth/sessions');
    expect(body).toMatchObject({ total: 2, next_cursor: null });
    expect(body.items.map(({ current }) => current)).toEqual([false, true]);
    const id = body.items[0]?.id ?? '';
    expect((await theirs.delete(`/api/auth/sessions/${id}`)).status).toBe(404);
    expect((await mine.delete(`/api/auth/sessions/${id}`)).status).toBe(204);
    expect((await second.get('/api/auth/me')).status).toBe(401);
    expect((await mine.get('/api/auth/me')).status).toBe(200);
  });

  it('does not accept tokens that other software stored in clear, nor what has expired', async () => {
    const user = await database.db.collection('users').findOne({ email: 'admin@example.com' });
    const clear = `session_${String(user?.id)}_1704067200`;
    const session = {
      user_id: user?.id as string,
      created_at: new Date(),
      expires_at: new Date(Date.now() + DAY_MS),
    };
    await database.db.collection('user_sessions').insertOne({ ...session, session_token: clear });
    const client = app.client();
    client.setCookie('session', clear);
    expect((await client.get('/api/auth/me')).status).toBe(401);
    const admin = await app.signIn('admin@example.com');
    await database.db
      .collection('user_sessions')
      .updateMany({ user_id: user?.id as string }, { $set: { expires_at: new Date(Date.now() - 1000) } });
    expect((await admin.get('/api/auth/me')).status).toBe(401);
  });

  it('lets the demo user in for 24 hours, without the right to change anything', async () => {
    const client = app.client();
    await client.get('/api/auth/config');
    const { status, headers } = await client.post<Me>('/api/auth/demo');
    expect(status).toBe(200);
    const expires = Date.parse(
      /session=.*Expires=([^;]+)/.exec(headers.getSetCookie().join('\n'))?.[1] ?? '',
    );
    expect(Math.abs(expires - Date.now() - DAY_MS)).toBeLessThan(HOUR_MS);
    const views = await client.get<{ items: { id: string; can: string[] }[] }>('/api/views');
    expect(new Set(views.body.items.flatMap(({ can }) => can))).toEqual(new Set(['read']));
    const id = views.body.items[0]?.id ?? '';
    expect((await client.upload(`/api/views/${id}/ingestions`, 'x.csv', 'Client\nAcme\n')).status).toBe(403);
  });
});

describe('the demo without its user', () => {
  it('is not offered, and the log says what is missing', async () => {
    const app = await startApp({ env: { AUTH_DEMO: '1' } });
    const admin = await app.signIn('admin@example.com');
    const { items } = (await admin.get<UserPage>('/api/users')).body;
    const demo = items.find(({ is_demo }) => is_demo);
    expect((await admin.get<AuthConfig>('/api/auth/config')).body.demo).toBe(true);
    expect((await admin.delete(`/api/users/${demo?.id}`)).status).toBe(204);
    expect((await admin.get<AuthConfig>('/api/auth/config')).body.demo).toBe(false);
    await app.stop();

    const database = await startDatabase();
    const bare = await startApp({ database, people: false, env: { AUTH_DEMO: '1', AUTH_LOCAL: '0' } });
    await eventually(() => expect(bare.output()).toContain('there is no user demo@example.com'));
    await bare.stop();
    await database.stop();
  });
});

describe('local sign-in elsewhere', () => {
  it('is refused under a name that is not this machine, and after too many attempts', async () => {
    const app = await startApp({ env: { SIGN_IN_LIMIT: '3' } });
    const client = app.client();
    await client.get('/api/auth/config');
    const codes = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      codes.push(await client.post<Problem>('/api/auth/local', { email: 'nobody@example.com' }));
    }
    expect(codes.map(({ status }) => status)).toEqual([401, 401, 401, 429]);
    expect(Number(codes[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(codes[3]?.body.detail).toMatch(/Too many/);
    await app.stop();
  });

  it('uses a cookie that only https and this host can set, and has browsers keep to https, when people come over it', async () => {
    const app = await startApp({ env: { PUBLIC_URL: 'https://localhost:8443' } });
    const client = await app.signIn('admin@example.com');
    expect(client.cookie('__Host-session')).toBeTruthy();
    expect(client.cookie('session')).toBeUndefined();
    expect((await client.get('/api/auth/me')).status).toBe(200);
    for (const path of ['/', '/api/auth/me', '/api/docs', '/api/nothing', '/favicon.svg'])
      expect((await client.get(path)).headers.get('strict-transport-security')).toBe(
        'max-age=31536000; includeSubDomains',
      );
    await app.stop();
  });
});
