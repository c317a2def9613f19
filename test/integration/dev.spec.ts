import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { saysThatItFailed } from '../../scripts/lib/failed-runs.mjs';
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

  it('hears that the API failed, though what watches it goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dev-'));
    const program = join(folder, 'fails.mjs');
    writeFileSync(program, 'console.log("Starting"); process.exit(1);');
    const watcher = spawn(process.execPath, ['--watch', '--watch-preserve-output', program]);
    const ends = once(watcher, 'exit');
    const before: string[] = [];
    for await (const line of createInterface({ input: watcher.stdout })) {
      if (saysThatItFailed(line)) break;
      before.push(line);
    }
    expect(before).toEqual(['Starting']);
    expect(watcher.exitCode).toBeNull();
    watcher.kill('SIGKILL');
    await ends;
    rmSync(folder, { recursive: true });
  });

  it('takes no port that is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port: taken } = server.address() as { port: number };
    await expect(freePort(taken)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    server.close();
  });
});
