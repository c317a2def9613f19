import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { LAYERS, layerRules } from '../../scripts/lib/layers.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

/** A small area with declared layers that keeps to them. */
const STATED = { src: [['base'], ['left', 'right', 'left/inner'], ['.']] };
const SOUND = {
  'src/main.ts': "import './left/index.js';",
  'src/base/one.ts': 'export const one = 1;',
  'src/left/index.ts': "export * from './inner/two.js';",
  'src/left/inner/two.ts': "export { one as two } from '../../base/one.js';",
  'src/right/three.ts': "export { one as three } from '../base/one.js';",
};

/** Writes the files and returns the imports that the rules refuse. */
async function refused(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const { output } = await cruise(['src'], {
      baseDir: folder,
      ruleSet: { forbidden: layerRules(STATED) },
      validate: true,
      tsPreCompilationDeps: true,
    });
    return (output as ICruiseResult).summary.violations.map(({ from, to }) => `${from} -> ${to}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('The layers of the import checker', () => {
  it('let a folder import from layers below it, and an index what it re-exports', async () => {
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
  ])('refuse an import %s', async (_name, file, text, arrow) => {
    expect(await refused({ ...SOUND, [file]: text })).toEqual([arrow]);
  });

  it('refuse a cycle of folders that is no cycle of files', async () => {
    const cycle = {
      'src/left/to-right.ts': "import '../right/three.js';",
      'src/right/to-left.ts': "import '../left/leaf.js';",
      'src/left/leaf.ts': 'export const leaf = 1;',
    };
    expect(await refused({ ...SOUND, ...cycle })).toEqual([
      'src/left/to-right.ts -> src/right/three.ts',
      'src/right/to-left.ts -> src/left/leaf.ts',
    ]);
  });

  it('refuse a folder without a layer, even if it imports nothing', async () => {
    const added = { 'src/main.ts': "import './new/leaf.js';", 'src/new/leaf.ts': 'export const leaf = 1;' };
    expect(await refused({ ...SOUND, ...added })).toContain('src/main.ts -> src/new/leaf.ts');
  });

  it('refuse a folder without a layer, even if nothing imports it either', async () => {
    const added = { 'src/new/leaf.ts': 'export const leaf = 1;' };
    expect(await refused({ ...SOUND, ...added })).toEqual(['src/new/leaf.ts -> src/new/leaf.ts']);
  });

  it('leave specs and their helpers out', async () => {
    const tests = {
      'src/base/one.spec.ts': "import '../right/three.js';",
      'src/testing/rows.ts': "import '../right/three.js';",
      'src/new/alone.spec.ts': 'export {};',
    };
    expect(await refused({ ...SOUND, ...tests })).toEqual([]);
  });

  it.each(Object.entries(LAYERS))('name only existing folders of %s, each once', (area, layers) => {
    const folders = readdirSync(join(ROOT, area), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(ROOT, area).length + 1));
    const stated = layers.flat();
    expect(stated.filter((folder) => folder !== '.' && !folders.includes(folder))).toEqual([]);
    expect(new Set(stated).size).toBe(stated.length);
  });
});
