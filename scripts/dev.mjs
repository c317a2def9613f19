import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { saysThatItFailed } from './lib/failed-runs.mjs';
import { freePort } from './lib/ports.mjs';
import { bin, ROOT, spawnNode } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';
import { whenToldToStop } from './lib/told-to-stop.mjs';

const STOPS_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 300;

const asked = Number(process.env.PORT || 3000);
const port = await freePort(asked).catch(() => {
  console.error(`Port ${asked} is in use: end what listens there, or set PORT to another one.`);
  process.exit(1);
});
const apiPort = await freePort(0);
await buildStale({ only: ['libs', 'schemas', 'api'] });

/** Watchers of the libraries, the API (restarted by Node when its output changes) and the console. */
const WATCHERS = [
  {
    args: [
      bin('typescript', 'tsc'),
      '-b',
      'libs/domain',
      'libs/contracts',
      'libs/embedded-mongo',
      '--watch',
      '--preserveWatchOutput',
    ],
  },
  { args: [bin('@nestjs/cli', 'nest'), 'build', '--watch', '--preserveWatchOutput'] },
  {
    args: ['--watch', '--watch-preserve-output', '--enable-source-maps', join(ROOT, 'apps/api/dist/main.js')],
    env: { PORT: String(apiPort), HOST: '127.0.0.1' },
  },
  {
    args: [bin('@angular/cli', 'ng'), 'serve', '--host', '127.0.0.1', '--port', String(port)],
    env: { NG_CLI_ANALYTICS: 'false', API_ADDRESS: `http://127.0.0.1:${apiPort}` },
  },
];

/** Lines with addresses that are not the one to open. */
const OTHER_ADDRESSES = /Listening on http|Ready: open|➜/;

let hasStarted = false;
let isStopping = false;

const children = WATCHERS.map(({ args, env }) => {
  const child = spawnNode(args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', (line) => {
    // What fails in mid-edit is mended by the next edit; what cannot even start, such as without a data folder, is not.
    if (!hasStarted && saysThatItFailed(line)) void stopAll(1);
    if (!isStopping && !OTHER_ADDRESSES.test(line)) console.log(line);
  });
  return child;
});

/** Ends when all of them have ended: until then their ports and the data folder are taken. */
async function stopAll(code) {
  if (isStopping) return;
  isStopping = true;
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null);
  const ends = running.map((child) => once(child, 'exit'));
  for (const child of running) child.kill('SIGTERM');
  setTimeout(() => running.forEach((child) => child.kill('SIGKILL')), STOPS_WITHIN_MS).unref();
  await Promise.all(ends);
  process.exit(code);
}

whenToldToStop(() => void stopAll(0));
for (const child of children) child.once('exit', (code) => void stopAll(code ?? 1));

const address = `http://127.0.0.1:${port}`;
while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
hasStarted = true;
console.log(`\nPipeline is at ${address}, rebuilt while you write. Ctrl+C ends it.\n`);

/** Page and API answer, the one through the other. */
async function isReady() {
  const answers = await Promise.all(
    ['/', '/api/health/ready'].map((path) => fetch(address + path).catch(() => null)),
  );
  return answers.every((answer) => answer?.ok);
}
