import type {
  ApiTokenPage,
  IngestionRun,
  MadeApiToken,
  NewApiToken,
  Problem,
  ViewPage,
} from '@app/contracts';
import { type Client, type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { sheetOf } from '../support/sheets.js';
import { viewNamed, viewsOf } from '../support/views.js';

const TOKENS = '/api/tokens';
const WITHIN_MS = 2_000;
const DAY_MS = 86_400_000;
const SHEET = sheetOf([{ client: 'Acme', stage: 'Lost' }]);

let database: TestDatabase;
/** Two processes on one database. */
let app: RunningApp;
let other: RunningApp;
let admin: Client;
/** Ids of views, by name. */
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  database = await startDatabase();
  app = await startApp({ database });
  other = await startApp({ database });
  admin = await app.signIn('admin@example.com');
  const views = await viewsOf(admin);
  ids = new Map(['Organic', 'Signal', 'Market', 'Master'].map((name) => [name, viewNamed(views, name).id]));
});
afterAll(async () => {
  await app.stop();
  await other.stop();
  await database.stop();
});

const stored = () => database.db.collection('api_tokens');
const idOf = (name: string): string => ids.get(name) ?? '';
const ofView = (name: string, rest = ''): string => `/api/views/${idOf(name)}${rest}`;

let made = 0;

/** A token, made as a super admin makes one. */
async function make(change: Partial<NewApiToken> = {}): Promise<MadeApiToken> {
  made += 1;
  const wanted = { name: `Program ${made}`, views: [idOf('Signal')], rights: ['read'], expires_in_days: 30 };
  const { status, body, text } = await admin.post<MadeApiToken>(TOKENS, { ...wanted, ...change });
  if (status !== 201) throw new Error(`Making a token answered ${status}: ${text}`);
  return body;
}

/** A program: no cookies, no CSRF token, a token of its own. */
const program = (secret: string, product = app) => {
  const headers = { authorization: `Bearer ${secret}` };
  const client = product.client();
  return {
    get: <Body>(path: string) => client.get<Body>(path, headers),
    send: <Body>(method: string, path: string, body?: object) =>
      client.send<Body>(method, path, {
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      }),
    upload: <Body>(path: string) => {
      const form = new FormData();
      form.set('file', new Blob([SHEET], { type: 'text/csv' }), 'deals.csv');
      return client.send<Body>('POST', path, { headers, body: form });
    },
  };
};

