import { hkdfSync, randomBytes } from 'node:crypto';
import { EncryptJWT } from 'jose';
import type { Me } from '@app/contracts';
import { type Answer, type Client, startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import type { GoogleAccounts } from '../support/google-accounts.js';
import { PEOPLE, PROFILES, TOKENS } from '../support/google-odd-answers.js';
import { AWAY, FAILED, INCOMPLETE, REGISTERED, STALE, TOO_OLD } from '../support/google-refusals.js';
import {
  ATTEMPT,
  begin,
  comeBack,
  person,
  ProductWithGoogle,
  PUBLIC_URL,
  refusalIn,
  WANTED,
} from '../support/product-with-google.js';

let product: ProductWithGoogle;
beforeAll(async () => {
  product = await ProductWithGoogle.start();
});
afterAll(() => product.stop());
afterEach(() => product.google.asUsual());

/** A browser that comes back otherwise than Google sent it. */
type Way = (client: Client) => Promise<URLSearchParams>;

const withQuery =
  (change: (query: URLSearchParams) => void): Way =>
  async (client) => {
    const query = product.google.choose(await begin(client), person());
    change(query);
    return query;
  };

const withCookie =
  (change: (sealed: string, client: Client) => string | Promise<string>): Way =>
  async (client) => {
    const query = product.google.choose(await begin(client), person());
    client.setCookie(ATTEMPT, await change(client.cookie(ATTEMPT) ?? '', client));
    return query;
  };

const withCode =
  (changes: Parameters<GoogleAccounts['choose']>[2]): Way =>
  async (client) =>
    product.google.choose(await begin(client), person(), changes);

/** A cookie as the product makes it: with the secret of this installation unless another is given. */
async function sealed(
  content: Record<string, string>,
  { until = 600, audience = 'sign-in', secret = '' } = {},
) {
  const stored = await product.database.db.collection('settings').findOne({ key: 'installation_secret' });
  const bytes = Buffer.from(secret || String(stored?.value), 'base64url');
  return new EncryptJWT(content)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(audience)
    .setExpirationTime(Math.floor(Date.now() / 1000) + until)
    .encrypt(new Uint8Array(hkdfSync('sha256', bytes, '', 'sealed cookies', 32)));
}

/** A sign-in whose state and verifier are known, in a cookie made otherwise. */
const madeBy =
  (options: Parameters<typeof sealed>[1]): Way =>
  async (client) => {
    const query = product.google.choose(await begin(client), person());
    const content = { state: query.get('state') ?? '', verifier: 'v'.repeat(43), returnTo: WANTED };
    client.setCookie(ATTEMPT, await sealed(content, options));
    return query;
  };

const WAYS: readonly [string, RegExp, Way][] = [
  ['no state', INCOMPLETE, withQuery((query) => query.delete('state'))],
  ['an empty state', INCOMPLETE, withQuery((query) => query.set('state', ''))],
  ['two states', INCOMPLETE, withQuery((query) => query.append('state', 'b'))],
  ['a state without end', INCOMPLETE, withQuery((query) => query.set('state', 's'.repeat(3_000)))],
  ['another state', STALE, withQuery((query) => query.set('state', randomBytes(32).toString('base64url')))],
  [
    'a part of the state',
    STALE,
    withQuery((query) => query.set('state', query.get('state')?.slice(0, 42) ?? '')),
  ],
  ['no code', INCOMPLETE, withQuery((query) => query.delete('code'))],
  ['an empty code', INCOMPLETE, withQuery((query) => query.set('code', ''))],
  ['two codes', INCOMPLETE, withQuery((query) => query.append('code', 'b'))],
  ['a code without end', INCOMPLETE, withQuery((query) => query.set('code', 'c'.repeat(3_000)))],
  ['nothing at all', INCOMPLETE, () => Promise.resolve(new URLSearchParams())],
  ['a code that Google does not know', TOO_OLD, withQuery((query) => query.set('code', '4/unknown'))],
  ['a refusal at Google', /cancelled at Google/, withQuery((query) => failing(query, 'access_denied'))],
  ['an error of Google', FAILED, withQuery((query) => failing(query, 'server_error'))],
  ['an error that is none', FAILED, withQuery((query) => failing(query, '<script>alert(1)</script>'))],
  [
    'a refusal that this browser has not begun',
    STALE,
    withQuery((query) => {
      failing(query, 'access_denied');
      query.set('state', 'foreign');
    }),
  ],
  [
    'a refusal without a state',
    INCOMPLETE,
    withQuery((query) => {
      failing(query, 'access_denied');
      query.delete('state');
    }),
  ],
  [
    'the answer to another browser, in one that has begun none',
    STALE,
    async () => product.google.choose(await begin(product.app.client()), person()),
  ],
  [
    'the answer to another browser, in one that has begun its own',
    STALE,
    async (client) => {
      await begin(client);
      return product.google.choose(await begin(product.app.client()), person());
    },
  ],
  [
    "another person's code with this browser's state",
    TOO_OLD,
    async (client) => {
      const query = product.google.choose(await begin(client), person());
      query.set('code', product.google.choose(await begin(product.app.client()), person()).get('code') ?? '');
      return query;
    },
  ],
  [
    'the answer to a sign-in before the last one',
    STALE,
    async (client) => {
      const query = product.google.choose(await begin(client), person());
      await begin(client);
      return query;
    },
  ],
  [
    'the same answer again',
    STALE,
    async (client) => {
      const query = product.google.choose(await begin(client), person());
      const twin = product.app.client();
      twin.setCookie(ATTEMPT, client.cookie(ATTEMPT) ?? '');
      expect((await comeBack(twin, query)).headers.get('location')).toBe(WANTED);
      return query;
    },
  ],
  [
    'a new code for a state that was used',
    STALE,
    async (client) => {
      const page = await begin(client);
      const twin = product.app.client();
      twin.setCookie(ATTEMPT, client.cookie(ATTEMPT) ?? '');
      await comeBack(twin, product.google.choose(page, person()));
      return product.google.choose(page, person());
    },
  ],
  ['no cookie', STALE, withCookie(() => '')],
  ['a cookie with another end', STALE, withCookie((cookie) => `${cookie.slice(0, -4)}AAAA`)],
  ['a cookie that is none of ours', STALE, withCookie(() => 'eyJhbGciOiJub25lIn0.e30.')],
  ['a cookie without end', STALE, withCookie(() => 'a'.repeat(3_500))],
  ["another browser's verifier under its state", STALE, withCookie(() => attemptOf(product.app.client()))],
  ['a cookie of another installation', STALE, madeBy({ secret: 'a'.repeat(43) })],
  ['a cookie that is too old', STALE, madeBy({ until: -60 })],
  ['a cookie that was made for something else', STALE, madeBy({ audience: 'sign-in-refusal' })],
  ['another verifier', TOO_OLD, madeBy({})],
  ['a code that is too old', TOO_OLD, withCode({ isGood: false })],
  ['a code for another client', TOO_OLD, withCode({ client: 'other.apps.googleusercontent.com' })],
  ['a code for another challenge', TOO_OLD, withCode({ challenge: 'x'.repeat(43) })],
  ['a code for another address', REGISTERED, withCode({ redirectUri: 'https://evil.example/callback' })],
];

function failing(query: URLSearchParams, error: string): void {
  query.delete('code');
  query.set('error', error);
}

async function attemptOf(client: Client): Promise<string> {
  await begin(client);
  return client.cookie(ATTEMPT) ?? '';
}

describe('signing in with Google is refused', () => {
  let sessions: number;
  let users: string;
  const usersNow = async () =>
    JSON.stringify(
      (await product.database.db.collection('users').find().toArray()).map(({ email }) => String(email)),
    );

  beforeEach(async () => {
    users = await usersNow();
  });

  async function expectRefused(
    client: Client,
    answer: Answer,
    words: RegExp,
    back: readonly (string | null)[] = [WANTED],
  ) {
    const location = new URL(answer.headers.get('location') ?? '', PUBLIC_URL);
    expect([answer.status, location.origin, location.pathname]).toEqual([302, PUBLIC_URL, '/sign-in']);
    expect(back).toContain(location.searchParams.get('return'));
    expect(answer.text).toBe('');
    expect(client.cookie('__Host-session')).toBeUndefined();
    const refusal = await refusalIn(client);
    expect(refusal).toMatch(words);
    // Told once, and never with anything that opens a door.
    expect(await refusalIn(client)).toBeNull();
    const seen = [...answer.headers].join() + String(refusal);
    for (const secret of product.google.secrets) expect(seen).not.toContain(secret);
    expect(await product.database.db.collection('user_sessions').countDocuments()).toBe(sessions);
    expect(await usersNow()).toBe(users);
  }

  const countSessions = async () => {
    sessions = await product.database.db.collection('user_sessions').countDocuments();
  };

  it.each(WAYS)('for %s', async (_, words, way) => {
    const client = product.app.client();
    const query = await way(client);
    await countSessions();
    const answer = await comeBack(client, query);
    await expectRefused(client, answer, words, [WANTED, null]);
  });

  it.each(TOKENS)('when Google answers with %s in place of a token', async (_, words, token) => {
    await countSessions();
    product.google.instead({ token });
    const { client, answer } = await product.signIn(person());
    await expectRefused(client, answer, words);
  });

  it.each(PROFILES)('when Google answers with %s in place of a profile', async (_, words, profile) => {
    await countSessions();
    product.google.instead({ profile });
    const { client, answer } = await product.signIn(person());
    await expectRefused(client, answer, words);
  });

  it.each(PEOPLE)('to somebody %s', async (_, words, claims) => {
    await countSessions();
    const { client, answer } = await product.signIn(person(claims));
    await expectRefused(client, answer, words);
  });

  it('when Google says nothing', async () => {
    await countSessions();
    product.google.instead({ token: () => undefined });
    const { client, answer } = await product.signIn(person());
    await expectRefused(client, answer, AWAY);
  });

  it('and leaves whoever was signed in as they are', async () => {
    const { client } = await product.signIn(person());
    const { answer } = await product.signIn(person({ email: 'stranger@elsewhere.example' }), client);
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/);
    expect((await client.get<Me>('/api/auth/me')).body.user.email).toBe('signal@example.com');
  });

  it('after too many attempts', async () => {
    const strict = await startApp({
      database: product.database,
      people: false,
      env: { ...product.google.env, PUBLIC_URL, SIGN_IN_LIMIT: '2' },
    });
    const client = strict.client();
    for (const path of ['/api/auth/google', '/api/auth/google']) await client.get(path);
    const { status, headers } = await client.get('/api/auth/google');
    expect([status, headers.get('location')]).toEqual([302, '/sign-in']);
    expect(await refusalIn(client)).toMatch(/^Too many sign-in attempts\. Try again in \d+ s\.$/);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    await strict.stop();
  });

  it('with the reason in the log, for whoever runs the product, and no secret', async () => {
    await eventually(() =>
      expect(product.app.output()).toMatch(/Sign-in with Google was refused: unknown_address\./),
    );
    expect(product.app.output()).toMatch(/refused: client_refused \(redirect_uri_mismatch\)/);
    expect(product.app.output()).toMatch(/refused: google_failed \(status 500\)/);
    expect(product.app.output()).toMatch(/refused: google_failed \(an unreadable error\)/);
    for (const secret of product.google.secrets) expect(product.app.output()).not.toContain(secret);
    expect(product.app.output()).not.toMatch(/ya29|GOCSPX|stranger@|"err"/);
  });
});
