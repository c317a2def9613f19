import { join } from 'node:path';
import { bin, nodeOrExit, ROOT } from './run.mjs';
import { joinParts } from './console-parts.mjs';
import { fingerprint, isFresh, stamp } from './fingerprint.mjs';

const LIBS = ['libs/domain', 'libs/contracts', 'libs/embedded-mongo'];
const SHARED = ['package-lock.json', 'tsconfig.base.json'];

/** What is built, in order: name, sources that make it stale, files that prove it, and how. */
const STEPS = [
  {
    name: 'libs',
    sources: [...SHARED, ...LIBS],
    outputs: LIBS.map((lib) => `${lib}/dist/index.js`),
    build: () => nodeOrExit('Building the libraries', bin('typescript', 'tsc'), ['-b', ...LIBS]),
  },
  {
    name: 'schemas',
    sources: [...SHARED, 'libs/contracts/src', 'libs/domain/src', 'scripts/contract-schemas.mjs'],
    outputs: ['libs/contracts/dist/schemas.json'],
    build: () => nodeOrExit('Writing the contract schemas', join(ROOT, 'scripts/contract-schemas.mjs'), []),
  },
  {
    name: 'api',
    sources: [...SHARED, ...LIBS, 'apps/api', 'nest-cli.json'],
    outputs: ['apps/api/dist/main.js'],
    build: () => nodeOrExit('Building the API', bin('@nestjs/cli', 'nest'), ['build']),
  },
  {
    name: 'console',
    sources: [
      ...SHARED,
      'libs/domain',
      'libs/contracts',
      'apps/console',
      'angular.json',
      'scripts/lib/console-parts.mjs',
    ],
    outputs: ['apps/console/dist/browser/index.html', 'apps/console/dist/early.json'],
    build: async () => {
      await nodeOrExit('Building the console', bin('@angular/cli', 'ng'), ['build', '--stats-json'], {
        env: { NG_CLI_ANALYTICS: 'false' },
      });
      await joinParts(join(ROOT, 'apps/console/dist'));
    },
  },
];

/** Builds what is not built or was built from other sources. */
export async function buildStale({ only = STEPS.map(({ name }) => name), say = console.log } = {}) {
  for (const step of STEPS.filter(({ name }) => only.includes(name))) {
    if (isFresh(step)) continue;
    say(`Building ${step.name} ...`);
    const print = fingerprint(step.sources);
    await step.build();
    stamp(step, print);
  }
}
