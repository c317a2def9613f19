import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../../scripts/lib/ports.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface Handed {
  target: string;
  changeOrigin: boolean;
  bypass: () => Promise<void>;
}
interface Serve {
  options: { buildTarget: string; proxyConfig: string; prebundle: { exclude: string[] } };
}

describe('npm run dev', () => {
  const { serve } = (
    JSON.parse(read('angular.json')) as { projects: { console: { architect: { serve: Serve } } } }
  ).projects.console.architect;
  let port: number;
  let paths: [pattern: string, handed: Handed][];

  beforeAll(async () => {
    port = await freePort(0);
    process.env.API_ADDRESS = `http://127.0.0.1:${port}`;
    const file = pathToFileURL(join(ROOT, serve.options.proxyConfig)).href;
    paths = Object.entries(((await import(file)) as { default: Record<string, Handed> }).default);
  });
  afterAll(() => delete process.env.API_ADDRESS);

  const isHanded = (path: string) => paths.some(([pattern]) => new RegExp(pattern).test(path));

  it('hands every route of the API on, and no page of the console', () => {
    const routes = [...read('docs/routes.md').matchAll(/^\| [A-Z]+ \| `([^`]+)` \|/gm)].map(
      ([, path]) => path ?? '',
    );
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((path) => !isHanded(path))).toEqual([]);
    expect(['/api', '/api?x=1', '/api/docs'].filter(isHanded)).toHaveLength(3);
    expect(['/', '/v/view-1/dashboard', '/apiary', '/@vite/client'].filter(isHanded)).toEqual([]);
  });

  it('hands on to the address that it gave to the API, under the name that the browser used', () => {
    for (const [, { target, changeOrigin }] of paths) {
      expect({ target, changeOrigin }).toEqual({ target: `http://127.0.0.1:${port}`, changeOrigin: false });
    }
  });

  it('lets a request wait while the API is not there', async () => {
    const waiting = Promise.all(paths.map(([, { bypass }]) => bypass()));
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await waiting).toEqual([undefined]);
    server.close();
  });

  it('has no library of the workspace prebundled: its changes would never reach the page', () => {
    const { dependencies } = JSON.parse(read('apps/console/package.json')) as {
      dependencies: Record<string, string>;
    };
    const libraries = Object.keys(dependencies).filter((name) => name.startsWith('@app/'));
    expect(serve.options.prebundle.exclude.toSorted()).toEqual(libraries.toSorted());
  });

  it('takes no port that is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port: taken } = server.address() as { port: number };
    await expect(freePort(taken)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    server.close();
  });
});
