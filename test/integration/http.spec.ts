import type { Problem, View } from '@app/contracts';
import { type Client, type RunningApp, startApp } from '../support/app.js';
import { type RawAnswer, sendRaw } from '../support/raw-http.js';
import { viewNamed, viewsOf } from '../support/views.js';

let app: RunningApp;
let admin: Client;
let view: View;

beforeAll(async () => {
  app = await startApp();
  admin = await app.signIn('admin@example.com');
  view = viewNamed(await viewsOf(admin), 'Organic');
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
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cache-control')).toBe('no-store');
}

describe('the page of the console', () => {
  it('names what the address is made of and what it asks, to those who are signed in', async () => {
    const page = (client: Client) => client.send('GET', `/v/${view.id}/deals-pipeline?period=month:2026-02`);
    const filesOf = (text: string) =>
      [...text.matchAll(/"modulepreload" href="([^"]+)"/g)].map(([, file]) => file);
    // The page waits for none of it: on a busy machine one may come before the session is known.
    let known = await page(admin);
    while (known.headers.get('link') === null) known = await page(admin);
    const stranger = await page(app.client());
    const asked = [...(known.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel=preload; as=fetch/g)];
    expect(asked.map(([, url]) => url)).toEqual([
      '/api/auth/me',
      '/api/views',
      `/api/views/${view.id}/screens/deals-pipeline?from=2026-02-01&to=2026-02-28&against=previous`,
    ]);
    for (const [, url] of asked) expect((await admin.send('GET', String(url))).status).toBe(200);
    expect(stranger.headers.get('link')).toBeNull();
    const early = filesOf(known.text).filter((file) => !filesOf(stranger.text).includes(file));
    expect(early.length).toBeGreaterThan(1);
    for (const file of early) expect((await admin.send('GET', `/${String(file)}`)).status).toBe(200);
  });

  it('names nothing to a session that is over, nor where somebody else may sign in', async () => {
    const over = await app.signIn('admin@example.com');
    await over.send('POST', '/api/auth/logout');
    for (const [client, path] of [
      [over, '/'],
      [admin, '/sign-in'],
    ] as const) {
      const { status, headers, text } = await client.send('GET', path);
      expect([status, headers.get('link')]).toEqual([200, null]);
      expect(text).toContain('<app-root');
    }
  });
});

describe('a method that a path does not have', () => {
  it.each([
    ['DELETE', '/api/views', 'GET, HEAD, POST'],
    ['POST', '/api/views/there-is-none', 'DELETE, GET, HEAD, PATCH'],
    ['GET', '/api/auth/local', 'POST'],
    ['HEAD', '/api/auth/logout', 'POST'],
    ['GET', '/api/settings/weights', 'PUT'],
    ['PATCH', '/api/settings/weights', 'PUT'],
    ['OPTIONS', '/api/views', 'GET, HEAD, POST'],
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

  it.each(['/', '/api/views', '/api/docs'])(
    'is 405 for TRACE at %s, which sends nothing back',
    async (path) => {
      const answer = await raw(`TRACE ${path} HTTP/1.1`, host, 'Cookie: session=planted');
      expectProblem(answer, 405, /TRACE is not offered/);
      expect(answer.text).not.toContain('planted');
    },
  );
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
    ['a fragment', ['GET /api/auth/config#a=b?c=d HTTP/1.1', host], 400, /no "#" in a request/],
    ['a fragment of a page', ['GET /v/one#two HTTP/1.1', host], 400, /no "#" in a request/],
    ['no path', ['GET * HTTP/1.1', host], 404, /nothing here/],
    ['an address of another kind', ['GET ftp://127.0.0.1/ HTTP/1.1', host], 404, /nothing here/],
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

describe('a part of the path that is a number', () => {
  it.each(['abc', '1.5', '1e3', '9'.repeat(30), '%20', '0x1'])('%s is refused by name', async (revision) => {
    const { status, body } = await admin.post<Problem>(
      `/api/views/${view.id}/targets/history/${revision}/restore`,
    );
    expect([status, body.errors.map(({ field }) => field)]).toEqual([400, ['revision']]);
    expect(body.detail).toBe(body.errors[0]?.message);
  });
});
