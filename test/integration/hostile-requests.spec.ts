import type { Problem } from '@app/contracts';
import fc from 'fast-check';
import type { ApiDocument, Fillings } from '../support/api-document.js';
import { type Credentials, newcomer, sentBy } from '../support/callers.js';
import { spoiltToken } from '../support/fuzz/credentials.js';
import { fullRequest, type NamedOperation, operationsOf, type Request } from '../support/matrix-requests.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { sendRaw } from '../support/raw-http.js';
import { sheetOf } from '../support/sheets.js';
import { storedState } from '../support/stored-state.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** How many. */
const SPOILT = 200;
const ADMIN = 'admin@example.com';

let product: Product;
let operations: readonly NamedOperation[];
let there: Fillings;
let admin: Credentials;

beforeAll(async () => {
  // One person may do everything.
  product = await startProduct({ ASHER_POV_EMAIL: ADMIN });
  const { id } = viewNamed(await viewsOf(product.admin), 'Signal');
  const run = await ingest(product.admin, id, 'deals.csv', sheetOf([{ client: 'Acme' }, { client: 'Bolt' }]));
  const users = await product.database.db.collection('users').find().toArray();
  admin = sentBy(await product.app.signIn(ADMIN));
  const session = await product.database.db
    .collection('user_sessions')
    .findOne({ user_id: String(users.find(({ email }) => email === ADMIN)?.id) });
  there = {
    viewId: [id],
    run: [run.id],
    userId: [String(users.find(({ email }) => email === 'market@example.com')?.id)],
    sessionId: [String(session?.id)],
    key: ['revenue_span'],
    revision: ['0'],
    from: ['2026-07-01'],
    q: ['acme'],
    to: ['2026-12-31'],
    ...Object.fromEntries(
      ['tokenId', 'savedPageId', 'archivedId', 'version', 'dealId'].map((name) => [name, ['nothing']]),
    ),
  };
  operations = operationsOf((await product.admin.get<ApiDocument>('/api/openapi.json')).body);
});
afterAll(() => product.stop());
afterEach(async () => expect((await ask('/api/auth/me', admin)).status).toBe(200));

async function send({ method, address, ...sent }: Request, headers: Credentials) {
  const url = product.app.address + address;
  const answer = await fetch(url, {
    method,
    headers: { ...sent.headers, ...headers },
    body: sent.body,
    redirect: 'manual',
  });
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel();
    return { status: answer.status, text: '' };
  }
  return { status: answer.status, text: await answer.text() };
}

const ask = (address: string, headers: Credentials) => send({ method: 'GET', address, headers: {} }, headers);

/** What a cookie says once it is read. */
const read = (value: string): string => value.trim().replace(/^"(.*)"$/, '$1');

/** Cookies and tokens of programs: malformed-credentials.spec.ts. */
describe('a token that is not the one that was given', () => {
  it('lets nothing through as a CSRF token', async () => {
    const token = admin['x-xsrf-token'] ?? '';
    const settings = { method: 'PUT', address: '/api/settings/revenue_span', body: '{"value":"year"}' };
    const request = { ...settings, headers: { 'content-type': 'application/json' } };
    const tell = async (value: string): Promise<void> => {
      const session = admin.cookie?.split('; ')[0] ?? '';
      // In the header, in the cookie, and in both alike, as somebody could who plants a cookie.
      for (const [header, cookie] of [
        [value, token],
        [token, value],
        [value, value],
      ] as const) {
        if (read(header) === token && read(cookie.split(';')[0] ?? '') === token) continue;
        const { status } = await send(request, {
          cookie: `${session}; XSRF-TOKEN=${cookie}`,
          'x-xsrf-token': header,
        });
        expect([header, cookie, status]).toEqual([header, cookie, 403]);
      }
    };
    await fc.assert(fc.asyncProperty(spoiltToken(token), tell), { numRuns: SPOILT, seed: SEED });
  });
});

