import type { MadeApiToken, ViewPage } from '@app/contracts';
import fc from 'fast-check';
import { type RunningApp, startApp } from '../support/app.js';
import { sendRaw } from '../support/raw-http.js';

/** Of each kind. */
const RUNS = 1_000;
const SEED = Number(process.env.CREDENTIALS_SEED ?? 7);
const AT_ONCE = 20;

let app: RunningApp;
/** What opens. */
let session: string;
let secret: string;

beforeAll(async () => {
  app = await startApp();
  const admin = await app.signIn('admin@example.com');
  session = admin.cookie('session') ?? '';
  const view = (await admin.get<ViewPage>('/api/views')).body.items[0]?.id;
  const wanted = { name: 'Program', views: [view], rights: ['read'], expires_in_days: 1 };
  secret = (await admin.post<MadeApiToken>('/api/tokens', wanted)).body.secret;
});
afterAll(() => app.stop());

/** Bytes that a header may have, and that nobody was given. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0x80, max: 0xff })), {
    maxLength: 300,
  })
  .map((codes) => String.fromCharCode(...codes).trim());

/** A credential that was given out, with a piece cut out, doubled, or put in its place. */
const spoilt = (credential: string) =>
  fc
    .tuple(fc.nat({ max: credential.length - 1 }), fc.nat({ max: 8 }), fc.string({ maxLength: 8 }))
    .map(([at, cut, put]) => credential.slice(0, at) + put + credential.slice(at + cut))
    .map((text) => text.trim())
    .filter((text) => text !== credential);

const status = async (header: string): Promise<number> => {
  const head = `GET /api/views HTTP/1.1\r\nHost: ${new URL(app.address).host}\r\nConnection: close\r\n${header}\r\n\r\n`;
  return (await sendRaw(app.address, head)).status;
};

/** Statuses of all that are not refused as they should be, with what was sent. */
async function notRefused(headers: readonly string[]): Promise<[number, string][]> {
  const found: [number, string][] = [];
  for (let at = 0; at < headers.length; at += AT_ONCE) {
    const some = headers.slice(at, at + AT_ONCE);
    const statuses = await Promise.all(some.map(status));
    statuses.forEach((each, place) => {
      if (each !== 401) found.push([each, some[place] ?? '']);
    });
  }
  return found;
}

describe('credentials that nobody was given', () => {
  it('are told from those that open', async () => {
    expect([
      await status(`Cookie: session=${session}`),
      await status(`Authorization: Bearer ${secret}`),
    ]).toEqual([200, 200]);
  });

  it('open nothing as a cookie, and break nothing', async () => {
    const values = fc.sample(fc.oneof(anyText, spoilt(session), fc.constant(secret)), {
      numRuns: RUNS,
      seed: SEED,
    });
    // What follows a semicolon is another cookie: the rest is a spoilt one still.
    const isWhole = (value: string) => value.split(';')[0]?.trim() === session;
    const headers = values.filter((value) => !isWhole(value)).map((value) => `Cookie: session=${value}`);
    expect(headers.length).toBeGreaterThan(RUNS * 0.9);
    expect(await notRefused(headers)).toEqual([]);
  });

  it('open nothing as a token, and break nothing', async () => {
    const values = fc.sample(fc.oneof(anyText, spoilt(secret), fc.constant(session)), {
      numRuns: RUNS,
      seed: SEED,
    });
    expect(await notRefused(values.map((value) => `Authorization: Bearer ${value}`))).toEqual([]);
  });
});
