import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiDocument, readsOf } from '../support/api-document.js';
import { type Client, type RunningApp, startApp } from '../support/app.js';

const ROOT = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

/** Rows of the table under a heading, in cells. */
function rowsOf(heading: string): string[][] {
  const section = text.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Files that a cell names, each with the titles of tests in it. */
function namedIn(cell: string): { file: string; titles: string[] }[] {
  return cell.split('; ').map((part) => ({
    file: /^`([^`]+)`/.exec(part)?.[1] ?? part,
    titles: [...part.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title),
  }));
}

/** Titles of tests in the source of a spec, as they are written there. */
const titlesIn = (source: string): string[] =>
  [...source.matchAll(/(['"`])((?:(?!\1|\\|\n).)+)\1\s*,\s*(?:async\s*)?\(/g)].map(
    ([, , title = '']) => title,
  );

const met = rowsOf('What is met');
const unmet = rowsOf('What is not met');

describe('docs/security.md', () => {
  it('is one page', () => expect(text.split('\n').length).toBeLessThanOrEqual(150));

  it.each(met.map(([points = '', , shown = '']) => [points, shown]))(
    'shows %s by what is there',
    (_, shown) => {
      for (const { file, titles } of namedIn(shown)) {
        expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
        const there = titlesIn(readFileSync(join(ROOT, file), 'utf8'));
        for (const title of titles) expect(there).toContain(title);
      }
    },
  );

  it('says of each point once whether it is met', () => {
    const points = [...met, ...unmet].flatMap(([cell = '']) => cell.split(', '));
    expect(points.filter((point) => !/^V\d{1,2}\.\d{1,2}\.\d{1,2}$/.test(point))).toEqual([]);
    expect(points.filter((point, at) => points.indexOf(point) !== at)).toEqual([]);
    expect([met.length > 40, unmet.length > 10]).toEqual([true, true]);
  });
});

it('every journey is one that a broken policy fails', () => {
  const folder = join(ROOT, 'test/e2e');
  const journeys = readdirSync(folder).filter((file) => file.endsWith('.journey.ts'));
  const others = journeys.filter((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    const isOurs = /import \{[^}]*\btest\b[^}]*\} from '\.\/support\/journey\.js'/.test(source);
    return !isOurs || /import \{[^}]*\} from '@playwright\/test'/.test(source);
  });
  expect(journeys.length).toBeGreaterThan(20);
  expect(others).toEqual([]);
});

describe('what holds for every answer', () => {
  let app: RunningApp;
  let admin: Client;
  let paths: string[];

  beforeAll(async () => {
    app = await startApp();
    admin = await app.signIn('admin@example.com');
    const { body } = await admin.get<ApiDocument>('/api/openapi.json');
    paths = readsOf(body).map(([path]) => path.replace(/\{[^}]+\}/g, 'nothing'));
  });
  afterAll(() => app.stop());

  it('no answer allows another origin', async () => {
    for (const path of [...paths, '/', '/api/docs'])
      for (const client of [admin, app.client()]) {
        const { headers } = await client.get(path, { origin: 'https://evil.example' });
        expect([path, [...headers.keys()].filter((name) => name.startsWith('access-control-'))]).toEqual([
          path,
          [],
        ]);
      }
  });

  it('no answer of the API may be kept by a cache that others share', async () => {
    const views = await admin.get<{ items: { id: string }[] }>('/api/views');
    const view = `/api/views/${views.body.items[0]?.id}`;
    for (const path of [
      ...paths,
      view,
      `${view}/records`,
      `${view}/screens/dashboard`,
      `${view}/analytics`,
    ]) {
      const { headers } = await admin.get(path);
      expect([path, headers.get('cache-control')]).toEqual([
        path,
        expect.stringMatching(/^(no-store|private, no-cache)$/),
      ]);
    }
  });

  it('errors say nothing of the code', async () => {
    const json = { 'content-type': 'application/json' };
    const wrong = [
      ...paths.map((path) => () => app.client().get(path)),
      ...paths.map((path) => () => admin.get(path)),
      ...paths.map((path) => () => admin.get(`${path}?no_such_parameter=1`)),
      () => admin.get('/api/%ff'),
      () => admin.send('POST', '/api/users', { body: '{"email":', headers: json }),
      () => admin.send('POST', '/api/users', { body: '{"__proto__":{"role":"super_admin"}}', headers: json }),
      () => admin.send('POST', '/api/users', { body: 'x', headers: { 'content-type': 'text/plain' } }),
      () => admin.send('POST', '/api/users', { body: `"${'a'.repeat(100_000)}"`, headers: json }),
      () => admin.send('PATCH', '/api/views', { body: '{}', headers: json }),
    ];
    const statuses = new Set<number>();
    for (const ask of wrong) {
      const answer = await ask();
      if (answer.status < 400) continue;
      statuses.add(answer.status);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.text).not.toMatch(/\bat \S+ \(|node_modules|\.[mc]?[jt]s\b:\d|\/apps\/|file:\/\//);
    }
    expect([...statuses].sort()).toEqual(expect.arrayContaining([400, 401, 404, 405, 413, 415]));
    expect(Math.max(...statuses)).toBeLessThan(500);
  });
});
