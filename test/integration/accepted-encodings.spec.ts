import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { View } from '@app/contracts';
import { type Client, type RunningApp, startApp } from '../support/app.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

let app: RunningApp;
let admin: Client;
let view: View;

beforeAll(async () => {
  app = await startApp();
  admin = await app.signIn('admin@example.com');
  view = viewNamed(await viewsOf(admin), 'Organic');
  await ingest(admin, view.id, 'deals.csv', sheetOf([{ client: 'Acme' }, { client: 'Bolt' }]));
});
afterAll(() => app.stop());

describe('the encodings that a client accepts', () => {
  // Not fetch: it decodes by itself and does not say so.
  const asked = (path: string, headers: Record<string, string>) => {
    const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers });
    const { hostname, port } = new URL(app.address);
    return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
      (resolve, reject) => {
        const cookie = `session=${admin.cookie('session')}`;
        request({ hostname, port, path, headers: { cookie, ...Object.fromEntries(lines) } }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          );
        })
          .on('error', reject)
          .end();
      },
    );
  };
  const decoded = (encoding: unknown, body: Buffer): string =>
    (encoding === 'br'
      ? brotliDecompressSync(body)
      : encoding === 'gzip'
        ? gunzipSync(body)
        : body
    ).toString();
  const screen = () =>
    `/api/views/${view.id}/screens/dashboard?from=2026-07-01&to=2026-12-31&as_of=2026-11-22`;
  const script = async () => /src="(main-[^"]+\.js)"/.exec((await app.client().get('/')).text)?.[1] ?? '';

  const PATHS = {
    'an answer of numbers': () => Promise.resolve(screen()),
    'any other answer': () => Promise.resolve('/api/views'),
    'a file': async () => `/${await script()}`,
  };

  it.each(
    Object.entries(PATHS).flatMap(([what, path]) =>
      (
        [
          ['gzip, deflate, br', 'br'],
          ['br;q=0, gzip', 'gzip'],
          ['br;q=0.2, gzip;q=0.8', 'gzip'],
          ['br;q=0, gzip;q=0', undefined],
          ['*, br;q=0', 'gzip'],
          ['identity', undefined],
          ['identity;q=0, gzip', 'gzip'],
          ['', undefined],
        ] as const
      ).map(([accepted, encoding]) => [what, accepted, encoding, path] as const),
    ),
  )('of %s: "%s" gets %s', async (_, accepted, encoding, path) => {
    const plain = await asked(await path(), {});
    const { status, headers, body } = await asked(await path(), { 'accept-encoding': accepted });
    expect([status, headers['content-encoding'], String(headers.vary).toLowerCase()]).toEqual([
      200,
      encoding,
      'accept-encoding',
    ]);
    expect(decoded(encoding, body)).toBe(plain.body.toString());
  });

  it('are none: refused with 406', async () => {
    for (const path of Object.values(PATHS))
      expect((await asked(await path(), { 'accept-encoding': '*;q=0' })).status).toBe(406);
  });

  it.each([
    ['an answer of numbers', PATHS['an answer of numbers']],
    ['a file', PATHS['a file']],
  ])('have a tag each: %s', async (_, path) => {
    const tags = new Set<string>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { headers } = await asked(await path(), { 'accept-encoding': encoding });
      const tag = String(headers.etag);
      tags.add(tag);
      for (const known of [tag, `W/${tag}`, `"other,s", ${tag}`, '*']) {
        const again = await asked(await path(), { 'accept-encoding': encoding, 'if-none-match': known });
        expect([known, again.status, again.headers.etag, again.body.length]).toEqual([known, 304, tag, 0]);
        expect(again.headers.vary).toBe('Accept-Encoding');
      }
      for (const other of ['"other"', tag.slice(1), 'nonsense', '']) {
        const again = await asked(await path(), { 'accept-encoding': encoding, 'if-none-match': other });
        expect([other, again.status]).toEqual([other, 200]);
      }
    }
    expect(tags.size).toBe(3);
  });

  it('do not matter for targets, whose tag names their bytes', async () => {
    const path = `/api/views/${view.id}/targets`;
    const { headers } = await asked(path, { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], headers.etag]).toEqual([undefined, '"0"']);
    for (const [known, expected] of [
      ['"0"', 304],
      ['"9", W/"0"', 304],
      ['*', 304],
      ['"1"', 200],
      ['nonsense', 200],
    ] as const) {
      const again = await asked(path, { 'if-none-match': known });
      expect([known, again.status, again.headers.etag]).toEqual([known, expected, '"0"']);
      expect(again.body.length === 0).toBe(expected === 304);
      const headers = { 'if-none-match': known };
      expect([known, (await admin.send('HEAD', path, { headers })).status]).toEqual([known, expected]);
    }
  });
});
