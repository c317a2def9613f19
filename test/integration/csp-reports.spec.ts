import type { Problem } from '@app/contracts';
import { type RunningApp, startApp } from '../support/app.js';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

describe('what browsers refuse to a page', () => {
  const report = (body: string, type = 'application/csp-report') =>
    app.client().send<Problem>('POST', '/api/csp-reports', { body, headers: { 'content-type': type } });
  const csp = (blocked: string) =>
    JSON.stringify({
      'csp-report': {
        'document-uri': `${app.address}/v/x/dashboard?owner=Secret`,
        'effective-directive': 'script-src-elem',
        'blocked-uri': blocked,
      },
    });
  const told = (what: string) => app.output().split(what).length - 1;

  it('is told to the browser by every page and file, with where to report it', async () => {
    for (const path of ['/', '/api/docs', '/favicon.svg']) {
      const { headers } = await app.client().get(path);
      expect(headers.get('content-security-policy')).toContain('report-to csp; report-uri /api/csp-reports');
      expect(headers.get('reporting-endpoints')).toBe('csp="/api/csp-reports"');
      expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*clipboard-write=\(self\)$/);
      const isDocs = path === '/api/docs';
      expect(headers.get('content-security-policy')?.includes("require-trusted-types-for 'script'")).toBe(
        !isDocs,
      );
    }
  });

  it.each([
    '/api',
    '/api/auth/config',
    '/%61pi/auth/me',
    '/api/%61uth/me',
    '/api/openapi.json',
    '/api/nothing-here',
    '/api/views',
  ])('is all of it for data such as %s', async (path) => {
    const { headers } = await app.client().get(path);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is logged once a kind, without names, whoever sends it in whichever form', async () => {
    const modern = JSON.stringify([
      {
        type: 'csp-violation',
        body: { effectiveDirective: 'img-src', blockedURL: 'https://b.example.org/' },
      },
    ]);
    for (let again = 0; again < 3; again += 1) {
      expect((await report(csp('https://a.example.org/x.js?secret=1'))).status).toBe(204);
      expect((await report(modern, 'application/reports+json')).status).toBe(204);
    }
    // A log that is written later than the answer.
    while (told('b.example.org') === 0) await app.client().get('/api/health/live');
    expect([told('a.example.org/x.js'), told('b.example.org')]).toEqual([1, 1]);
    expect(app.output()).not.toMatch(/Secret|secret=1/);
  });

  it.each([
    ['no JSON', 'nonsense', 'application/csp-report', 400],
    ['another type', '{}', 'application/json', 415],
    ['too much', JSON.stringify({ a: 'x'.repeat(20_000) }), 'application/csp-report', 413],
    ['nothing', '', 'application/csp-report', 400],
    ['too deep', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, 'application/reports+json', 400],
  ])('is refused: %s', async (_, body, type, status) => {
    expect((await report(body, type)).status).toBe(status);
  });

  it('is refused without a body and its type', async () => {
    const { status, body } = await app.client().send<Problem>('POST', '/api/csp-reports');
    expect([status, body.detail]).toEqual([400, 'The request has no body: send the report.']);
  });

  it('is not listened to without end', async () => {
    const statuses = [];
    for (let count = 0; count < 61; count += 1) statuses.push((await report(csp('inline'))).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
