import type {
  DealRecordPage,
  IngestionRunPage,
  RemovedDealPage,
  ResolvedTarget,
  SampleDataRemoved,
  SampleDataRestored,
  Screen,
  TargetChange,
  TargetChangePage,
  Targets,
} from '@app/contracts';
import { startEmbeddedMongo } from '@app/embedded-mongo';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { type Client, type RunningApp, startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, reportOf, viewNamed, viewsOf } from '../support/views.js';

let app: RunningApp;
let admin: Client;

beforeAll(async () => {
  app = await startApp({ env: { SEED: 'sample', MONGO_URL: '' } });
  admin = await app.signIn('admin@example.com');
  await loaded();
});

afterAll(() => app.stop());

/** The sample is loaded before the product says it is ready, or right after. */
async function loaded(): Promise<void> {
  await eventually(async () => {
    const views = [...(await viewsOf(admin)).values()];
    expect(views.every(({ data }) => data.sample && data.records_count > 0)).toBe(true);
  });
}

const targetsOf = async (name: string): Promise<Targets> =>
  (await admin.get<Targets>(`/api/views/${viewNamed(await viewsOf(admin), name).id}/targets`)).body;
const historyOf = async (name: string): Promise<TargetChange[]> => {
  const { id } = viewNamed(await viewsOf(admin), name);
  return (await admin.get<TargetChangePage>(`/api/views/${id}/targets/history`)).body.items;
};
const isSet = ({ value }: ResolvedTarget) => value !== null;
const isSample = ({ origin }: ResolvedTarget) => origin?.startsWith('sample: ') ?? false;

describe('the targets of the sample', () => {
  it('say so, in each view and where Master adds them up', async () => {
    for (const name of ['Organic', 'Master']) {
      const set = Object.values((await targetsOf(name)).resolved).filter(isSet);
      expect(set.length).toBeGreaterThan(10);
      expect(set.every(isSample)).toBe(true);
    }
    const { data } = viewNamed(await viewsOf(admin), 'Master');
    expect(data.sample_views).toEqual(['Organic', 'Signal', 'Full Funnel', 'Market']);
    expect(data.sample_targets).toBeGreaterThan(40);
  });

  it("say so where a number is explained, and are nobody's", async () => {
    const { id } = viewNamed(await viewsOf(admin), 'Signal');
    const { body } = await admin.get<{ target_origin: { origin: string; set_by: string | null } }>(
      `/api/views/${id}/analytics/explain?metric=poa.generated&from=2026-07-01&to=2026-12-31`,
    );
    expect(body.target_origin).toMatchObject({ origin: 'sample: intro_poa.poa', set_by: null });
  });

  it("are no longer the sample's once somebody sets them", async () => {
    const { id } = viewNamed(await viewsOf(admin), 'Organic');
    const before = (await targetsOf('Organic')).resolved.poa?.value ?? 0;
    for (const poa of [before + 1, before]) {
      await admin.put(`/api/views/${id}/targets`, { targets: { intro_poa: { poa } } });
    }
    expect((await targetsOf('Organic')).resolved.poa).toEqual({ value: before, origin: 'intro_poa.poa' });
  });

  it("are the sample's again after somebody went back to them, and nobody's", async () => {
    const { id } = viewNamed(await viewsOf(admin), 'Signal');
    const sample = (await targetsOf('Signal')).resolved.poa;
    const count = viewNamed(await viewsOf(admin), 'Signal').data.sample_targets;
    const { body } = await admin.put<Targets>(`/api/views/${id}/targets`, {
      targets: { intro_poa: { poa: 77 } },
    });
    await admin.post(`/api/views/${id}/targets/history/${body.revision - 1}/restore`);
    expect((await targetsOf('Signal')).resolved.poa).toEqual(sample);
    expect(viewNamed(await viewsOf(admin), 'Signal').data.sample_targets).toBe(count);
    const { body: explained } = await admin.get<{ target_origin: { set_by: string | null } }>(
      `/api/views/${id}/analytics/explain?metric=poa.generated&from=2026-07-01&to=2026-12-31`,
    );
    expect(explained.target_origin).toMatchObject({ origin: 'sample: intro_poa.poa', set_by: null });
  });
});

