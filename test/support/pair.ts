import type { IngestionRun } from '@app/contracts';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, type RunningApp, startApp, startDatabase, type TestDatabase } from './app.js';
import { eventually } from './eventually.js';
import { sheetOf } from './sheets.js';
import { viewNamed, viewsOf } from './views.js';
import { WireProxy } from './wire-proxy.js';

const CLOCK = pathToFileURL(join(import.meta.dirname, 'skewed-clock.mjs')).href;
const CLIENTS = ['Acme', 'Brick', 'Cobalt', 'Delta', 'Ember'];
/** A publish of a preview that its process did not survive is a preview again. */
const ENDED = new Set(['published', 'unchanged', 'failed', 'cancelled', 'preview']);

/** One of the processes on a database, with a network of its own that can break. */
export interface Side {
  app: RunningApp;
  proxy: WireProxy;
  admin: Client;
}

/** Two processes on one database. */
export interface Pair {
  database: TestDatabase;
  first: Side;
  second: Side;
  /** Ids of views that show version 1, by name. */
  views: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

/** Starts both, with version 1 in the named views. */
export async function startPair(
  names: readonly string[] = ['Organic'],
  { secondAheadMs = 0 } = {},
): Promise<Pair> {
  const database = await startDatabase();
  const sides: Side[] = [];
  try {
    const first = await startSide(database);
    sides.push(first);
    const second = await startSide(database, secondAheadMs);
    sides.push(second);
    const known = await viewsOf(first.admin);
    const views = new Map(names.map((name) => [name, viewNamed(known, name).id]));
    const runs = await Promise.all([...views.values()].map((view) => upload(first, view, 1)));
    for (const run of runs) await outcome({ database }, run);
    // The other one notices a moment later.
    for (const view of views.values())
      for (const side of sides) await eventually(async () => expect(await versionSeen(side, view)).toBe(1));
    const pair: Pair = {
      database,
      first,
      second,
      views,
      // Sides that took the place of those of the start are ended too.
      stop: () => stopAll(database, [pair.first, pair.second]),
    };
    return pair;
  } catch (error) {
    await stopAll(database, sides);
    throw error;
  }
}

async function stopAll(database: TestDatabase, sides: readonly Side[]): Promise<void> {
  for (const side of sides) await stopSide(side);
  await database.stop();
}

/** Id of a view of the pair. */
export function viewOf({ views }: Pick<Pair, 'views'>, name = 'Organic'): string {
  const id = views.get(name);
  if (id === undefined) throw new Error(`${name} was not filled.`);
  return id;
}

/** Starts a process on a database, through a proxy. */
export async function startSide(database: TestDatabase, aheadMs = 0): Promise<Side> {
  const proxy = await WireProxy.before(database.uri);
  const env: Record<string, string> =
    aheadMs === 0 ? {} : { NODE_OPTIONS: `--import=${CLOCK}`, CLOCK_AHEAD_MS: String(aheadMs) };
  const app = await startApp({ database: { ...database, uri: proxy.uri }, env });
  return { app, proxy, admin: await app.signIn('admin@example.com') };
}

/** Ends a process and its network, whatever state they are in. */
export async function stopSide({ app, proxy }: Side): Promise<void> {
  proxy.restore();
  app.process.kill('SIGCONT');
  await app.kill();
  await app.stop();
  await proxy.stop();
}

/** The same deals in each version, with the version as their pipeline. */
export const versionSheet = (version: number): string =>
  sheetOf(CLIENTS.map((client) => ({ client, stage: 'Lost', pipe: version })));

/** Uploads a version, as soon as the process takes it. @returns its run */
export const upload = (side: Side, view: string, version: number): Promise<string> =>
  eventually(() => uploadOnce(side, view, version));

async function uploadOnce({ admin }: Side, view: string, version: number): Promise<string> {
  const path = `/api/views/${view}/ingestions`;
  const { status, text, body } = await admin.upload<IngestionRun>(
    path,
    `${version}.csv`,
    versionSheet(version),
  );
  if (status !== 202) throw new Error(`The upload answered ${status}: ${text}`);
  return body.id;
}

/** How a run ended, as the database has it: a process that cannot answer is not asked. */
export function outcome({ database }: Pick<Pair, 'database'>, id: string): Promise<string> {
  return eventually(async () => {
    const run = await database.db.collection('ingestion_runs').findOne({ id });
    const status = String(run?.status);
    if (!ENDED.has(status)) throw new Error(`Run ${id} is ${status}.`);
    return status;
  });
}

/** The version that readers of a process see, whole. */
export async function versionSeen(side: Side, view: string): Promise<number> {
  const { items } = await answered<{ items: { pipeline: number }[] }>(side, `/api/views/${view}/records`);
  const versions = new Set(items.map(({ pipeline }) => pipeline));
  if (versions.size !== 1 || items.length !== CLIENTS.length)
    throw new Error(`Readers see ${items.length} deals of versions ${[...versions].join(', ')}.`);
  return Math.max(...versions);
}

/** What a process says of a run. */
export async function saidOf(side: Side, view: string, run: string): Promise<string> {
  return (await answered<IngestionRun>(side, `/api/views/${view}/ingestions/${run}`)).status;
}

/** What a process says of a run, and which version its readers see; read in this order. */
export async function shownBy(
  side: Side,
  view: string,
  run: string,
): Promise<{ says: string; version: number }> {
  return { says: await saidOf(side, view, run), version: await versionSeen(side, view) };
}

/** Asks again while the process says that its database is away. */
const answered = <Body>({ admin }: Side, path: string): Promise<Body> =>
  eventually(async () => {
    const { status, text, body } = await admin.get<Body>(path);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
    return body;
  });

/**
 * What both processes say of a run is what the readers of both see, the next version or the old one, and nothing of it
 * is left behind.
 *
 * @returns how the run ended
 */
export async function expectTruth(
  pair: Pick<Pair, 'database' | 'first' | 'second'>,
  view: string,
  run: string,
  versions: { old: number; next: number },
  sides: readonly Side[] = [pair.first, pair.second],
): Promise<string> {
  const says = await outcome(pair, run);
  const version = says === 'published' ? versions.next : versions.old;
  for (const side of sides) expect(await shownBy(side, view, run)).toEqual({ says, version });
  await eventually(async () => expect(await leftovers(pair)).toEqual([]));
  return says;
}

/** Staging collections and intents that are there now. */
export async function leftovers({ database }: Pick<Pair, 'database'>): Promise<string[]> {
  const collections = (await database.db.listCollections().toArray()).map(({ name }) => name);
  const intents = await database.db
    .collection('data_metadata')
    .find({ publishing: { $exists: true } })
    .toArray();
  return [
    ...collections.filter((name) => name.includes('__staging_')),
    ...intents.map(({ publishing }) => `intent of ${(publishing as { run_id: string }).run_id}`),
  ];
}
