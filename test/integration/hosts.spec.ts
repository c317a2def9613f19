import type { AuthConfig, Problem } from '@app/contracts';
import { type RunningApp, startApp } from '../support/app.js';
import { exchange, requestText } from '../support/raw.js';

const PUBLIC = 'sales.example.com';
const EVIL = 'evil.example.org';

describe('the hosts that are served', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ env: { PUBLIC_URL: `https://${PUBLIC}`, AUTH_DEMO: '1' } });
  });
  afterAll(() => app.stop());

  const get = (target: string, headers: readonly string[]) =>
    exchange(app.address, requestText(`GET ${target}`, headers));

  it.each([
    '/',
    '/index.html',
    '/dashboard',
    '/api/auth/config',
    '/api/docs',
    '/api/openapi.json',
    '/api/nothing',
    '/favicon.ico',
  ])('are loopback and that of PUBLIC_URL, for %s as for all', async (path) => {
    const { status, headers, body } = await get(path, [`Host: ${EVIL}`]);
    expect([status, headers['content-type']]).toEqual([421, 'application/problem+json; charset=utf-8']);
    expect(body).toMatchObject({
      status: 421,
      title: 'This address belongs to somebody else',
      errors: [{ field: 'Host' }],
    });
    expect(String(body.detail)).toMatch(/PUBLIC_URL/);
    for (const host of [PUBLIC, `${PUBLIC}:443`, 'localhost', '127.0.0.1:1', '[::1]:3000']) {
      expect((await get(path, [`Host: ${host}`])).status).not.toBe(421);
    }
  });

  it.each([
    '',
    `${PUBLIC}.`,
    `${PUBLIC}:3000`,
    `a.${PUBLIC}`,
    '127.0.0.1.nip.io',
    'localhost:3000.evil.example.org',
    '10.0.0.1',
  ])('are not "%s"', async (host) => {
    expect((await get('/api/auth/config', [`Host: ${host}`])).status).toBe(421);
  });

  it('are named once', async () => {
    const { status, body } = await get('/api/auth/config', ['Host: localhost', `Host: ${EVIL}`]);
    expect([status, body.detail]).toEqual([400, 'The request has more than one Host header.']);
  });

  it('are named by the whole address where a request gives it', async () => {
    expect((await get(`http://${EVIL}/api/auth/config`, ['Host: localhost'])).status).toBe(421);
    const { status, body } = await get('http://localhost/api/auth/config', [`Host: ${EVIL}`]);
    expect([status, body.demo]).toEqual([200, true]);
  });

  it('are not asked of probes', async () => {
    expect((await get('/api/health/live', ['Host: 10.1.2.3:3000'])).status).toBe(200);
    expect((await get('/api/health/ready', ['Host: 10.1.2.3:3000'])).status).toBe(200);
  });

  it('count for an answer that was given a moment ago too', async () => {
    const demo = app.client();
    await demo.get('/api/auth/config');
    await demo.post('/api/auth/demo');
    const { body } = await demo.get<{ items: { id: string }[] }>('/api/views');
    const path = `/api/views/${body.items[0]?.id ?? ''}/targets`;
    const cookie = `Cookie: __Host-session=${demo.cookie('__Host-session') ?? ''}`;
    const statuses = [];
    for (const host of ['localhost', EVIL, 'localhost', EVIL]) {
      statuses.push((await get(path, [`Host: ${host}`, cookie])).status);
    }
    expect(statuses).toEqual([200, 421, 200, 421]);
  });

  it.each([
    ['the address of PUBLIC_URL', `https://${PUBLIC}`, PUBLIC, 200],
    ['this machine', 'http://localhost:3000', 'localhost:3000', 200],
    ['another scheme', `http://${PUBLIC}`, PUBLIC, 403],
    ['another port', 'http://localhost:4000', 'localhost:3000', 403],
    ['nowhere', 'null', PUBLIC, 403],
    ['elsewhere', `https://${EVIL}`, PUBLIC, 403],
  ])('take writes from pages of %s', async (_, origin, host, expected) => {
    const client = app.client();
    await client.get('/api/auth/config');
    const token = client.cookie('XSRF-TOKEN') ?? '';
    const headers = [
      `Host: ${host}`,
      `Origin: ${origin}`,
      `Cookie: XSRF-TOKEN=${token}`,
      `X-XSRF-TOKEN: ${token}`,
    ];
    expect((await exchange(app.address, requestText('POST /api/auth/demo', headers))).status).toBe(expected);
  });

  it('offer no local sign-in, with a PUBLIC_URL that others open', async () => {
    const client = app.client();
    expect((await client.get<AuthConfig>('/api/auth/config')).body.local).toEqual([]);
    const refused = await client.post<Problem>('/api/auth/local', { email: 'admin@example.com' });
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      expect.stringMatching(/^Local sign-in is off: /),
    ]);
    expect(app.output()).not.toMatch(/Local sign-in is on|admin@example\.com +super admin/);
  });
});

describe('local sign-in', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('is told to whoever starts the product', () => {
    expect(app.output()).toMatch(/"level":40[^\n]+Local sign-in is on/);
  });

  it.each([
    'Forwarded: for=203.0.113.9',
    'X-Forwarded-For: 127.0.0.1',
    'X-Forwarded-Proto: https',
    'X-Forwarded-Host: localhost',
    'X-Real-IP: 127.0.0.1',
    'Via: 1.1 proxy',
    'CF-Connecting-IP: 203.0.113.9',
    'True-Client-IP: 203.0.113.9',
    'X-Client-IP: 203.0.113.9',
    'Fly-Client-IP: 203.0.113.9',
    'Referer: https://sales.example.com/sign-in',
  ])('is not for requests with %s: they learn no address either', async (header) => {
    const shown = await exchange(
      app.address,
      requestText('GET /api/auth/config', ['Host: localhost', header]),
    );
    expect(shown.body.local).toEqual([]);
    const client = app.client();
    expect((await client.get<AuthConfig>('/api/auth/config')).body.local).not.toEqual([]);
    const token = client.cookie('XSRF-TOKEN') ?? '';
    const headers = ['Host: localhost', header, `Cookie: XSRF-TOKEN=${token}`, `X-XSRF-TOKEN: ${token}`];
    const json = [...headers, 'Content-Type: application/json'];
    const body = JSON.stringify({ email: 'admin@example.com' });
    expect((await exchange(app.address, requestText('POST /api/auth/local', json, body))).status).toBe(403);
  });

  it('is not for HTTP/1.0, which a proxy speaks that rewrites Host and adds nothing', async () => {
    const asked = 'GET /api/auth/config HTTP/1.0\r\nHost: 127.0.0.1:3000\r\nConnection: close\r\n\r\n';
    expect((await exchange(app.address, asked)).body.local).toEqual([]);
  });
});
