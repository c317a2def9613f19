/**
 * Prints a sign-in link: `npm run invite -- ada@example.com`, with the environment of the product. In the container:
 * `node apps/api/dist/invite.js ada@example.com`.
 */
import { join } from 'node:path';
import { node, ROOT } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

await buildStale({ only: ['libs', 'schemas', 'api'], say: console.error });
process.exit(await node(join(ROOT, 'apps/api/dist/invite.js'), process.argv.slice(2)));
