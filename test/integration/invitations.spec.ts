import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuthConfig, Invitation, Me, Problem, UserPage } from '@app/contracts';
import {
  type Answer,
  type Client,
  type RunningApp,
  startApp,
  startDatabase,
  type TestDatabase,
} from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { invite, type Invited, tokenIn } from '../support/invite.js';

const PUBLIC_URL = 'https://sales.example.com';
const BOSS = 'boss@firm.example';
const GONE = /^This link opens nothing any more: .*Ask a super admin for a new one\.$/;

/** A browser that comes with a link. */
async function signIn(app: RunningApp, token: string) {
  const client = app.client();
  await client.get('/api/auth/config');
  return { client, answer: await client.post<Me & Problem>('/api/auth/invitation', { token }) };
}

describe('a sign-in link', () => {
  let database: TestDatabase;
  let app: RunningApp;
  let env: Record<string, string>;
  /** Everything that opens. */
  const tokens: string[] = [];

  let admin: Client;
  /** What the command printed, what was stored then, and how the first browser came in by it. */
  let printed: Invited;
  let stored: object[];
  let entered: Answer<Me & Problem>;

  beforeAll(async () => {
    database = await startDatabase();
    env = { MONGO_URL: database.uri, DB_NAME: database.name, PUBLIC_URL };
    const production = { NODE_ENV: 'production', AUTH_LOCAL: '0', BOOTSTRAP_SUPER_ADMIN: BOSS };
    app = await startApp({ database, people: false, env: { PUBLIC_URL, ...production } });
    printed = await invite(env, BOSS.toUpperCase());
    tokens.push(printed.token);
    stored = await invitations().find().toArray();
    ({ client: admin, answer: entered } = await signIn(app, printed.token));
  });
  afterAll(async () => {
    await app.stop();
    await database.stop();
  });

  const invitations = () => database.db.collection('invitations');

  /** A link that a super admin makes. */
  async function linkFor(email: string): Promise<string> {
    const { body } = await admin.post<Invitation>('/api/invitations', { email });
    tokens.push(tokenIn(body.url));
    return tokenIn(body.url);
  }

  it('is the way in that the log of a product names that nobody could enter', async () => {
    const { body } = await app.client().get<AuthConfig>('/api/auth/config');
    expect(body).toEqual({ google: false, demo: false, local: [], refusal: null });
    expect(app.output()).toMatch(/Ways in: sign-in links, .* Not with Google/);
    await eventually(() => expect(app.output()).toContain(`npm run invite -- ${BOSS}`));
  });

  it('is printed once, kept as a hash, and signs in the first super admin, once', async () => {
    expect(printed).toMatchObject({ code: 0, faults: '' });
    expect(printed.said).toMatch(
      /^Signs in boss@firm\.example \(super admin\), once, until 20\S+Z:\n\n {2}https:\/\/sales\.example\.com\/sign-in#/,
    );
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ created_by: 'command', token_hash: hash('sha256', printed.token) });
    expect(JSON.stringify(stored)).not.toContain(printed.token);

    expect(entered.status).toBe(200);
    expect(entered.body.user).toMatchObject({ email: BOSS, role: 'super_admin' });
    expect((await admin.get('/api/views')).status).toBe(200);
    const again = await signIn(app, printed.token);
    expect([again.answer.status, again.answer.body.detail]).toEqual([401, expect.stringMatching(GONE)]);
    expect(again.client.cookie('__Host-session')).toBeUndefined();
  });

  it('is good for a day', async () => {
    await linkFor(BOSS);
    const [link] = await invitations().find().toArray();
    expect(Number(link?.expires_at) - Number(link?.created_at)).toBe(24 * 3_600_000);
  });

  it('lets one in of many who come with it at once', async () => {
    const token = await linkFor(BOSS);
    const all = await Promise.all(Array.from({ length: 6 }, () => signIn(app, token)));
    expect(all.map(({ answer }) => answer.status).toSorted()).toEqual([200, 401, 401, 401, 401, 401]);
  });

  it('opens nothing once a newer one was made, it is a day old, or its person is gone', async () => {
    const older = await linkFor(BOSS);
    const newer = await linkFor(BOSS);
    expect((await signIn(app, older)).answer.status).toBe(401);
    await invitations().updateMany({}, { $set: { expires_at: new Date(Date.now() - 1_000) } });
    expect((await signIn(app, newer)).answer.status).toBe(401);
    await database.db.collection('users').insertOne({ id: 'user-gone', email: 'gone@firm.example' });
    const gone = await linkFor('gone@firm.example');
    await database.db.collection('users').deleteOne({ id: 'user-gone' });
    expect((await signIn(app, gone)).answer.status).toBe(401);
  });

  it.each([
    ['', 400],
    ['a'.repeat(42), 400],
    ['a'.repeat(44), 400],
    [`${'a'.repeat(42)}\n`, 400],
    [{ $ne: null }, 400],
    [['a'.repeat(43)], 400],
    [null, 400],
    ['a'.repeat(43), 401],
  ])('is refused when it is %j', async (token, status) => {
    const { client, answer } = await signIn(app, token as string);
    expect(answer.status).toBe(status);
    expect(client.cookie('__Host-session')).toBeUndefined();
  });

  it('is not used up by a page of another site, nor without the token of this one', async () => {
    const token = await linkFor(BOSS);
    const client = app.client();
    expect((await client.post('/api/auth/invitation', { token })).status).toBe(403);
    await client.get('/api/auth/config');
    const foreign = { origin: 'https://evil.example' };
    expect((await client.post('/api/auth/invitation', { token }, foreign)).status).toBe(403);
    expect((await client.post('/api/auth/invitation', { token })).status).toBe(200);
  });

  it('ends the session that the browser had', async () => {
    const { client } = await signIn(app, await linkFor(BOSS));
    const before = client.cookie('__Host-session') ?? '';
    await client.post('/api/auth/invitation', { token: await linkFor(BOSS) });
    const other = app.client();
    other.setCookie('__Host-session', before);
    expect((await other.get('/api/auth/me')).status).toBe(401);
    expect((await client.get('/api/auth/me')).status).toBe(200);
  });

  it('is made by a super admin for somebody new, who then has no more than was said', async () => {
    const wanted = { email: 'Ada@Firm.example', view_access: ['Signal'] };
    const { status, body } = await admin.post<Invitation>('/api/invitations', wanted);
    expect(status).toBe(201);
    expect(body).toMatchObject({ email: 'ada@firm.example', is_new: true });
    tokens.push(tokenIn(body.url));
    const { client, answer } = await signIn(app, tokenIn(body.url));
    expect(answer.body).toMatchObject({ user: { role: 'viewer', view_access: ['Signal'] }, permissions: [] });
    const denied = await client.post('/api/invitations', { email: 'eve@firm.example' });
    expect(denied.status).toBe(403);
    expect((await app.client().post('/api/invitations', { email: 'eve@firm.example' })).status).toBe(401);
    expect(await database.db.collection('users').countDocuments({ email: 'eve@firm.example' })).toBe(0);
  });

  it('changes nothing about somebody who is there already', async () => {
    const again = await admin.post<Invitation>('/api/invitations', { email: BOSS });
    expect(again.body).toMatchObject({ email: BOSS, is_new: false });
    tokens.push(tokenIn(again.body.url));
    for (const change of [{ role: 'viewer' }, { view_access: [] }]) {
      const refused = await admin.post<Problem>('/api/invitations', { email: BOSS.toUpperCase(), ...change });
      expect([refused.status, refused.body.errors[0]?.field]).toEqual([409, 'email']);
    }
    expect((await signIn(app, tokenIn(again.body.url))).answer.body.user.role).toBe('super_admin');
  });

  it.each([
    [{}, 400, 'email'],
    [{ email: 'nobody' }, 400, 'email'],
    [{ email: 'ad\u212aa@firm.example' }, 400, 'email'],
    [{ email: { $gt: '' } }, 400, 'email'],
    [{ email: 'eve@firm.example', role: 'root' }, 400, 'role'],
    [{ email: 'eve@firm.example', view_access: ['Nowhere'] }, 400, 'view_access'],
    [{ email: 'eve@firm.example', view_access: 'Signal' }, 400, 'view_access'],
    [{ email: 'eve@firm.example', view_access: [{}] }, 400, 'view_access'],
    [{ email: 'eve@firm.example', id: 'user-1' }, 400, 'id'],
    [{ email: 'asher@primelis.com' }, 403, undefined],
  ])('is not made for %j', async (wanted, status, field) => {
    const answer = await admin.post<Problem>('/api/invitations', wanted);
    expect([answer.status, answer.body.errors[0]?.field]).toEqual([status, field]);
    expect(await database.db.collection('users').countDocuments({ email: /eve|asher/ })).toBe(0);
  });

  it('is refused by the command in words, without a stack', async () => {
    const stranger = await invite(env, 'stranger@firm.example');
    expect([stranger.code, stranger.said]).toEqual([1, '']);
    expect(stranger.faults).toBe(
      `stranger@firm.example is not a user. A super admin can invite them; a link for one of these lets you in: ${BOSS}\n`,
    );
    for (const args of [['nobody'], [BOSS, BOSS]])
      expect((await invite(env, ...args)).faults).toBe(
        'Name one address: npm run invite -- ada@example.com\n',
      );
  });

  it('stands in no log', () => {
    expect(tokens.length).toBeGreaterThan(5);
    expect(tokens.every((token) => token.length === 43)).toBe(true);
    for (const token of tokens) expect(app.output()).not.toContain(token);
  });
});