describe('a write that another site makes a browser send', () => {
  const writes = () =>
    operations.filter(({ method, path }) => method !== 'GET' && path !== '/api/csp-reports');
  const session = () => admin.cookie?.split('; ')[0] ?? '';
  const token = () => admin['x-xsrf-token'] ?? '';
  const bare = () => ({ cookie: admin.cookie ?? '' });

  it('is refused by every operation, and changes nothing', async () => {
    const elsewhere = sentBy(await product.app.signIn(ADMIN))['x-xsrf-token'] ?? '';
    const somebody = sentBy(await product.app.signIn('market@example.com'))['x-xsrf-token'] ?? '';
    const nobody = sentBy(await newcomer(product.app.client()))['x-xsrf-token'] ?? '';
    const ways: Record<string, Credentials> = {
      'no token': bare(),
      'the cookie of the token alone': { ...bare(), 'x-xsrf-token': '' },
      'the header alone': { cookie: session(), 'x-xsrf-token': token() },
      ...Object.fromEntries(
        Object.entries({ elsewhere, somebody, nobody }).flatMap(([whose, made]) => [
          [`the token of ${whose}`, { ...bare(), 'x-xsrf-token': made }],
          [
            `the token of ${whose}, planted`,
            { cookie: `${session()}; XSRF-TOKEN=${made}`, 'x-xsrf-token': made },
          ],
        ]),
      ),
      'another site': { ...admin, 'sec-fetch-site': 'cross-site' },
      'a sister site': { ...admin, 'sec-fetch-site': 'same-site' },
      'an unknown relation': { ...admin, 'sec-fetch-site': 'near' },
      'another origin': { ...admin, origin: 'https://example.org' },
      'no origin': { ...admin, origin: 'null' },
      'another port': { ...admin, origin: 'http://127.0.0.1:1' },
      'another scheme': { ...admin, origin: product.app.address.replace('http:', 'https:') },
      'a name that begins alike': { ...admin, origin: `${product.app.address}.example.org` },
      'a token in place of the bearer': { ...bare(), authorization: `Basic ${token()}` },
    };
    const before = await storedState(product.database.db);
    const faults: string[] = [];
    for (const operation of writes())
      for (const [way, credentials] of Object.entries(ways)) {
        const { status, text } = await send(fullRequest(operation, there), credentials);
        const { detail = '' } = JSON.parse(text || '{}') as Partial<Problem>;
        const isTold = /^(The CSRF token|The request comes from another site)/.test(detail);
        if (status !== 403 || !isTold) faults.push(`${operation.name}, ${way}: ${status} ${detail}`);
      }
    expect(faults).toEqual([]);
    expect(await storedState(product.database.db)).toEqual(before);
  });

  it('is refused whatever type a form can give its body, and by whatever other name of the method', async () => {
    const before = await storedState(product.database.db);
    for (const operation of writes()) {
      const request = fullRequest(operation, there);
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=b',
      ]) {
        const body = typeof request.body === 'string' ? request.body : '--b--';
        const { status } = await send({ ...request, body, headers: { 'content-type': type } }, bare());
        expect([operation.name, type, [400, 403, 415].includes(status)]).toEqual([
          operation.name,
          type,
          true,
        ]);
      }
      const disguised = { ...request, method: 'POST', headers: { 'x-http-method-override': request.method } };
      const { status } = await send({ ...disguised, body: undefined }, bare());
      expect([operation.name, [400, 403, 404, 405, 415].includes(status)]).toEqual([operation.name, true]);
    }
    expect(await storedState(product.database.db)).toEqual(before);
  });
});

/** What is meant to be read as a condition of the database, or to reach what all objects share. */
const OPERATORS = ['{"$gt":""}', '{"$ne":null}', '[object Object]', "'; return true; //", '$where'];

