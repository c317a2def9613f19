import { hkdfSync, randomBytes } from 'node:crypto';
import { EncryptJWT } from 'jose';
import type { Me } from '@app/contracts';
import { type Answer, type Client, startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import type { Answer as GoogleAnswer } from '../support/fake-google.js';
import { type Claims, type GoogleAccounts, json } from '../support/google-accounts.js';
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

const STALE =
  /not begun in this browser at https:\/\/sales\.example\.com, or longer than 10 minutes ago, or it has been used\. Choose "Continue with Google" to begin again/;
const INCOMPLETE = /answer that came back from Google is incomplete/;
const TOO_OLD = /Google says that this sign-in is too old or has been used/;
const REGISTERED = /compare GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET and PUBLIC_URL/;
const FAILED = /Google could not say who you are\. Try again in a few minutes/;
const AWAY = /Google could not be reached, or did not answer in time/;
const NO_ADDRESS = /did not tell the e-mail address of that account/;
const ODD = /has characters that are not accepted here/;
const askFor = (email: string) =>
  new RegExp(`${email} cannot sign in here\\. Ask a super admin to add ${email}`);

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

const says =
  (status: number, text: string, type = 'application/json'): GoogleAnswer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type }).end(text);
  };
const saysJson =
  (status: number, body: unknown): GoogleAnswer =>
  (_, response) =>
    json(response, status, body);
const hangsUp: GoogleAnswer = (_, response) => response.socket?.destroy();
const breaksOff: GoogleAnswer = (_, response) => {
  response.writeHead(200, { 'content-length': '500' }).write('{"access_token":"ya29.half');
  response.socket?.end();
};
const neverEnds: GoogleAnswer = (_, response) => {
  response.writeHead(200).write(`{"access_token":"${'a'.repeat(100_000)}`);
};
const aMoved: GoogleAnswer = (_, response) =>
  response.writeHead(302, { location: 'https://evil.example/' }).end();
const PAGE = '<html>Sorry</html>';

const TOKENS: readonly [string, RegExp, GoogleAnswer][] = [
  ['invalid_client', REGISTERED, saysJson(401, { error: 'invalid_client' })],
  ['unauthorized_client', REGISTERED, saysJson(400, { error: 'unauthorized_client' })],
  ['another error', FAILED, saysJson(400, { error: 'temporarily_unavailable' })],
  ['an error that is no word', FAILED, saysJson(400, { error: 'ya29.secret of somebody' })],
  ['an error that is no text', FAILED, saysJson(400, { error: { message: 'no' } })],
  ['404 without a word', FAILED, says(404, '')],
  ['429', FAILED, says(429, PAGE, 'text/html')],
  ['500', FAILED, says(500, PAGE, 'text/html')],
  ['503', FAILED, saysJson(503, null)],
  ['a redirection', FAILED, aMoved],
  ['204', FAILED, says(204, '')],
  ['a page', AWAY, says(200, PAGE, 'text/html')],
  ['nothing', AWAY, says(200, '')],
  ['null', AWAY, saysJson(200, null)],
  ['a list', AWAY, saysJson(200, [])],
  ['a form, as OAuth once had it', AWAY, says(200, 'access_token=ya29.form')],
  ['no token', FAILED, saysJson(200, {})],
  ['an empty token', FAILED, saysJson(200, { access_token: '' })],
  ['a token that ends a header', AWAY, saysJson(200, { access_token: 'ya29\r\nx: y' })],
  ['a token that is none', FAILED, saysJson(200, { access_token: 'ya29.other' })],
  ['nothing but an end', AWAY, hangsUp],
  ['half an answer', AWAY, breaksOff],
  ['an answer without end', AWAY, neverEnds],
];

const PROFILES: readonly [string, RegExp, GoogleAnswer][] = [
  ['401', FAILED, saysJson(401, { error: 'invalid_token', error_description: 'Invalid' })],
  ['403 with words', FAILED, saysJson(403, { error: { code: 403, message: 'ya29.secret' } })],
  ['500', FAILED, says(500, PAGE, 'text/html')],
  ['a redirection', FAILED, aMoved],
  ['a page', AWAY, says(200, PAGE, 'text/html')],
  ['null', AWAY, saysJson(200, null)],
  ['nothing but an end', AWAY, hangsUp],
  ['nothing of a person', NO_ADDRESS, saysJson(200, {})],
];

const ODD_ONE = /cannot sign in here|characters that are not accepted/;

const PEOPLE: readonly [string, RegExp, Claims][] = [
  ['without a subject', NO_ADDRESS, { sub: undefined }],
  ['whose subject is a number', NO_ADDRESS, { sub: 7 }],
  ['without an address', NO_ADDRESS, { email: undefined }],
  ['whose address is empty', NO_ADDRESS, { email: '' }],
  ['whose address is an operator', NO_ADDRESS, { email: { $ne: null } }],
  ['whose address is a list', NO_ADDRESS, { email: ['signal@example.com'] }],
  [
    'whose address is not verified',
    /Google has not verified that signal@example.com is yours/,
    { email_verified: false },
  ],
  ['of whom Google does not say it', /has not verified/, { email_verified: undefined }],
  ['of whom Google says it as a text', /has not verified/, { email_verified: 'true' }],
  ['of whom Google says 1', /has not verified/, { email_verified: 1 }],
  ['whom nobody added', askFor('stranger@elsewhere.example'), { email: 'stranger@elsewhere.example' }],
  ['at gmail.com', askFor('anybody@gmail.com'), { email: 'anybody@gmail.com' }],
  ['below an allowed domain', askFor('a@sub.firm.example'), { email: 'a@sub.firm.example' }],
  ['at a domain that ends so', askFor('a@notfirm.example'), { email: 'a@notfirm.example' }],
  ['at a domain that begins so', askFor('a@firm.example.org'), { email: 'a@firm.example.org' }],
  ['with two domains', ODD, { email: 'a@firm.example@evil.example' }],
  ['with a domain in quotes', ODD_ONE, { email: '"a@firm.example"@evil.example' }],
  [
    'not verified at an allowed domain',
    /has not verified/,
    { email: 'b@firm.example', email_verified: false },
  ],
  ['whose address is a pattern', ODD_ONE, { email: 's*gnal@example.com' }],
  ['whose address looks like one', ODD, { email: 'mar\u212aet@example.com' }],
  ['whose address has a wide @', ODD, { email: 'signal\uff20example.com' }],
  ['whose address has something invisible', ODD, { email: 'sig\u200bnal@example.com' }],
  ['whose address has a line', ODD, { email: 'signal@example.com\nbcc: a@b.example' }],
  ['whose address has a blank', ODD, { email: ' signal@example.com' }],
  ['whose address has no end', ODD, { email: `${'a'.repeat(300)}@firm.example` }],
];

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