describe('a sign-in link on the embedded database', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sales-invite-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  it('comes from beside the running product, and from a stopped one', async () => {
    const env = { DATA_DIR: dataDir, PUBLIC_URL, NODE_ENV: 'production' };
    const nothing = await invite({ ...env, DATA_DIR: join(dataDir, 'none') }, BOSS);
    expect([nothing.code, nothing.faults]).toEqual([1, expect.stringMatching(/start the product first/)]);
    const early = await invite(env, BOSS);
    expect([early.code, early.faults]).toEqual([1, expect.stringMatching(/start it first/)]);

    const first = await startApp({ dataDir, env: { ...env, MONGO_URL: '' } });
    await eventually(() => expect(first.output()).toContain('No super admin has signed in yet.'));
    const beside = await invite(env, BOSS);
    expect(beside.said).toContain(`There was no super admin: ${BOSS} is one now.`);
    const { client } = await signIn(first, beside.token);
    // No example people, as whom nobody could sign in.
    const { items } = (await client.get<UserPage>('/api/users')).body;
    expect(items.map(({ email }) => email)).toEqual([BOSS]);
    await first.stop();

    const stopped = await invite(env, BOSS);
    const second = await startApp({ dataDir, env: { ...env, MONGO_URL: '' } });
    expect(second.output()).not.toContain('No super admin has signed in yet.');
    expect((await signIn(second, stopped.token)).answer.status).toBe(200);
    await second.stop();
  });
});

describe('a sign-in link where there is no super admin', () => {
  it('makes its person the first one', async () => {
    const database = await startDatabase();
    const app = await startApp({ database, people: false, env: { AUTH_LOCAL: '0' } });
    const env = { MONGO_URL: database.uri, DB_NAME: database.name, PORT: new URL(app.address).port };
    const { said, token } = await invite(env, 'ada@example.com');
    expect(said).toMatch(/^There was no super admin: ada@example\.com is one now\.\n/);
    expect(said).toContain(`  http://localhost:${env.PORT}/sign-in#`);
    expect((await signIn(app, token)).answer.body.user).toMatchObject({ role: 'super_admin' });
    await app.stop();
    await database.stop();
  });
});
