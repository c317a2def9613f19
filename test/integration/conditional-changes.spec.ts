import type { Problem, View } from '@app/contracts';
import { type Client, type RunningApp, startApp } from '../support/app.js';
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

describe('If-Match', () => {
  const put = (tag: string, path = `/api/views/${view.id}/targets`) =>
    admin.put<Problem>(path, path.includes('targets') ? { targets: {} } : { value: null }, {
      'if-match': tag,
    });

  it.each(['"unknown"', '"999"', 'W/"0"', '"abc", W/"7"', `"${'x'.repeat(500)}"`])(
    '%s is 412: it was never given out',
    async (tag) => {
      expect((await put(tag)).status).toBe(412);
      expect((await put(tag, '/api/settings/revenue_span')).status).toBe(412);
    },
  );

  it.each(['abc', '"abc', "'0'", '"0" "1"', '0, "1'])('%s is 400: it is no tag', async (tag) => {
    for (const path of [`/api/views/${view.id}/targets`, '/api/settings/revenue_span']) {
      const { status, body } = await put(tag, path);
      expect([status, body.errors[0]?.field]).toEqual([400, 'If-Match']);
    }
  });

  it.each(['*', '"0"', '"0", "unknown"', '"unknown" , "0"', 'W/"9", "0"'])(
    '%s lets the change through',
    async (tag) => {
      expect((await put(tag)).status).toBe(200);
      expect((await put(tag, '/api/settings/revenue_span')).status).toBe(200);
    },
  );

  it.each([
    ['PATCH', () => `/api/views/${view.id}`, { dedupe: 'none' }],
    ['POST', () => '/api/settings/weights/effect', { value: {} }],
    ['DELETE', () => '/api/auth/sessions/none', undefined],
  ])('%s of what has no revision takes none', async (method, path, json) => {
    const sent = (tag: string) =>
      admin.send<Problem>(method, path(), {
        body: json && JSON.stringify(json),
        headers: { 'if-match': tag, ...(json && { 'content-type': 'application/json' }) },
      });
    const [named, any, malformed] = [await sent('"0"'), await sent('*'), await sent('nonsense')];
    expect([named.status, named.body.errors[0]?.field]).toEqual([412, 'If-Match']);
    expect(any.status).not.toBe(412);
    expect([malformed.status, malformed.body.errors[0]?.field]).toEqual([400, 'If-Match']);
  });
});

describe('If-None-Match of a change', () => {
  it.each([
    ['PUT', () => `/api/views/${view.id}/targets`, { targets: {} }],
    ['POST', () => `/api/views/${view.id}/targets/history/0/restore`, undefined],
    ['PUT', () => '/api/settings/revenue_span', { value: null }],
  ])('%s is refused on a revision that it names', async (method, path, json) => {
    const statuses = [];
    for (const tag of ['*', '"0"', '"7", W/"0"', '"7"', '"7", "x"']) {
      const headers = { 'if-none-match': tag, ...(json && { 'content-type': 'application/json' }) };
      const body = json && JSON.stringify(json);
      statuses.push((await admin.send(method, path(), { body, headers })).status);
    }
    expect(statuses).toEqual([412, 412, 412, 200, 200]);
  });

  it('is refused of what there is, where there are no revisions', async () => {
    const headers = { 'if-none-match': '*', 'content-type': 'application/json' };
    const body = '{"dedupe":"none"}';
    expect((await admin.send('PATCH', `/api/views/${view.id}`, { body, headers })).status).toBe(412);
  });
});
