import { readFileSync, rmSync, mkdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './lib/chromium.mjs';
import { bin, node, ROOT } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

const RESULTS = join(ROOT, '.build', 'results');
const jestResult = join(RESULTS, 'jest.json');
const consoleResult = join(RESULTS, 'console.json');
const journeysResult = join(RESULTS, 'journeys.json');

/** Two more than the cores of a small machine: the specs of leases and silent databases wait more than they work. */
const JEST_WORKERS = 4;

/** Every runner: how it is started and how its counts are read. Arguments of the command narrow none of them. */
const RUNNERS = [
  {
    name: 'domain, contracts, embedded database, API',
    run: () =>
      node(bin('jest'), ['--json', `--outputFile=${jestResult}`, `--maxWorkers=${JEST_WORKERS}`], {
        nodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      }),
    count: () => {
      const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = read(jestResult);
      return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
    },
  },
  {
    name: 'console components',
    run: () =>
      node(
        bin('@angular/cli', 'ng'),
        [
          'test',
          '--watch=false',
          '--reporters=default',
          '--reporters=json',
          `--output-file=${consoleResult}`,
        ],
        {
          env: { NG_CLI_ANALYTICS: 'false' },
        },
      ),
    count: () => {
      const { numPassedTests, numFailedTests } = read(consoleResult);
      return { passed: numPassedTests, failed: numFailedTests };
    },
  },
  {
    name: 'journeys in Chromium',
    run: async () =>
      node(bin('@playwright/test', 'playwright'), ['test', '--config', 'test/e2e/playwright.config.ts'], {
        env: { ...(await chromium()), PLAYWRIGHT_JSON_OUTPUT_FILE: journeysResult },
      }),
    count: () => {
      const { expected, unexpected, flaky } = read(journeysResult).stats;
      return { passed: expected, failed: unexpected + flaky };
    },
  },
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
await buildStale();

const totals = { passed: 0, failed: 0 };
for (const runner of RUNNERS) {
  const { passed, failed } = await outcomeOf(runner);
  console.log(`${runner.name}: ${passed} passed, ${failed} failed\n`);
  totals.passed += passed;
  totals.failed += failed;
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

/** A runner that broke down without counting a failure is a failure. */
async function outcomeOf(runner) {
  const started = Date.now();
  console.log(`Running ${runner.name} ...`);
  try {
    const code = await runner.run();
    const counts = runner.count();
    console.log(`${runner.name}: ${Math.round((Date.now() - started) / 1000)} s`);
    return { passed: counts.passed, failed: counts.failed + (code !== 0 && counts.failed === 0 ? 1 : 0) };
  } catch (error) {
    console.error(`${runner.name} broke down: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

function read(file) {
  if (!existsSync(file)) throw new Error('it left no result; its output is above.');
  return JSON.parse(readFileSync(file, 'utf8'));
}
