import { join } from 'node:path';
import { bin, ROOT, spawnNode } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

await buildStale();

/** Watchers of the libraries, the API (restarted by Node when its output changes) and the console. */
const WATCHERS = [
  [
    bin('typescript', 'tsc'),
    '-b',
    'libs/domain',
    'libs/contracts',
    'libs/embedded-mongo',
    '--watch',
    '--preserveWatchOutput',
  ],
  [bin('@nestjs/cli', 'nest'), 'build', '--watch', '--preserveWatchOutput'],
  ['--watch', '--watch-preserve-output', '--enable-source-maps', join(ROOT, 'apps/api/dist/main.js')],
  [bin('@angular/cli', 'ng'), 'build', '--watch', '--configuration', 'development'],
];

const children = WATCHERS.map((args) => spawnNode(args, { env: { NG_CLI_ANALYTICS: 'false' } }));

function stopAll(code = 0) {
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopAll());
for (const child of children) child.once('exit', (code) => stopAll(code ?? 0));