it("becomes somebody's own data with the first upload", async () => {
  const organic = viewNamed(await viewsOf(admin), 'Organic');
  const { body: sample } = await admin.get<DealRecordPage>(`/api/views/${organic.id}/records?limit=1`);
  const { client, stage, id } = sample.items[0] ?? {};
  const run = await ingest(
    admin,
    organic.id,
    'own.csv',
    sheetOf([{ client: client ?? '', stage: stage ?? '' }]),
  );
  // Sample data is nothing there: no deal of it goes, and none is continued.
  expect([run.status, reportOf(run)]).toMatchObject([
    'published',
    { is_first: true, added: 1, changed: 0, removed: 0 },
  ]);
  const { body: own } = await admin.get<DealRecordPage>(`/api/views/${organic.id}/records`);
  expect(own.items.map((record) => [record.client, record.id === id])).toEqual([[client, false]]);
  const { data } = viewNamed(await viewsOf(admin), 'Organic');
  expect(data).toMatchObject({ sample: false, records_count: 1, source_type: 'csv' });
});

it('takes its targets along with its records; what somebody set stays', async () => {
  const { resolved, revision } = await targetsOf('Organic');
  expect(Object.values(resolved).filter(isSet)).toEqual([
    { value: resolved.poa?.value, origin: 'intro_poa.poa' },
  ]);
  const [newest] = await historyOf('Organic');
  expect(newest).toMatchObject({ kind: 'sample_removed', by: 'installation', revision });
  const { data } = viewNamed(await viewsOf(admin), 'Organic');
  expect([data.sample_views, data.sample_targets]).toEqual([[], 0]);
  const master = (await targetsOf('Master')).resolved;
  expect(master.poa?.origin).toBe('sample: sum of views');
});

it('marks each number of Master that is compared with invented targets, beside own records only', async () => {
  const notesOf = async (name: string, screen: string) => {
    const { id } = viewNamed(await viewsOf(admin), name);
    const { body } = await admin.get<Screen>(
      `/api/views/${id}/screens/${screen}?from=2026-07-01&to=2026-12-31`,
    );
    return Object.entries(body.notes)
      .filter(([, notes]) => notes.some(({ kind }) => kind === 'sample_target'))
      .map(([metric]) => metric);
  };
  const sampled = await notesOf('Master', 'dashboard');
  expect(sampled).toEqual(
    expect.arrayContaining([
      'revenue.ytd',
      'revenue.remaining',
      'poa.generated',
      'deals.arr',
      'half.remaining',
    ]),
  );
  expect(sampled).not.toContain('deals.active');
  expect(await notesOf('Master', 'projections')).toContain('next_14_days');
  expect(await notesOf('Organic', 'dashboard')).toEqual([]);
  expect(await notesOf('Signal', 'dashboard')).toEqual([]);
  const { id } = viewNamed(await viewsOf(admin), 'Master');
  await admin.put(`/api/views/${id}/targets`, { targets: { intro_poa: { poa: 9 } } });
  expect(await notesOf('Master', 'dashboard')).not.toContain('poa.generated');
  await admin.put(`/api/views/${id}/targets`, { targets: { intro_poa: { poa: null } } });
});

it('brings no target back beside own records, whatever revision somebody goes back to', async () => {
  const { id } = viewNamed(await viewsOf(admin), 'Organic');
  const restore = async (revision: number) =>
    (await admin.post<Targets>(`/api/views/${id}/targets/history/${revision}/restore`)).body;
  const { raw, revision, resolved } = await targetsOf('Organic');
  expect(await restore(revision - 1)).toMatchObject({ raw, revision });
  expect(resolved.poa?.value).not.toBeNull();
  // At the beginning the target that somebody set was the sample's too.
  expect(Object.values((await restore(0)).resolved).filter(isSet)).toEqual([]);
});

it('is removed by super admins only', async () => {
  const signal = await app.signIn('signal@example.com');
  expect((await signal.delete('/api/sample-data')).status).toBe(403);
});

it('goes away with one action, and only the sample does', async () => {
  const { status, body } = await admin.delete<SampleDataRemoved>('/api/sample-data');
  expect(status).toBe(200);
  expect(body.views.map(({ view_name }) => view_name).toSorted()).toEqual([
    'Full Funnel',
    'Market',
    'Signal',
  ]);
  expect(body.views.every(({ records_removed }) => records_removed > 0)).toBe(true);
  const views = await viewsOf(admin);
  const counts = ['Organic', 'Signal', 'Full Funnel', 'Market', 'Master'].map(
    (name) => viewNamed(views, name).data.records_count,
  );
  expect(counts).toEqual([1, 0, 0, 0, 1]);
  expect([...views.values()].some(({ data }) => data.sample)).toBe(false);
  expect(body.views.every(({ targets_removed }) => targets_removed > 10)).toBe(true);
  const market = viewNamed(views, 'Market');
  const gone = await admin.get<RemovedDealPage>(`/api/views/${market.id}/removed-deals`);
  expect(gone.body.total).toBe(0);
});

