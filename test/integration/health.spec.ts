import type { Health, Problem } from '@app/contracts';
import { type RunningApp, startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';

describe('health, problems, log and page', () => {
  let app: RunningApp;
  beforeAll(async () => (app = await startApp()));
  afterAll(() => app.stop());

  it('is live and ready, and says of what', async () => {
    const client = app.client();
    expect((await client.get('/api/health/live')).body).toEqual({ status: 'ok', checks: {} });
    const { status, body } = await client.get<Health>('/api/health/ready');
    expect([status, body.status]).toEqual([200, 'ok']);
    expect(Object.keys(body.checks)).toEqual(['database', 'startup', 'revisions']);
  });

  it.each(['/api/nothing', '/api/views/', '/api', '/api/auth'])(
    '%s is problem details, never a page',
    async (path) => {
      const { status, headers, body } = await app.client().get<Problem>(path);
      expect([401, 404]).toContain(status);
      expect(headers.get('content-type')).toMatch('application/problem+json');
      expect(body).toMatchObject({ type: 'about:blank', status, errors: [] });
      expect(body.request_id).toBe(headers.get('x-request-id'));
    },
  );

  it('answers a body that is no JSON with a 400 that says so', async () => {
    const headers = { 'content-type': 'application/json' };
    const { status, body } = await app
      .client()
      .send<Problem>('POST', '/api/auth/local', { body: '{', headers });
    expect(status).toBe(400);
    expect(body.detail).toMatch(/JSON/);
  });

  it('logs one line a request, with its id and without its query', async () => {
    const { headers } = await app.client().get('/api/health/live?token=swordfish');
    const lines = await eventually(() => {
      const told = app.output().split('\n').slice(0, -1);
      const mine = told.filter((line) => line.includes(headers.get('x-request-id') ?? '?'));
      expect(mine).toHaveLength(1);
      return mine;
    });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      method: 'GET',
      path: '/api/health/live',
      res: { status: 200 },
    });
    expect(app.output()).not.toContain('swordfish');
  });

  it('sends the page with a nonce of its own each time, and keeps it nowhere', async () => {
    const [first, second] = [await app.client().get('/'), await app.client().get('/some/address?x=1')];
    const nonces = [first, second].map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1],
    );
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(first.text).toContain(`nonce="${nonces[0]}"`);
    expect(first.text).not.toContain('CSP_NONCE');
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(first.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('sends hashed files compressed and for ever, and no file from outside', async () => {
    const page = await app.client().get('/');
    const script = /src="(main-[^"]+)"/.exec(page.text)?.[1] ?? '';
    const { status, headers } = await app.client().get(`/${script}`, { 'accept-encoding': 'br' });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toMatch('immutable');
    expect(headers.get('content-encoding')).toBe('br');
    expect((await app.client().get('/..%2f..%2f..%2f..%2fpackage.json')).status).toBe(404);
  });
});
