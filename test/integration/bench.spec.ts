import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

describe('npm run bench', () => {
  const names = readdirSync(join(ROOT, 'test', 'bench'))
    .filter((file) => file.endsWith('.bench.mjs'))
    .map((file) => file.replace('.bench.mjs', ''));

  it('refuses a name that no benchmark has, and says which there are', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/bench.mjs'), 'speed'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toBe(`There is no benchmark "speed". There are: ${names.join(', ')}.\n`);
  });

  it('has its names in CONTRIBUTING', () => {
    const line =
      /^\| `npm run bench.*$/m.exec(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'))?.[0] ?? '';
    expect(names.filter((name) => !line.includes(`\`${name}\``))).toEqual([]);
  });
});