it('leaves no target, and says of its source that there is none', async () => {
  for (const name of ['Signal', 'Full Funnel', 'Market']) {
    expect(Object.values((await targetsOf(name)).resolved).filter(isSet)).toEqual([]);
    const { data } = viewNamed(await viewsOf(admin), name);
    expect(data).toMatchObject({ source_type: null, last_update: null, sample_targets: 0 });
  }
  const { id } = viewNamed(await viewsOf(admin), 'Signal');
  const { body } = await admin.get<IngestionRunPage>(`/api/views/${id}/ingestions`);
  expect(body.items[0]?.source).toMatchObject({ type: 'sample', name: 'Sample removed', size: 0 });
  expect(viewNamed(await viewsOf(admin), 'Master').data.source_type).toBe('csv');
});

it('comes back as it was where its removal is taken back, with its targets', async () => {
  const fresh = await startApp({ env: { SEED: 'sample', MONGO_URL: '' } });
  try {
    const there = await fresh.signIn('admin@example.com');
    const stateOf = async (name: string) => {
      const { id, data } = viewNamed(await viewsOf(there), name);
      const { body: records } = await there.get<DealRecordPage>(`/api/views/${id}/records?limit=500`);
      const deals = records.items.map(({ id: _, ...deal }) => JSON.stringify(deal)).toSorted();
      const { body: targets } = await there.get<Targets>(`/api/views/${id}/targets`);
      return { deals, resolved: targets.resolved, sample: data.sample, targets: data.sample_targets };
    };
    await eventually(async () => {
      expect([...(await viewsOf(there)).values()].every(({ data }) => data.sample)).toBe(true);
    });
    const { id } = viewNamed(await viewsOf(there), 'Market');
    await there.put(`/api/views/${id}/targets`, { targets: { intro_poa: { poa: 77 } } });
    const before = await stateOf('Market');
    await there.delete('/api/sample-data');
    expect(await stateOf('Market')).toMatchObject({ deals: [], sample: false, targets: 0 });
    // What somebody imports meanwhile stays.
    const signal = viewNamed(await viewsOf(there), 'Signal').id;
    await ingest(there, signal, 'own.csv', sheetOf([{ client: 'Own', stage: 'B Legals' }]));
    const { status, body } = await there.post<SampleDataRestored>('/api/sample-data/restore');
    expect([status, body.views.map(({ view_name }) => view_name).toSorted()]).toEqual([
      200,
      ['Full Funnel', 'Market', 'Organic'],
    ]);
    expect(await stateOf('Market')).toEqual(before);
    expect(viewNamed(await viewsOf(there), 'Signal').data).toMatchObject({ sample: false, records_count: 1 });
    expect((await there.post<SampleDataRestored>('/api/sample-data/restore')).body).toEqual({ views: [] });
  } finally {
    await fresh.stop();
  }
});

it('has nothing more to remove the second time', async () => {
  const { body } = await admin.delete<SampleDataRemoved>('/api/sample-data');
  expect(body).toEqual({ views: [] });
});

it('is recognised where an earlier version did not mark its targets', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sales-unmarked-'));
  const start = () => startApp({ dataDir, env: { SEED: 'sample', MONGO_URL: '' } });
  let earlier = await start();
  try {
    let there = await earlier.signIn('admin@example.com');
    await eventually(async () => {
      const sampled = [...(await viewsOf(there)).values()].filter(({ data }) => data.sample);
      expect(sampled).toHaveLength(5);
    });
    const { id } = viewNamed(await viewsOf(there), 'Organic');
    await there.put(`/api/views/${id}/targets`, { targets: { intro_poa: { poa: 77 } } });
    await earlier.kill();
    await unmark(dataDir);
    earlier = await start();
    there = await earlier.signIn('admin@example.com');
    const { body } = await there.get<Targets>(`/api/views/${id}/targets`);
    expect(body.resolved.poa).toEqual({ value: 77, origin: 'intro_poa.poa' });
    expect(body.resolved.intro?.origin).toBe('sample: intro_poa.intro');
  } finally {
    await earlier.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

/** As an earlier version left its database. */
async function unmark(dataDir: string): Promise<void> {
  const server = await startEmbeddedMongo({ dataDir, listen: 'socket' });
  const client = await MongoClient.connect(server.uri);
  try {
    await client
      .db('sales_analytics')
      .collection('views')
      .updateMany({}, { $unset: { sample_targets: '' } });
  } finally {
    await client.close();
    await server.close();
  }
}
