import { type Client, type RunningApp, startApp } from '../support/app.js';
import { viewNamed, viewsOf } from '../support/views.js';

interface Parameter {
  name: string;
  in: string;
  example?: string | number;
  schema: { enum?: string[] };
}
interface Operation {
  tags: string[];
  parameters?: Parameter[];
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

describe('a parameter that a route does not know', () => {
  let app: RunningApp;
  let admin: Client;
  let viewId: string;
  let document: Document;

  beforeAll(async () => {
    // One person may ask every route.
    app = await startApp({ env: { ASHER_POV_EMAIL: 'admin@example.com' } });
    admin = await app.signIn('admin@example.com');
    viewId = viewNamed(await viewsOf(admin), 'Organic').id;
    document = (await admin.get<Document>('/api/openapi.json')).body;
  });
  afterAll(() => app.stop());

  const operations = (isAsked: (operation: Operation) => boolean): [string, string][] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => isAsked(operation))
        .map(([method, operation]): [string, string] => [method.toUpperCase(), filled(path, operation)]),
    );

  const filled = (path: string, { parameters = [] }: Operation): string =>
    path.replaceAll(/\{(\w+)\}/g, (_, name) => {
      if (name === 'viewId') return viewId;
      const parameter = parameters.find((known) => known.in === 'path' && known.name === name);
      return String(parameter?.schema.enum?.[0] ?? parameter?.example ?? 'x');
    });

  const isHealth = ({ tags }: Operation): boolean => tags.includes('health');
  /** Google adds what it likes. */
  const GOOGLES = '/api/auth/google/callback';

  it('is refused by its name, by every route', async () => {
    const asked = operations((operation) => !isHealth(operation)).filter(([, path]) => path !== GOOGLES);
    const answers = [];
    for (const [method, path] of asked) {
      const { status, text } = await admin.send(method, `${path}?nonsense=1`);
      answers.push([method, path, status, text.includes('"field":"nonsense"')]);
    }
    expect(asked.length).toBeGreaterThan(30);
    expect(answers).toEqual(asked.map((route) => [...route, 400, true]));
  });

  it('is told to nobody who may not ask', async () => {
    expect((await app.client().get('/api/views?nonsense=1')).status).toBe(401);
    expect((await admin.get('/api/views/there-is-none?nonsense=1')).status).toBe(404);
  });

  it('is passed over where probes, links and browsers add their own', async () => {
    for (const path of ['/api/health/live', '/api/health/ready', '/api/docs', '/api/openapi.json', '/'])
      expect([path, (await app.client().get(`${path}?nonsense=1`)).status]).toEqual([path, 200]);
    expect((await app.client().get(`${GOOGLES}?nonsense=1`)).headers.get('location')).toBe('/sign-in');
    const headers = { 'content-type': 'application/csp-report' };
    const reported = await app
      .client()
      .send('POST', '/api/csp-reports?nonsense=1', { body: '{"csp-report":{}}', headers });
    expect(reported.status).toBe(204);
  });
});
