import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { eventually } from '../support/eventually.js';

const ROOT = join(import.meta.dirname, '..', '..');

type Manifest = Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', object>>;
const manifest = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

describe('the tree of the runtime image', () => {
  let tree: string;
  let files: string[];

  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), 'sales-tree-'));
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'runtime-tree.mjs'), tree]);
    files = readdirSync(tree, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(tree.length + 1)
          .replaceAll('\\', '/'),
      );
  });
  afterAll(() => rm(tree, { recursive: true, force: true }));

  it('has no package that only builds and tests', () => {
    const running = ['apps/api', 'libs/domain', 'libs/contracts', 'libs/embedded-mongo'].flatMap((folder) =>
      Object.keys(manifest(join(ROOT, folder)).dependencies ?? {}),
    );
    const { devDependencies, optionalDependencies } = manifest(ROOT);
    const tools = Object.keys({ ...devDependencies, ...optionalDependencies });
    const packages = files.filter((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/.test(file));
    const needed = packages.flatMap((file) =>
      Object.keys(manifest(dirname(join(tree, file))).dependencies ?? {}),
    );
    const needless = tools.filter((name) => !running.includes(name) && !needed.includes(name));
    expect(needless.length).toBeGreaterThan(30);
    expect(needless.filter((name) => existsSync(join(tree, 'node_modules', name)))).toEqual([]);
    expect(files.filter((file) => file.startsWith('node_modules/@angular/'))).toEqual([]);
  });

  it('has what was built, and none of its sources and tests', () => {
    const own = files.filter((file) => !file.startsWith('node_modules/'));
    expect(own).toEqual(
      expect.arrayContaining(['apps/api/dist/main.js', 'apps/console/dist/browser/index.html']),
    );
    expect(own.filter((file) => /\.(?:m?ts|tsbuildinfo)$|\.spec\.|\/src\//.test(file))).toEqual([]);
    expect([...new Set(own.map((file) => file.split('/')[0]))].toSorted()).toEqual([
      'LICENSE',
      'apps',
      'libs',
      'package.json',
    ]);
  });

  it('has no second Node', () => {
    expect(files.filter((file) => /^node(?:\.exe)?$/.test(basename(file)))).toEqual([]);
  });

  it('runs by itself', async () => {
    const child = spawn(process.execPath, ['apps/api/dist/main.js'], {
      cwd: tree,
      env: { PATH: process.env.PATH, PORT: '0', SEED: 'none', DATA_DIR: join(tree, 'data'), MONGO_URL: '' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const ended = once(child, 'exit');
    try {
      await eventually(() => expect(output).toMatch(/Ready: open http/));
      const address = /Ready: open (http\S+)/.exec(output)?.[1] ?? '';
      expect((await fetch(address)).status).toBe(200);
    } finally {
      child.kill('SIGTERM');
    }
    expect((await ended)[0]).toBe(0);
  });
});
