import type { IngestionRun, Problem, RunChangePage, View } from '@app/contracts';
import { type Client, type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, runEnded, viewNamed, viewsOf } from '../support/views.js';

const DAY_MS = 86_400_000;

let database: TestDatabase;
let app: RunningApp;
let admin: Client;
let view: View;
let runs: IngestionRun[];

const load = (...clients: string[]): Promise<IngestionRun> =>
  ingest(admin, view.id, 'deals.csv', sheetOf(clients.map((client) => ({ client }))));

async function start(): Promise<void> {
  app = await startApp({ database });
  admin = await app.signIn('admin@example.com');
  view = viewNamed(await viewsOf(admin), 'Organic');
}

const age = (run: IngestionRun | undefined, days: number) =>
  database.db
    .collection('ingestion_runs')
    .updateOne({ id: run?.id }, { $set: { finished_at: new Date(Date.now() - days * DAY_MS) } });

const changesOf = (run: IngestionRun | undefined): Promise<number> =>
  database.db.collection('record_changes').countDocuments({ run_id: run?.id });

const pathOf = (run: IngestionRun | undefined, more = ''): string =>
  `/api/views/${view.id}/ingestions/${run?.id}${more}`;

beforeAll(async () => {
  database = await startDatabase();
  await start();
  runs = [
    await load('Acme', 'Bolt', 'Core'),
    await load('Acme', 'Bolt', 'Core', 'Dune'),
    await load('Acme', 'Bolt', 'Core', 'Dune', 'Fern'),
    await load('Acme', 'Bolt', 'Core', 'Dune', 'Fern', 'Gale'),
  ];
  // The third is old only because somebody's clock was wrong: what comes after one that is kept stays.
  await Promise.all([age(runs[0], 401), age(runs[1], 399), age(runs[2], 500)]);
  await app.stop();
  await start();
  await eventually(async () => expect(await changesOf(runs[0])).toBe(0));
});

afterAll(async () => {
  await app.stop();
  await database.stop();
});

it('removes what runs changed that are older than the history is kept, and nothing behind one that is not', async () => {
  expect(await Promise.all(runs.map(changesOf))).toEqual([0, 1, 1, 1]);
  const marks = await database.db.collection('ingestion_runs').find({ removing_changes: true }).toArray();
  expect(marks).toEqual([]);
});

it('keeps the run and its report, and says that the rest is gone', async () => {
  const { body } = await admin.get<IngestionRun>(pathOf(runs[0]));
  expect([body.history_kept, body.report?.added, body.status]).toEqual([false, 3, 'published']);
  const gone = await admin.get<Problem>(pathOf(runs[0], '/changes'));
  expect([gone.status, gone.body.detail]).toEqual([
    404,
    'What this import changed is older than the history is kept: only its report with the counts is left.',
  ]);
  expect((await admin.get(pathOf(runs[0], '/findings'))).status).toBe(404);
  expect((await admin.get<RunChangePage>(pathOf(runs[1], '/changes'))).body.total).toBe(1);
});

it('leaves every revision from the last removed one on to be rebuilt', async () => {
  for (const run of [runs[0], runs[1], runs[2]]) {
    const { status, body } = await admin.post<IngestionRun>(pathOf(run, '/rollback'));
    expect(status).toBe(202);
    expect((await runEnded(admin, view.id, body.id)).status).toBe('published');
  }
});

it('goes on with what a process left half removed, and obeys the setting', async () => {
  const marked = { $set: { changes_removed: true, removing_changes: true } };
  await database.db.collection('ingestion_runs').updateOne({ id: runs[1]?.id }, marked);
  const saved = await admin.put('/api/settings/history_days', { value: 1_000 });
  expect(saved.status).toBe(200);
  await app.stop();
  await start();
  await eventually(async () => expect(await changesOf(runs[1])).toBe(0));
  expect(await changesOf(runs[2])).toBe(1);
  expect((await admin.post(pathOf(runs[0], '/rollback'))).status).toBe(409);
});
