import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Problem, View } from '@app/contracts';
import { type Client, type RunningApp, startApp } from '../support/app.js';
import { type RawAnswer, sendRaw } from '../support/raw-http.js';
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

const raw = (...lines: string[]): Promise<RawAnswer> =>
  sendRaw(app.address, [...lines, 'Connection: close', '', ''].join('\r\n'));
const host = 'Host: localhost';

/** Problem details with the headers of every answer. */
function expectProblem({ status, headers, problem }: RawAnswer, expected: number, detail: RegExp): void {
  expect([status, headers.get('content-type')]).toEqual([
    expected,
    expect.stringContaining('application/problem+json'),
  ]);
  expect(problem).toMatchObject({
    status: expected,
    errors: expect.any(Array) as unknown[],
    detail: expect.stringMatching(detail) as string,
  });
  expect(problem.request_id).toBe(headers.get('x-request-id'));
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
}

describe('a method that a path does not have', () => {
  it.each([
    ['DELETE', '/api/views', 'GET, HEAD'],
    ['POST', '/api/views/there-is-none', 'GET, HEAD, PATCH'],
    ['GET', '/api/auth/local', 'POST'],
    ['HEAD', '/api/auth/logout', 'POST'],
    ['GET', '/api/settings/weights', 'PUT'],
    ['PATCH', '/api/settings/weights', 'PUT'],
    ['OPTIONS', '/api/views', 'GET, HEAD'],
    ['PROPFIND', '/api/sample-data', 'DELETE'],
    ['POST', '/api/docs', 'GET, HEAD'],
    ['PUT', '/api/openapi.json', 'GET, HEAD'],
    ['DELETE', '/api/docs/swagger-ui.css', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/index.html', 'GET, HEAD'],
    ['PATCH', '/v/some-view/dashboard', 'GET, HEAD'],
    ['OPTIONS', '/favicon.svg', 'GET, HEAD'],
  ])('%s %s is 405 and names what it has', async (method, path, allowed) => {
    for (const client of [app.client(), admin]) {
      const { status, headers, text } = await client.send<Problem>(method, path);
      expect([status, headers.get('allow')]).toEqual([405, allowed]);
      expect(headers.get('content-type')).toContain('application/problem+json');
      if (method !== 'HEAD') expect(text).toContain(`${method} is not offered here: use ${allowed}.`);
    }
  });

  it('is not told apart by what exists, nor by a body that is no JSON', async () => {
    const answers = [];
    for (const id of [view.id, 'there-is-none']) {
      const headers = { 'content-type': 'text/plain' };
      const { status, body } = await app
        .client()
        .send<Problem>('PUT', `/api/views/${id}/records`, { body: 'x', headers });
      answers.push([status, body.detail]);
    }
    expect(answers).toEqual([
      [405, 'PUT is not offered here: use GET, HEAD.'],
      [405, 'PUT is not offered here: use GET, HEAD.'],
    ]);
  });

  it.each(['GET', 'POST', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s of nothing is 404', async (method) => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/views/a/b/c', '/apis/../api/none']) {
      const { status, body } = await app.client().send<Problem>(method, path);
      expect([path, status, body.status]).toEqual([path, 404, 404]);
    }
  });

  it.each([
    ['QUERY', undefined, undefined],
    ['QUERY', 'text/plain', 'x'],
    ['QUERY', 'application/json', '{'],
    ['POST', 'application/json', '{'],
    ['POST', 'application/json', 'x'.repeat(2_000_000)],
    ['POST', 'multipart/form-data', 'x'],
    ['DELETE', 'application/json', '{'],
  ])('%s of nothing is 404 whatever comes with it: %s', async (method, type, body) => {
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    const { status, body: problem } = await app
      .client()
      .send<Problem>(method, '/api/nothing', { body, headers });
    expect([status, problem.detail]).toEqual([404, 'There is nothing here. /api/docs lists every route.']);
  });

  it('is 405 for CONNECT too', async () => {
    const answer = await raw('CONNECT example.com:443 HTTP/1.1', host);
    expectProblem(answer, 405, /CONNECT is not offered/);
    expect(answer.headers.get('allow')).toContain('GET');
  });
});

