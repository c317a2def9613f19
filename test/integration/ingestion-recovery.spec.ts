import type { IngestionRun, View } from '@app/contracts';
import { type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';
import { eventually } from '../support/eventually.js';

const COLLECTION = 'sales_records';
const STAGING = `${COLLECTION}__staging_interrupted`;
const REASON =
  'The server stopped while this file was being brought in. The data is as it was before: upload the file again.';

let database: TestDatabase;
let app: RunningApp | null = null;

beforeEach(async () => {
  database = await startDatabase();
  await restart();
  const admin = await running().signIn('admin@example.com');
  await ingest(admin, (await organic()).id, 'old.csv', sheetOf([{ client: 'Old', pipe: 1 }]));
});

afterEach(async () => {
  await app?.stop();
  app = null;
  await database.stop();
});

const running = (): RunningApp => {
  if (!app) throw new Error('The product does not run.');
  return app;
};

async function restart(): Promise<void> {
  await app?.kill();
  app = await startApp({ database });
}

async function organic(): Promise<View> {
  return viewNamed(await viewsOf(await running().signIn('admin@example.com')), 'Organic');
}

/** What a process leaves that died while it was publishing its second dataset. */
async function interrupt(step: 'staged' | 'announced' | 'renamed' | 'finished'): Promise<void> {
  const { db } = database;
  const { id } = await organic();
  const run = {
    id: 'interrupted',
    view_id: id,
    status: 'running',
    mode: 'replace',
    owner: 'a process that died',
  };
  await db.collection('ingestion_runs').insertOne({
    ...run,
    source: { type: 'csv', name: 'new.csv', url: null, size: 9 },
    started_by: 'admin@example.com',
    started_at: new Date(),
    progress: { phase: 'publishing', rows_read: 2, fraction: 0.9 },
  });
  await db
    .collection(STAGING)
    .insertMany(['New', 'Newer'].map((client) => ({ id: client, client, pipeline: 10 })));
  await db
    .collection('record_changes')
    .insertOne({ run_id: run.id, view_id: id, revision: 2, deal_id: 'New', kind: 'added' });
  if (step !== 'staged') await announce(id);
  if (step === 'renamed' || step === 'finished')
    await db.renameCollection(STAGING, COLLECTION, { dropTarget: true });
  if (step === 'finished') await finish(id);
}

async function announce(viewId: string): Promise<void> {
  const [staging] = await database.db.listCollections({ name: STAGING }, { nameOnly: false }).toArray();
  const publishing = {
    revision: 2,
    run_id: 'interrupted',
    staging: STAGING,
    staging_uuid: staging && 'info' in staging ? staging.info?.uuid?.toString('hex') : '',
    records_count: 2,
    last_update: new Date('2026-11-22T10:00:00Z'),
    source_type: 'csv',
    source_url: null,
    sample: false,
  };
  await database.db.collection('data_metadata').updateOne({ view_id: viewId }, { $set: { publishing } });
}

async function finish(viewId: string): Promise<void> {
  await database.db
    .collection('data_metadata')
    .updateOne(
      { view_id: viewId },
      { $set: { revision: 2, run_id: 'interrupted', records_count: 2 }, $unset: { publishing: '' } },
    );
}

it.each([
  ['before it announced its publish', 'staged'],
  ['before the rename', 'announced'],
] as const)('keeps the old data when a process died %s', async (_, step) => {
  await interrupt(step);
  await restart();
  await expectState({ status: 'failed', error: REASON, revision: null }, ['Old'], 1);
  expect(await database.db.collection('record_changes').countDocuments({ run_id: 'interrupted' })).toBe(0);
});

it.each([
  ['before the metadata', 'renamed'],
  ['before the run was ended', 'finished'],
] as const)('keeps the new data when a process died %s', async (_, step) => {
  await interrupt(step);
  await restart();
  await expectState({ status: 'published', error: null, revision: 2 }, ['New', 'Newer'], 2);
  expect(await database.db.collection('record_changes').countDocuments({ run_id: 'interrupted' })).toBe(1);
});

it('does so while it runs, when another process dies', async () => {
  await interrupt('renamed');
  const admin = await running().signIn('admin@example.com');
  const path = `/api/views/${(await organic()).id}/ingestions/interrupted`;
  await eventually(async () => expect((await admin.get<IngestionRun>(path)).body.status).not.toBe('running'));
  await expectState({ status: 'published', error: null, revision: 2 }, ['New', 'Newer'], 2);
});

async function expectState(run: Partial<IngestionRun>, clients: string[], revision: number): Promise<void> {
  const admin = await running().signIn('admin@example.com');
  const view = await organic();
  const path = `/api/views/${view.id}`;
  expect((await admin.get<IngestionRun>(`${path}/ingestions/interrupted`)).body).toMatchObject(run);
  const { body } = await admin.get<{ items: { client: string }[] }>(`${path}/records`);
  expect(body.items.map(({ client }) => client)).toEqual(clients);
  expect(view.data).toMatchObject({ revision, records_count: clients.length });
  const names = (await database.db.listCollections().toArray()).map(({ name }) => name);
  expect(names).not.toContain(STAGING);
  expect(
    await database.db.collection('data_metadata').countDocuments({ publishing: { $exists: true } }),
  ).toBe(0);
}
