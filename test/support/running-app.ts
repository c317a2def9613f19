import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './client.js';
import { startDatabase, type TestDatabase } from './database.js';
import { addPeople } from './people.js';

export { Client, type Answer } from './client.js';
export { startDatabase, type TestDatabase } from './database.js';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'apps', 'api', 'dist', 'main.js');
const READY_WITHIN_MS = 120_000;
const POLL_MS = 50;

const running = new Set<ChildProcess>();

/** Ends every product that is still running: a spec that fails halfway leaves none behind. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** How the product is started. */
export interface StartOptions {
  /** Added to the environment; `SEED` is `none` unless given. */
  env?: Record<string, string>;
  /** Database to serve; without one the product's own embedded database, or a new one on the server of MONGO_URL. */
  database?: TestDatabase;
  /** Folder of the embedded database, to start on it again; without one a new one, removed in the end. */
  dataDir?: string;
  /** False: resolves as soon as it listens, whatever /health/ready says. */
  untilReady?: boolean;
  /** False: nobody is added to a database that is not the product's own. */
  people?: boolean;
}

/** The running product, as a process of its own. */
export interface RunningApp {
  address: string;
  dataDir: string;
  process: ChildProcess;
  /** Standard output and error so far. */
  output(): string;
  /** A new browser: nobody is signed in. */
  client(): Client;
  /** A new browser in which a person is signed in. */
  signIn(email: string): Promise<Client>;
  /** Ends it as a power cut would; what it stored stays. */
  kill(): Promise<void>;
  /** Asks it to stop, waits, and removes what was made for it; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built product and resolves when it is ready. People of the first start can sign in on any database. */
export async function startApp(options: StartOptions = {}): Promise<RunningApp> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'sales-data-')));
  const database = options.database ?? (wantsServer(options) ? await startDatabase() : null);
  const child = launch(dataDir, database, options.env ?? {});
  const output = collect(child);
  const address = await listening(child, output);
  const stopped = async () => {
    if (!options.database) await database?.stop();
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
  };
  if (options.untilReady !== false) await ready(child, address, output);
  if (database && options.people !== false) await addPeople(database.db);
  return handle(child, { address, dataDir, output, stopped });
}

/** A spec that says itself where the database is gets no other. */
const wantsServer = ({ env }: StartOptions): boolean =>
  Boolean(process.env.MONGO_URL) && env?.MONGO_URL === undefined;

/** Runs the product until it ends by itself, such as when it refuses its environment. */
export async function runToEnd(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sales-data-'));
  const child = launch(dataDir, null, env);
  const output = collect(child);
  await once(child, 'close');
  await rm(dataDir, { recursive: true, force: true });
  return { code: child.exitCode, output: output() };
}

function launch(dataDir: string, database: TestDatabase | null, env: Record<string, string>): ChildProcess {
  const served = database
    ? { MONGO_URL: database.uri, DB_NAME: database.name, AUTH_LOCAL: '1' }
    : { MONGO_URL: '' };
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      PORT: '0',
      DATA_DIR: dataDir,
      SEED: 'none',
      SIGN_IN_LIMIT: '1000',
      UPLOAD_RATE_LIMIT: '100000',
      ...served,
      ...env,
    },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  return () => text;
}

async function listening(child: ChildProcess, output: () => string): Promise<string> {
  return until(child, output, 'to listen', () =>
    Promise.resolve(/Listening on (http[^"\s]+)/.exec(output())?.[1]),
  );
}

async function ready(child: ChildProcess, address: string, output: () => string): Promise<void> {
  await until(child, output, 'to be ready', async () => {
    const answer = await fetch(`${address}/api/health/ready`).catch(() => null);
    return answer?.status === 200 ? true : undefined;
  });
}

async function until<Value>(
  child: ChildProcess,
  output: () => string,
  what: string,
  look: () => Promise<Value | undefined>,
): Promise<Value> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  child.kill('SIGKILL');
  throw new Error(
    `The product was expected ${what} and did not (exit ${child.exitCode}). It said:\n${output()}`,
  );
}

type Parts = Pick<RunningApp, 'address' | 'dataDir' | 'output'> & { stopped: () => Promise<void> };

function handle(child: ChildProcess, { address, dataDir, output, stopped }: Parts): RunningApp {
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const isRunning = child.exitCode === null && child.signalCode === null;
    const closed = isRunning ? once(child, 'close') : null;
    child.kill(signal);
    await closed;
    return child.exitCode;
  };
  return {
    address,
    dataDir,
    process: child,
    output,
    client: () => new Client(address),
    signIn: (email) => new Client(address).signIn(email),
    async kill() {
      await end('SIGKILL');
    },
    async stop() {
      const code = await end('SIGTERM');
      await stopped();
      return code;
    },
  };
}
