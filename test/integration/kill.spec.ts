import type { Analytics, IngestionRun, View } from '@app/contracts';
import { startEmbeddedMongo } from '@app/embedded-mongo';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { type Client, type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';
import { largeSheet } from '../support/sheets.js';
import { ingest, runEnded, viewNamed, viewsOf } from '../support/views.js';

/** How often the product is killed; `npm run soak` asks for more. */
const KILLS = Number(process.env.KILLS ?? 5);
/** Going back finds its deals in a way of its own, and is published as an import is. */
const KILLS_BACK = Math.ceil(KILLS / 5);
/** Longest time after an upload that the power stays on: about what such a run takes. */
const LONGEST_MS = Number(process.env.KILL_WITHIN_MS ?? 2_500);
const DB_NAME = 'sales_analytics';
const ASKED = 'from=2026-07-01&to=2026-12-31&as_of=2026-11-22';

/** What a dataset with this many rows must show: client n has a pipe of n. */
interface Shown {
  rows: number;
  pipe: number;
}

const shownBy = (rows: number): Shown => ({ rows, pipe: (rows * (rows + 1)) / 2 });

let dataDir: string;
/** On the server of MONGO_URL, which outlives the product; else the embedded one is killed with it. */
let database: TestDatabase | undefined;
let app: RunningApp;

const start = (): Promise<RunningApp> => startApp({ dataDir, database });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sales-kill-'));
  database = process.env.MONGO_URL ? await startDatabase() : undefined;
  app = await start();
});

afterAll(async () => {
  await app.stop();
  await database?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

it(
  `is in the old or the new state, whole, after each of ${KILLS} kills during an import`,
  async () => {
    // Less than a fifth apart: an upload that removes more is asked about first.
    const sizes = [3000, 3700];
    let admin = await app.signIn('admin@example.com');
    const { id } = viewNamed(await viewsOf(admin), 'Organic');
    await ingest(admin, id, 'first.csv', largeSheet(2000, { stage: 'Lost' }));
    let old = shownBy(2000);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const next = shownBy(sizes[kill % 2] ?? 0);
      const run = await uploadAndKill(admin, id, next.rows);
      app = await start();
      admin = await app.signIn('admin@example.com');
      old = await expectOldOrNew(admin, id, run, old, next);
    }
    // What the dead process left is cleared once its lease has run out.
    while ((await readdir(join(dataDir, 'uploads'))).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await app.stop();
    await expectNothingLeft();
    app = await start();
    expect(await shown(await app.signIn('admin@example.com'), id)).toEqual(old);
  },
  60_000 + KILLS * 20_000,
);

it(
  `is in the old or the new state, whole, after each of ${KILLS_BACK} kills while going back`,
  async () => {
    let admin = await app.signIn('admin@example.com');
    const { id } = viewNamed(await viewsOf(admin), 'Market');
    const sizes = [3000, 3700];
    const runs: string[] = [];
    for (const size of sizes)
      runs.push((await ingest(admin, id, 'sheet.csv', largeSheet(size, { stage: 'Lost' }))).id);
    let old = shownBy(3700);
    for (let kill = 0; kill < KILLS_BACK; kill += 1) {
      // To the one that is not shown.
      const target = old.rows === 3000 ? 1 : 0;
      const path = `/api/views/${id}/ingestions/${runs[target]}/rollback`;
      const { status, body } = await admin.post<IngestionRun>(path);
      expect(status).toBe(202);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_MS));
      await app.kill();
      app = await start();
      admin = await app.signIn('admin@example.com');
      old = await expectOldOrNew(admin, id, body.id, old, shownBy(sizes[target] ?? 0));
    }
  },
  60_000 + KILLS_BACK * 20_000,
);

async function uploadAndKill(admin: Client, view: string, rows: number): Promise<string> {
  const path = `/api/views/${view}/ingestions`;
  const { status, body } = await admin.upload<IngestionRun>(
    path,
    'next.csv',
    largeSheet(rows, { stage: 'Lost' }),
  );
  expect(status).toBe(202);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_MS));
  await app.kill();
  return body.id;
}

/** The run says which of the two it must be. @returns what is shown from now on */
async function expectOldOrNew(
  admin: Client,
  view: string,
  id: string,
  old: Shown,
  next: Shown,
): Promise<Shown> {
  const run = await runEnded(admin, view, id);
  expect(['published', 'failed', 'unchanged']).toContain(run.status);
  if (run.status === 'failed') expect(run.error).toMatch(/upload the file again|go back again/);
  const expected = run.status === 'published' ? next : old;
  expect(await shown(admin, view)).toEqual(expected);
  return expected;
}

/** Counted in three places: the metadata's, the records', and the sum of their amounts. */
async function shown(admin: Client, view: string): Promise<Shown> {
  const { body: state } = await admin.get<View>(`/api/views/${view}`);
  const { body: records } = await admin.get<{ total: number }>(`/api/views/${view}/records?limit=1`);
  const { body: analytics } = await admin.get<Analytics>(`/api/views/${view}/analytics?${ASKED}`);
  expect(state.data.records_count).toBe(records.total);
  return { rows: records.total, pipe: analytics.metrics['pipe.created']?.value ?? 0 };
}

async function expectNothingLeft(): Promise<void> {
  if (database) {
    await expectNothingIn(database.db);
    return;
  }
  const server = await startEmbeddedMongo({ dataDir, listen: 'socket' });
  const client = await MongoClient.connect(server.uri);
  try {
    await expectNothingIn(client.db(DB_NAME));
  } finally {
    await client.close();
    await server.close();
  }
}

async function expectNothingIn(db: Db): Promise<void> {
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  expect(names.filter((name) => name.includes('__staging_'))).toEqual([]);
  const runs = await db.collection('ingestion_runs').find().toArray();
  expect(runs.filter(({ status }) => status === 'running' || status === 'queued')).toEqual([]);
  const published = runs.filter(({ status }) => status === 'published').map(({ id }) => id as string);
  const changed = await db.collection('record_changes').distinct('run_id');
  expect(changed.toSorted()).toEqual(published.toSorted());
  expect(await db.collection('data_metadata').countDocuments({ publishing: { $exists: true } })).toBe(0);
}
