import { join } from 'node:path';
import { bin, nodeQuietly, ROOT } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

// Typed rules and type checks read the built declarations of the libraries.
await buildStale({ only: ['libs', 'schemas'] });

const tsc = (project) => [`types of ${project}`, bin('typescript', 'tsc'), ['-p', project, '--noEmit']];

/** Each check by name, command and arguments. None needs the network. */
const CHECKS = [
  // In two halves: with the types of all of it in one process, the heap of Node is full.
  ['lint of the console', bin('eslint'), ['--max-warnings', '0', 'apps/console']],
  ['lint', bin('eslint'), ['--max-warnings', '0', '--ignore-pattern', 'apps/console/', '.']],
  tsc('libs/domain/tsconfig.spec.json'),
  tsc('libs/contracts/tsconfig.spec.json'),
  tsc('libs/embedded-mongo/tsconfig.spec.json'),
  tsc('apps/api/tsconfig.spec.json'),
  [
    'types of the console',
    bin('@angular/compiler-cli', 'ngc'),
    ['-p', 'apps/console/tsconfig.app.json', '--noEmit'],
  ],
  tsc('apps/console/tsconfig.spec.json'),
  tsc('test/tsconfig.json'),
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  [
    'import rules',
    bin('dependency-cruiser', 'depcruise'),
    [
      'libs',
      'apps',
      '--include-only',
      '^(libs|apps|node_modules)',
      '--output-type',
      'err',
      '--config',
      '.dependency-cruiser.mjs',
    ],
  ],
  ['unused code', bin('knip'), ['--no-progress']],
  ['lock file', join(ROOT, 'scripts/check-lock.mjs'), []],
];

/** Two at a time, the longest first: each of them uses one core. */
const AT_ONCE = 2;

const failed = [];
const waiting = [...CHECKS];
await Promise.all(Array.from({ length: AT_ONCE }, checkOneAfterTheOther));
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);

async function checkOneAfterTheOther() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, script, args] = next;
    const { code, output } = await nodeQuietly(script, args);
    process.stdout.write(output);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    if (code !== 0) failed.push(name);
  }
}
