import { bin, node } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

/* The seeded samples of `npm test`, at their full count: hours of trust, not minutes of feedback. */
const FULL = [
  {
    what: '30 kills of the product during an import',
    project: 'integration',
    spec: 'kill.spec',
    env: { KILLS: '30' },
  },
  {
    what: '200 imports of two processes that stand still, die, and lose and delay what they send',
    project: 'integration',
    spec: 'two-processes.spec',
    env: { DISTURBED_RUNS: '200', DISTURBED_SEED: String(Date.now() % 1_000_000) },
  },
  {
    what: '200 ticks of the schedule for two processes that die',
    project: 'integration',
    spec: 'schedule.spec',
    env: { SCHEDULE_TICKS: '200', SCHEDULE_SEED: String(Date.now() % 1_000_000) },
  },
  {
    what: '300 kills of the embedded database during writes',
    project: 'embedded-mongo',
    spec: 'durability.spec',
    env: { EMBEDDED_MONGO_KILLS: '300', EMBEDDED_MONGO_SEED: String(Date.now() % 1_000_000) },
  },
  {
    what: '1,000 generated datasets against the naive implementation',
    project: 'domain',
    spec: 'metrics/naive',
    env: { NAIVE_DATASETS: '1000' },
  },
  {
    what: '10,000 hostile sheets against a reader without a thought for speed',
    project: 'domain',
    spec: 'hostile-sheets',
    env: { HOSTILE_SHEETS: '10000', HOSTILE_SEED: String(Date.now() % 1_000_000) },
  },
  {
    what: '2,000 random bodies a route, 10,000 forms, 20,000 heads; no hostile body takes more than 50 ms',
    project: 'integration',
    spec: 'fuzz.spec',
    env: { FUZZ: '2000', FUZZ_SEED: String(Date.now() % 1_000_000), FUZZ_MAX_MS: '50' },
  },
];

await buildStale();
let failed = 0;
for (const { what, project, spec, env } of FULL) {
  console.log(`\n${what} (${JSON.stringify(env)})`);
  const code = await node(bin('jest'), ['--selectProjects', project, '--testPathPatterns', spec], {
    env,
    nodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  });
  if (code !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
