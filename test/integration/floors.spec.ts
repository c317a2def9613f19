import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { FLOORS, floorRules } from '../../scripts/lib/floors.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

/** A small area whose floors are stated, as it should be. */
const STATED = { src: [['base'], ['left', 'right', 'left/inner'], ['.']] };
const SOUND = {
  'src/main.ts': "import './left/index.js';",
  'src/base/one.ts': 'export const one = 1;',
  'src/left/index.ts': "export * from './inner/two.js';",
  'src/left/inner/two.ts': "export { one as two } from '../../base/one.js';",
  'src/right/three.ts': "export { one as three } from '../base/one.js';",
};

/** Writes the files and answers the arrows that the rules refuse. */
async function refused(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'floors-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const { output } = await cruise(['src'], {
      baseDir: folder,
      ruleSet: { forbidden: floorRules(STATED) },
      validate: true,
      tsPreCompilationDeps: true,
    });
    return (output as ICruiseResult).summary.violations.map(({ from, to }) => `${from} -> ${to}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('The floors of the import checker', () => {
  it('let a folder know those below it, and an index what it hands on', async () => {
    expect(await refused(SOUND)).toEqual([]);
  });

  it.each([
    ['upward', 'src/base/up.ts', "import '../right/three.js';", 'src/base/up.ts -> src/right/three.ts'],
    ['across', 'src/left/side.ts', "import '../right/three.js';", 'src/left/side.ts -> src/right/three.ts'],
    ['inward', 'src/left/in.ts', "import './inner/two.js';", 'src/left/in.ts -> src/left/inner/two.ts'],
    ['out', 'src/base/out.ts', "import '../main.js';", 'src/base/out.ts -> src/main.ts'],
    [
      'of types',
      'src/base/type.ts',
      "import type {} from '../right/three.js';",
      'src/base/type.ts -> src/right/three.ts',
    ],
    ['from a new folder', 'src/new/a.ts', "import '../base/one.js';", 'src/new/a.ts -> src/base/one.ts'],
  ])('refuse an arrow %s', async (_name, file, text, arrow) => {
    expect(await refused({ ...SOUND, [file]: text })).toEqual([arrow]);
  });

  it('refuse a circle of folders that is no circle of files', async () => {
    const circle = {
      'src/left/to-right.ts': "import '../right/three.js';",
      'src/right/to-left.ts': "import '../left/leaf.js';",
      'src/left/leaf.ts': 'export const leaf = 1;',
    };
    expect(await refused({ ...SOUND, ...circle })).toEqual([
      'src/left/to-right.ts -> src/right/three.ts',
      'src/right/to-left.ts -> src/left/leaf.ts',
    ]);
  });

  it('refuse a folder without a floor, though it imports nothing', async () => {
    const added = { 'src/main.ts': "import './new/leaf.js';", 'src/new/leaf.ts': 'export const leaf = 1;' };
    expect(await refused({ ...SOUND, ...added })).toContain('src/main.ts -> src/new/leaf.ts');
  });

  it('leave specs and their helpers out', async () => {
    const tests = {
      'src/base/one.spec.ts': "import '../right/three.js';",
      'src/testing/rows.ts': "import '../right/three.js';",
    };
    expect(await refused({ ...SOUND, ...tests })).toEqual([]);
  });

  it.each(Object.entries(FLOORS))('name only folders of %s that are there, each once', (area, floors) => {
    const folders = readdirSync(join(ROOT, area), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(ROOT, area).length + 1));
    const stated = floors.flat();
    expect(stated.filter((folder) => folder !== '.' && !folders.includes(folder))).toEqual([]);
    expect(new Set(stated).size).toBe(stated.length);
  });
});