describe('a request that cannot be read', () => {
  it.each([
    ['no HTTP', ['\x16\x03\x01 hello'], 400, /no readable HTTP/],
    ['an unknown method', ['FROB / HTTP/1.1', host], 405, /FROB is not offered here/],
    ['a method in small letters', ['get /api/views HTTP/1.1', host], 405, /get is not offered here/],
    ['an unknown method of no HTTP', ['FROB / SPDY/3', host], 400, /no readable HTTP/],
    ['a header without a colon', ['GET / HTTP/1.1', host, 'broken header'], 400, /no readable HTTP/],
    ['two lengths', ['POST / HTTP/1.1', host, 'Content-Length: 1', 'Content-Length: 2'], 400, /no readable/],
    ['a length that is none', ['POST / HTTP/1.1', host, 'Content-Length: x'], 400, /no readable/],
    [
      'a length and chunks',
      ['POST / HTTP/1.1', host, 'Content-Length: 1', 'Transfer-Encoding: chunked'],
      400,
      /no readable/,
    ],
    ['no host', ['GET /api/views HTTP/1.1'], 400, /no Host header/],
    ['two hosts', ['GET /api/views HTTP/1.1', host, host], 400, /more than one Host header/],
    ['a broken escape', ['GET /api/views/%E0%A4%A HTTP/1.1', host], 400, /not a valid url/],
    ['a broken escape of a page', ['GET /%ff HTTP/1.1', host], 400, /not a valid url/],
    ['an address without end', [`GET /?${'a'.repeat(9_000)} HTTP/1.1`, host], 414, /address is longer/],
    ['an address without any end', [`GET /?${'a'.repeat(20_000)} HTTP/1.1`, host], 414, /address is longer/],
    ['an expectation', ['POST /api/auth/local HTTP/1.1', host, 'Expect: tea'], 417, /Expect/],
    ['headers without end', ['GET / HTTP/1.1', host, `X: ${'a'.repeat(20_000)}`], 431, /16 KiB/],
    ['another version', ['GET / HTTP/3.7', host], 505, /HTTP\/1.1/],
    ['a line feed alone after the version', ['GET / HTTP/1.1\nX: y', host], 400, /no readable HTTP/],
    ['a line feed alone after a header', ['GET / HTTP/1.1', 'X: y\nX: z', host], 400, /no readable HTTP/],
    ['a blank after the version', ['GET / HTTP/1.1 ', host], 400, /no readable HTTP/],
    ['a version that is none', ['GET / HTTP/1.x', host], 400, /no readable HTTP/],
  ])('is refused with problem details: %s', async (_, lines, status, detail) => {
    expectProblem(await raw(...lines), status, detail);
  });

  it('is refused in the middle of its body', async () => {
    const answer = await raw(
      'POST /api/auth/local HTTP/1.1',
      host,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      '',
      'no chunk',
    );
    expectProblem(answer, 400, /no readable/);
  });

  it('leaves the server as it was', async () => {
    expect((await admin.get('/api/auth/me')).status).toBe(200);
  });
});

describe('the page', () => {
  it.each(['/', '/index.html', '/v/some-view/dashboard', '/%69ndex.html', '/media/../index.html'])(
    'is made anew at %s',
    async (path) => {
      const { status, headers, text } = await sendRaw(app.address, `GET ${path} HTTP/1.0\r\n${host}\r\n\r\n`);
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(
        headers.get('content-security-policy') ?? '',
      )?.[1];
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(text).toContain(`nonce="${nonce}"`);
      expect(text).not.toContain('CSP_NONCE');
    },
  );

  it('answers HEAD without its body', async () => {
    const { status, headers, text } = await app.client().send('HEAD', '/index.html');
    expect([status, text]).toEqual([200, '']);
    expect(headers.get('content-type')).toContain('text/html');
  });
});

