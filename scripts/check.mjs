import { join } from 'node:path';
import { bin, node, ROOT } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

// Typed rules and type checks read the built declarations of the libraries.
await buildStale({ only: ['libs', 'schemas'] });

const tsc = (project) => [`types of ${project}`, bin('typescript', 'tsc'), ['-p', project, '--noEmit']];

/** Each check by name, command and arguments. None needs the network. */
const CHECKS = [
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
  ['lint', bin('eslint'), ['--max-warnings', '0', '.']],
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

const failed = [];
for (const [name, script, args] of CHECKS) {
  const code = await node(script, args);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