describe('an operator in place of a value', () => {
  it('is refused in every query, under whatever brackets', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      if (/\/(health|callback)/.test(operation.path)) continue;
      const { address } = fullRequest(operation, there);
      const names = (operation.operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'query')
        .map(({ name }) => name);
      const keys = [
        '__proto__',
        '__proto__[a]',
        'constructor[prototype][a]',
        ...names.flatMap((name) => [`${name}[$ne]`, `${name}[$gt]`]),
      ];
      for (const key of keys) {
        const query = new URLSearchParams({ [key]: '' }).toString();
        const { status } = await ask(`${address}${address.includes('?') ? '&' : '?'}${query}`, admin);
        if (status !== 400) faults.push(`${operation.name} ${key}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('finds nothing in any part of a path', async () => {
    const faults: string[] = [];
    for (const operation of operations) {
      for (const name of new Set(operation.path.match(/(?<=\{)\w+(?=\})/g)))
        for (const value of [...OPERATORS, '../views', '..%2f..', '\u0000', '__proto__', 'constructor']) {
          const { status } = await send(fullRequest(operation, { ...there, [name]: [value] }), admin);
          if (status < 400 || status >= 500) faults.push(`${operation.name} ${name} ${value}: ${status}`);
        }
    }
    expect(faults).toEqual([]);
  });

  it('is refused in every text and number of every body', async () => {
    const faults: string[] = [];
    for (const operation of operations) {
      const request = fullRequest(operation, there);
      if (typeof request.body !== 'string' || operation.path === '/api/csp-reports') continue;
      for (const spoilt of spoiltBodies(JSON.parse(request.body))) {
        const { status, text } = await send({ ...request, body: JSON.stringify(spoilt) }, admin);
        if (status < 400 || status >= 500)
          faults.push(`${operation.name} ${JSON.stringify(spoilt)}: ${status} ${text.slice(0, 200)}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

/** A body once for each of its values, which is an operator then. */
function spoiltBodies(body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null) return body === null ? [] : [{ $gt: '' }];
  if (Array.isArray(body))
    return body.flatMap((each, at) => spoiltBodies(each).map((spoilt) => body.with(at, spoilt) as unknown));
  return Object.entries(body).flatMap(([key, value]) =>
    spoiltBodies(value).map((spoilt) => ({ ...body, [key]: spoilt })),
  );
}

describe('a path that leads out', () => {
  const UPS = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%5c', '..%2f', '..;', '..\\'];

  it.each(['/', '/assets/', '/media/', '/api/docs/', '/api/views/', '/v/a/'])(
    'of %s finds no file',
    async (base) => {
      for (const up of UPS)
        for (const file of ['etc/passwd', 'package.json', 'apps/api/package.json', '%00/etc/passwd']) {
          const path = base + `${up}/`.repeat(8) + file;
          const { status, text } = await sendRaw(
            product.app.address,
            `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
          );
          expect([path, status < 500, /root:|"private": true/.test(text)]).toEqual([path, true, false]);
        }
    },
  );
});

describe('a header without measure', () => {
  it.each<[string, Credentials, number]>([
    ['a cookie of 15 KiB', { cookie: `session=${'a'.repeat(15_000)}` }, 401],
    ['1,500 cookies', { cookie: Array.from({ length: 1_500 }, (_, at) => `c${at}=1`).join('; ') }, 401],
    ['a thousand sessions', { cookie: Array<string>(1_000).fill('session=a').join('; ') }, 401],
    ['a token of 15 KiB', { authorization: `Bearer ${'a'.repeat(15_000)}` }, 401],
    ['a token and blanks', { authorization: `Bearer ${' '.repeat(15_000)}x` }, 401],
    ['a cookie of 17 KiB', { cookie: `session=${'a'.repeat(17_000)}` }, 431],
    ['a tag of 15 KiB', { 'if-none-match': `"${'a'.repeat(15_000)}"` }, 401],
  ])('opens nothing: %s', async (_, headers, expected) => {
    expect((await ask('/api/views', headers)).status).toBe(expected);
  });
});
