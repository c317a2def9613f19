/** Writes docs/routes.md from what the handlers of the API declare: the test that compares the two is told to write. */
import { bin, node } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

await buildStale({ only: ['libs', 'schemas'] });
const code = await node(bin('jest'), ['--selectProjects', 'api', '--testPathPatterns', 'auth/every-route'], {
  nodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  env: { WRITE_ROUTES: '1' },
});
process.exit(code);
