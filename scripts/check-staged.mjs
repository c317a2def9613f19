/**
 * What `.githooks/pre-commit` runs: format and lint of the files that are about to be committed, as they are in the
 * folder. It changes nothing; `npm run format` does.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bin, node, ROOT } from './lib/run.mjs';
import { stagedChecks } from './lib/staged-checks.mjs';
import { buildStale } from './lib/steps.mjs';

const LISTED = ['diff', '--cached', '--name-only', '--diff-filter=d', '-z'];
const files = execFileSync('git', LISTED, { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);

if (!existsSync(join(ROOT, 'node_modules'))) {
  console.error('The tools are not installed: run npm ci, or commit with --no-verify.');
  process.exit(1);
}
const checks = stagedChecks(files);
// Typed rules read the built declarations of the libraries.
if (checks.some(([tool]) => tool === 'eslint')) await buildStale({ only: ['libs'] });
const failed = [];
for (const [tool, args] of checks) if ((await node(bin(tool), args)) !== 0) failed.push(tool);
if (failed.length > 0) console.error(`\nNot committed: ${failed.join(' and ')} found something.`);
process.exit(failed.length === 0 ? 0 : 1);