describe('a body', () => {
  const sent = (type: string | undefined, body: string | undefined) =>
    admin.send<Problem>('PATCH', `/api/views/${view.id}`, {
      body: body === undefined ? undefined : Buffer.from(body),
      headers: type === undefined ? {} : { 'content-type': type },
    });
  const JSON_BODY = '{"dedupe":"none"}';

  it.each([
    ['text/plain', JSON_BODY],
    ['application/x-www-form-urlencoded', 'dedupe=none'],
    ['multipart/form-data; boundary=a', '--a--'],
    ['application/xml', '<a/>'],
    ['application/jsonp', JSON_BODY],
    ['application/json; charset=utf-16', JSON_BODY],
    ['application/json; charset=latin1', JSON_BODY],
    ['text/plain', undefined],
    ['', JSON_BODY],
    [undefined, JSON_BODY],
  ])('of type %j is 415', async (type, body) => {
    const { status, body: problem } = await sent(type, body);
    expect([status, problem.status]).toEqual([415, 415]);
  });

  it.each(['gzip', 'br', 'deflate', 'zstd', 'gzip, identity', 'x'])('packed as %s is 415', async (coding) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': coding };
    const body = coding === 'gzip' ? gzipSync(JSON_BODY) : Buffer.from(JSON_BODY);
    const answer = await admin.send<Problem>('PATCH', `/api/views/${view.id}`, { body, headers });
    expect([answer.status, answer.headers.get('accept-encoding')]).toEqual([415, 'identity']);
    expect(answer.body.detail).toMatch(/without Content-Encoding/);
  });

  it.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])(
    'of type %j is read',
    async (type) => {
      expect((await sent(type, JSON_BODY)).status).toBe(200);
    },
  );

  it.each([
    ['PATCH', () => `/api/views/${view.id}`],
    ['PUT', () => `/api/views/${view.id}/targets`],
    ['PUT', () => '/api/settings/weights'],
    ['POST', () => '/api/settings/weights/effect'],
    ['POST', () => '/api/auth/local'],
    ['POST', () => `/api/views/${view.id}/ingestions`],
  ])('that is missing is 400: %s of a route %s', async (method, path) => {
    for (const headers of [{}, { 'content-type': 'application/json' }] as Record<string, string>[]) {
      if (path().endsWith('ingestions') && 'content-type' in headers) continue;
      const { status, body } = await admin.send<Problem>(method, path(), { headers });
      expect([status, body.status]).toEqual([400, 400]);
    }
  });

  it.each([
    ['__proto__', '{"dedupe":"none","__proto__":{"a":1}}'],
    ['__proto__', '{"targets":{"intro_poa":{"\\u005f_proto__":1}}}'],
    ['constructor', '{"targets":{"constructor":{"prototype":{"a":1}}}}'],
  ])('is not called no JSON for a key named %s', async (key, body) => {
    const headers = { 'content-type': 'application/json' };
    for (const [method, path] of [
      ['PATCH', ''],
      ['PUT', '/targets'],
    ] as const) {
      const answer = await admin.send<Problem>(method, `/api/views/${view.id}${path}`, { body, headers });
      expect([answer.status, answer.body.detail]).toEqual([
        400,
        `A key of the body is named "${key}", which no key may be.`,
      ]);
    }
  });

  it('is not asked for where there is none', async () => {
    const client = await app.signIn('signal@example.com');
    expect((await client.post('/api/auth/logout')).status).toBe(204);
  });
});

describe('what a client accepts', () => {
  // fetch decodes by itself and tells nobody.
  const asked = async (path: string, headers: Record<string, string>) => {
    const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers });
    const { hostname, port } = new URL(app.address);
    const { request } = await import('node:http');
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
  )('%s for "%s" is %s', async (_, accepted, encoding, path) => {
    const plain = await asked(await path(), {});
    const { status, headers, body } = await asked(await path(), { 'accept-encoding': accepted });
    expect([status, headers['content-encoding'], String(headers.vary).toLowerCase()]).toEqual([
      200,
      encoding,
      'accept-encoding',
    ]);
    expect(decoded(encoding, body)).toBe(plain.body.toString());
  });

  it('is refused with 406 when it accepts nothing', async () => {
    for (const path of Object.values(PATHS))
      expect((await asked(await path(), { 'accept-encoding': '*;q=0' })).status).toBe(406);
  });

  it.each([
    ['an answer of numbers', PATHS['an answer of numbers']],
    ['a file', PATHS['a file']],
  ])('has a tag of its own for each encoding: %s', async (_, path) => {
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

  it('gets targets as the bytes that their tag stands for', async () => {
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

describe('a part of the path that is a number', () => {
  it.each(['abc', '1.5', '1e3', '9'.repeat(30), '%20', '0x1'])('%s is refused by name', async (revision) => {
    const { status, body } = await admin.post<Problem>(
      `/api/views/${view.id}/targets/history/${revision}/restore`,
    );
    expect([status, body.errors.map(({ field }) => field)]).toEqual([400, ['revision']]);
    expect(body.detail).toBe(body.errors[0]?.message);
  });
});
