import { chromium } from './lib/chromium.mjs';
import { bin, node } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

/* The seeded samples of `npm test`, at their full count: hours of trust, not minutes of feedback. */
const FULL = [
  {
    what: '300 kills of the product during imports, and 60 while it goes back',
    project: 'integration',
    spec: 'kill.spec',
    env: { KILLS: '300' },
  },
  {
    what: '120 kills of a process at every command of a publish',
    project: 'integration',
    spec: 'publish-kills',
    env: { PUBLISH_KILLS: '120' },
  },
  {
    what: '144 kills of a process at every command of renaming, deleting and restoring a view',
    project: 'integration',
    spec: 'view-move-kills',
    env: { VIEW_KILLS: '144' },
  },
  {
    what: '500 publishes while 50 people read 100,000 times; another process serves each within 5 s',
    project: 'integration',
    spec: 'publishes-and-readers',
    env: { PUBLISHES: '500', READS: '100000', SERVED_WITHIN_MS: '5000' },
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
    what: '1,000 interleavings of two browsers that save one board through two processes',
    project: 'integration',
    spec: 'board-interleavings',
    env: { BOARD_INTERLEAVINGS: '1000', BOARD_SEED: String(Date.now() % 1_000_000) },
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
  {
    what: 'random people, views and requests, of which none is told of a view that it does not open',
    project: 'integration',
    spec: 'view-isolation',
    env: { FUZZ: '200', FUZZ_SEED: String(Date.now() % 1_000_000) },
  },
  {
    what: '1,000 random requests of each operation for each kind of caller: answered as the document says',
    project: 'integration',
    spec: 'random-requests',
    env: { REQUESTS: '1000', REQUESTS_SEED: String(Date.now() % 1_000_000) },
  },
  {
    what: '200 combinations of page, view, period and filters: what opens has the count and the sum of its link',
    project: 'journeys',
    spec: 'links.journey',
    env: { LINK_COMBINATIONS: '200', LINK_SEED: String(Date.now() % 1_000_000) },
  },
  {
    what: 'every page and panel in both themes and three widths, with the rules of WCAG 2.2 AA',
    project: 'journeys',
    spec: 'look.journey',
    env: { LOOKS: 'all' },
  },
];

const wanted = process.argv[2] ?? '';
const chosen = FULL.filter(({ spec }) => spec.includes(wanted));
if (chosen.length === 0) {
  console.error(`There is no soak "${wanted}". There are: ${FULL.map(({ spec }) => spec).join(', ')}.`);
  process.exit(1);
}

await buildStale();
let failed = 0;
for (const { what, project, spec, env } of chosen) {
  console.log(`\n${what} (${JSON.stringify(env)})`);
  const code = await (project === 'journeys' ? journeys(spec, env) : specs(project, spec, env));
  if (code !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);

function specs(project, spec, env) {
  return node(bin('jest'), ['--selectProjects', project, '--testPathPatterns', spec], {
    env,
    nodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  });
}

async function journeys(spec, env) {
  const args = ['test', '--config', 'test/e2e/playwright.config.ts', spec];
  return node(bin('@playwright/test', 'playwright'), args, { env: { ...(await chromium()), ...env } });
}