describe('making a token', () => {
  it('tells it once, keeps its hash only, and lists it without', async () => {
    const { token, secret } = await make({
      name: '  Nightly export ',
      views: [idOf('Signal'), idOf('Market')],
    });
    expect(secret).toMatch(/^sales_[\w-]{43}$/);
    expect(token).toMatchObject({
      name: 'Nightly export',
      views: [
        { id: idOf('Signal'), name: 'Signal' },
        { id: idOf('Market'), name: 'Market' },
      ].toSorted((a, b) => [...ids.values()].indexOf(a.id) - [...ids.values()].indexOf(b.id)),
      rights: ['read'],
      created_by: 'admin@example.com',
      last_used_at: null,
    });
    expect(Date.parse(token.expires_at) - Date.parse(token.created_at)).toBe(30 * DAY_MS);
    const list = await admin.get<ApiTokenPage>(TOKENS);
    expect(list.body.items[0]).toEqual(token);
    const everything = JSON.stringify([
      await stored().find().toArray(),
      await database.db.collection('audit_log').find().toArray(),
      list.text,
    ]);
    expect(everything).not.toContain(secret);
    expect(app.output()).not.toContain(secret);
    await database.db
      .collection('audit_log')
      .findOne({ action: 'token_made', 'subject.name': 'Nightly export' })
      .then((entry) => expect(entry).toMatchObject({ actor: { name: 'admin@example.com' } }));
  });

  it.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['a name of control characters', { name: 'a\u0000b' }, 'name'],
    ['a name that looks like an address', { name: 'ada@example.com' }, 'name'],
    ['a name with a wide @', { name: 'ada\uff20example.com' }, 'name'],
    ['no view', { views: [] }, 'views'],
    ['a view that does not exist', { views: ['view-nowhere'] }, 'views'],
    ['an operator for a view', { views: [{ $ne: null }] }, 'views'],
    ['no right', { rights: [] }, 'rights'],
    ['a right of people', { rights: ['manage_users'] }, 'rights'],
    ['more than a year', { expires_in_days: 366 }, 'expires_in_days'],
    ['no end', { expires_in_days: null }, 'expires_in_days'],
    ['an end in the past', { expires_in_days: 0 }, 'expires_in_days'],
  ])('is refused with %s', async (_, change, field) => {
    const wanted = {
      name: 'Refused',
      views: [idOf('Signal')],
      rights: ['read'],
      expires_in_days: 30,
      ...change,
    };
    const { status, body } = await admin.post<Problem>(TOKENS, wanted);
    expect([status, body.errors.map((error) => error.field)]).toEqual([400, expect.arrayContaining([field])]);
    expect(await stored().countDocuments({ name: 'Refused' })).toBe(0);
  });

  it('is refused under a name that another one has', async () => {
    const { token } = await make();
    const wanted = { name: token.name, views: [idOf('Signal')], rights: ['read'], expires_in_days: 1 };
    const { status, body } = await admin.post<Problem>(TOKENS, wanted);
    expect([status, body.errors[0]?.field]).toEqual([409, 'name']);
    const twin = await admin.post<Problem>(TOKENS, { ...wanted, name: token.name.replace(' ', '\u200d ') });
    expect(twin.status).toBe(409);
  });

  it('is for super admins alone', async () => {
    const viewer = await app.signIn('signal@example.com');
    const { token } = await make();
    const answers = [
      await viewer.get(TOKENS),
      await viewer.post(TOKENS, {
        name: 'Mine',
        views: [idOf('Signal')],
        rights: ['read'],
        expires_in_days: 1,
      }),
      await viewer.delete(`${TOKENS}/${token.id}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect((await app.client().get(TOKENS)).status).toBe(401);
    expect((await admin.delete(`${TOKENS}/token-nowhere`)).status).toBe(404);
  });
});

describe('a token to read', () => {
  it('reads the views that it names, and finds no other', async () => {
    const { get } = program((await make()).secret);
    const list = await get<ViewPage>('/api/views');
    expect(list.body.items.map(({ name }) => name)).toEqual(['Signal']);
    const PERIOD = '?from=2026-07-01&to=2026-12-31';
    for (const rest of ['', '/records', `/analytics${PERIOD}`, `/screens/dashboard${PERIOD}`])
      expect((await get(ofView('Signal', rest))).status).toBe(200);
    for (const view of ['Organic', 'Market', 'Master']) {
      const [taken, absent] = [
        await get<Problem>(ofView(view)),
        await get<Problem>('/api/views/view-nowhere'),
      ];
      expect([taken.status, absent.status]).toEqual([404, 404]);
      expect(taken.body.detail.replace(idOf(view), '')).toBe(absent.body.detail.replace('view-nowhere', ''));
    }
  });

  it('brings no data in', async () => {
    const reader = program((await make()).secret);
    const { status, body } = await reader.upload<Problem>(ofView('Signal', '/ingestions'));
    expect([status, body.detail]).toEqual([403, expect.stringMatching(/change no data/)]);
  });

  it('reaches nothing of people', async () => {
    const reads = program((await make({ rights: ['read', 'upload'] })).secret);
    const refused: [string, string, object?][] = [
      ['GET', '/api/auth/me'],
      ['GET', '/api/auth/sessions'],
      ['DELETE', '/api/auth/sessions'],
      ['POST', '/api/auth/logout'],
      ['GET', TOKENS],
      ['POST', TOKENS, { name: 'Self', views: [idOf('Signal')], rights: ['read'], expires_in_days: 1 }],
      ['POST', '/api/invitations', { email: 'x@example.com' }],
      ['PUT', '/api/settings/revenue_span', { value: 'half' }],
      ['GET', '/api/settings/history'],
      ['PATCH', ofView('Signal'), { dedupe: 'none' }],
      ['PUT', ofView('Signal', '/targets'), { targets: {} }],
      ['GET', ofView('Signal', '/preferences/projections')],
      ['PUT', ofView('Signal', '/preferences/projections'), { preferences: {} }],
      ['GET', ofView('Signal', '/asher-pov')],
      ['GET', ofView('Signal', '/asher-pov/versions')],
      ['DELETE', ofView('Signal', '/asher-pov')],
      ['DELETE', '/api/sample-data'],
    ];
    for (const [method, path, body] of refused)
      expect([method, path, (await reads.send(method, path, body)).status]).toEqual([method, path, 403]);
  });
});

describe('a token to upload', () => {
  it('brings data in without cookies and CSRF token, follows it, and reads nothing else', async () => {
    const writes = program((await make({ name: 'CRM', rights: ['upload'] })).secret);
    const run = await writes.upload<IngestionRun>(ofView('Signal', '/ingestions'));
    expect(run.status).toBe(202);
    expect(run.body.started_by).toBe('API token CRM');
    await eventually(async () => {
      const { body } = await writes.get<IngestionRun>(ofView('Signal', `/ingestions/${run.body.id}`));
      expect(body.status).toBe('published');
    });
    const trail = database.db.collection('audit_log');
    expect(await trail.findOne({ action: 'data_uploaded', 'view.id': idOf('Signal') })).toMatchObject({
      actor: { kind: 'token', name: 'CRM' },
    });
    expect(await trail.findOne({ action: 'data_published', 'view.id': idOf('Signal') })).toMatchObject({
      actor: { kind: 'token', name: 'CRM' },
    });
    expect((await writes.get(ofView('Signal', '/records'))).status).toBe(403);
    expect((await writes.upload(ofView('Market', '/ingestions'))).status).toBe(404);
  });

  it('is not helped by the cookies of somebody who may more', async () => {
    const { secret } = await make();
    const answer = await admin.get<Problem>(ofView('Market'), { authorization: `Bearer ${secret}` });
    expect(answer.status).toBe(404);
    expect((await admin.get(TOKENS, { authorization: 'Bearer nonsense' })).status).toBe(401);
    // A proxy in front may ask for a password of its own.
    expect((await admin.get(TOKENS, { authorization: 'Basic dTpw' })).status).toBe(200);
  });

  it('follows its view when that is renamed', async () => {
    const { get } = program((await make()).secret);
    const rename = (name: string) =>
      database.db.collection('views').updateOne({ id: idOf('Signal') }, { $set: { name } });
    await rename('Signals of today');
    await eventually(async () => {
      const [view] = (await get<ViewPage>('/api/views')).body.items;
      expect(view?.name).toBe('Signals of today');
    });
    await rename('Signal');
  });
});

describe('a token that opens nothing', () => {
  const statusOf = async (secret: string, product = app): Promise<number> =>
    (await program(secret, product).get('/api/views')).status;

  /** Asks until the answer is what it should be; fails when that takes longer than another process may take. */
  async function soon(secret: string, product: RunningApp, status: number): Promise<void> {
    const since = performance.now();
    await eventually(async () => expect(await statusOf(secret, product)).toBe(status));
    expect(performance.now() - since).toBeLessThan(WITHIN_MS);
  }

  it('was revoked: at once in this process, within two seconds in another', async () => {
    const { token, secret } = await make();
    expect([await statusOf(secret), await statusOf(secret, other)]).toEqual([200, 200]);
    expect((await admin.delete(`${TOKENS}/${token.id}`)).status).toBe(204);
    expect(await statusOf(secret)).toBe(401);
    await soon(secret, other, 401);
    expect((await admin.delete(`${TOKENS}/${token.id}`)).status).toBe(404);
    expect(
      await database.db.collection('audit_log').findOne({ action: 'token_revoked', 'subject.id': token.id }),
    ).toMatchObject({ subject: { name: token.name } });
  });

  it('has expired', async () => {
    const { token, secret } = await make();
    expect(await statusOf(secret, other)).toBe(200);
    await stored().updateOne({ id: token.id }, { $set: { expires_at: new Date(Date.now() - 1) } });
    await soon(secret, other, 401);
    await soon(secret, app, 401);
  });

  it('is none, or is what the database holds of one', async () => {
    const { token, secret } = await make();
    const document = await stored().findOne({ id: token.id });
    const tried = [
      '',
      'sales_',
      secret.slice(0, -1),
      `${secret}a`,
      secret.toUpperCase(),
      secret.replace('sales_', ''),
      `sales_${'a'.repeat(43)}`,
      token.id,
      String(document?.token_hash),
      `sales_${Buffer.from(String(document?.token_hash), 'hex').toString('base64url')}`,
      '{"$ne":null}',
      'a'.repeat(8_000),
    ];
    for (const text of tried) expect([text, await statusOf(text)]).toEqual([text, 401]);
    const { headers } = await program(`sales_${'b'.repeat(43)}`).get('/api/views');
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(await statusOf(secret)).toBe(200);
    // Nor is a token a session.
    const client = app.client();
    client.setCookie('session', secret);
    expect((await client.get('/api/auth/me')).status).toBe(401);
  });
});

describe('the last use of a token', () => {
  it('is shown, and noted once in five minutes', async () => {
    const { token, secret } = await make();
    const shown = async () => {
      const { body } = await admin.get<ApiTokenPage>(TOKENS);
      return body.items.find(({ id }) => id === token.id);
    };
    expect(await shown()).toMatchObject({ last_used_at: null, last_used_from: null });
    await program(secret).get('/api/views');
    const used = await eventually(async () => {
      const now = await shown();
      expect(now?.last_used_from).toBe('127.0.0.1');
      return now?.last_used_at;
    });
    await program(secret).get('/api/views');
    await program(secret, other).get('/api/views');
    expect((await shown())?.last_used_at).toBe(used);
  });
});
