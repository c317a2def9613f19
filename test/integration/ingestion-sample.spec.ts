import type { SampleDataRemoved } from '@app/contracts';
import { type Client, type RunningApp, startApp } from '../support/app.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, reportOf, viewNamed, viewsOf } from '../support/views.js';
import { eventually } from '../support/eventually.js';

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

it("becomes somebody's own data with the first upload", async () => {
  const organic = viewNamed(await viewsOf(admin), 'Organic');
  const run = await ingest(admin, organic.id, 'own.csv', sheetOf([{ client: 'Acme' }]));
  expect([run.status, reportOf(run).is_first]).toEqual(['published', true]);
  const { data } = viewNamed(await viewsOf(admin), 'Organic');
  expect(data).toMatchObject({ sample: false, records_count: 1, source_type: 'csv' });
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
});

it('has nothing more to remove the second time', async () => {
  const { body } = await admin.delete<SampleDataRemoved>('/api/sample-data');
  expect(body).toEqual({ views: [] });
});
