import type { Analytics, DealRecordPage, MetricId, View } from '@app/contracts';
import { Double, Int32 } from 'mongodb';
import { type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';
import { eventually } from '../support/eventually.js';

const PERIOD = 'from=2026-07-01&to=2026-12-31&as_of=2026-11-22';

/** Documents as other software writes them: see docs/database.md. */
const THEIRS = [
  {
    id: 'organic_1_1767225600',
    discovery_date: '2026-10-05',
    client: 'Acme',
    stage: 'Closed Won',
    show_noshow: '',
    expected_arr: '1,200.50',
    pipeline: 0,
    billing_start: '2026-10-20',
    owner: 'RÃ©mi',
    type_of_source: 'Partnership',
  },
  {
    id: 'organic_2_1767225600',
    discovery_date: new Date('2026-10-06'),
    client: 'Bolt',
    stage: 'Legal',
    show_noshow: 'No Show',
    relevance: 'Maybe',
    expected_arr: new Int32(0),
    pipeline: new Double(300),
    owner: 'Rémi',
    type_of_source: 'Inbound',
  },
  { discovery_date: new Date('2026-10-07'), client: 'Core', stage: 'I Lost', owner: 'none' },
  { id: 'organic_2_1767225600', client: 'Dune', stage: 'H not relevant' },
];

let database: TestDatabase;
let app: RunningApp;
let second: RunningApp;

beforeAll(async () => {
  database = await startDatabase();
  await database.db
    .collection<object>('sales_records')
    .insertMany(THEIRS.map((document) => ({ ...document })));
  await database.db.collection('data_metadata').insertOne({
    type: 'last_update',
    view_id: 'organic',
    source_type: 'google_sheets',
    last_update: new Date('2026-11-20T08:00:00Z'),
    records_count: 3,
  });
  app = await startApp({ database });
  second = await startApp({ database });
});

afterAll(async () => {
  await second.stop();
  await app.stop();
  await database.stop();
});

async function organicOf(product: RunningApp): Promise<{ view: View; metrics: Analytics['metrics'] }> {
  const admin = await product.signIn('admin@example.com');
  const view = viewNamed(await viewsOf(admin), 'Organic');
  const { body } = await admin.get<Analytics>(`/api/views/${view.id}/analytics?${PERIOD}`);
  return { view, metrics: body.metrics };
}

it('reads the documents of other software without a migration', async () => {
  const { view, metrics } = await organicOf(app);
  expect(view.data).toEqual({
    revision: 0,
    records_count: 4,
    last_update: '2026-11-20T08:00:00.000Z',
    source_type: 'google_sheets',
    sample: false,
    sample_views: [],
    sample_targets: 0,
  });
  const values = (...ids: MetricId[]) => ids.map((id) => metrics[id]?.value);
  expect(values('meetings.total', 'meetings.partner', 'meetings.inbound', 'meetings.unassigned')).toEqual([
    3, 1, 1, 1,
  ]);
  expect(values('deals.closed', 'deals.arr', 'intros.attended')).toEqual([1, 1200.5, 1]);
  expect(values('meetings.noshow', 'meetings.question_mark', 'legals.count', 'legals.value')).toEqual([
    1, 1, 1, 300,
  ]);
});

it('answers their values normalised and leaves their documents as they are', async () => {
  const admin = await app.signIn('admin@example.com');
  const { view } = await organicOf(app);
  const { body } = await admin.get<DealRecordPage>(`/api/views/${view.id}/records`);
  expect(body.items.map(({ stage, owner }) => [stage, owner])).toEqual([
    ['A Closed', 'Rémi'],
    ['B Legals', 'Rémi'],
    ['Lost', null],
    ['Not Relevant', null],
  ]);
  const [first] = await database.db.collection('sales_records').find({ client: 'Acme' }).toArray();
  expect(first).toMatchObject({ stage: 'Closed Won', owner: 'RÃ©mi', expected_arr: '1,200.50' });
});

it('notices when other software writes', async () => {
  await database.db
    .collection('sales_records')
    .insertOne({ client: 'Echo', discovery_date: new Date('2026-10-08') });
  await eventually(async () => expect((await organicOf(app)).metrics['meetings.total']?.value).toBe(4));
});

it('shows what one process publishes in the other', async () => {
  const admin = await app.signIn('admin@example.com');
  const { view } = await organicOf(app);
  const run = await ingest(
    admin,
    view.id,
    'ours.csv',
    sheetOf([{ client: 'Acme', stage: 'A Closed' }, { client: 'New' }]),
  );
  expect([run.status, run.revision]).toEqual(['published', 1]);
  const there = await eventually(async () => {
    const seen = await organicOf(second);
    expect(seen.view.data.revision).toBe(1);
    return seen;
  });
  expect([there.view.data.records_count, there.metrics['meetings.total']?.value]).toEqual([2, 2]);
});

it('keeps their ids where it can tell the deal', async () => {
  const [kept] = await database.db.collection('sales_records').find({ client: 'Acme' }).toArray();
  expect(kept?.id).toBe('organic_1_1767225600');
});
