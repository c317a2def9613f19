import type { IngestionRun, IngestionRunPage, Problem, View } from '@app/contracts';
import { Double, Long } from 'mongodb';
import type { Client, TestDatabase } from '../support/app.js';
import { newView } from '../support/new-view.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { largeSheet, type RowOfSheet, sheetOf } from '../support/sheets.js';
import { ingest, previewed, reportOf, runEnded, viewNamed, viewsOf } from '../support/views.js';

let product: Product;
let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  product = await startProduct();
  ({ database, admin } = product);
});

afterAll(() => product.stop());

const stored = (view: View) =>
  database.db
    .collection(view.collection ?? '')
    .find()
    .toArray();

/** Who is signed in, what processes hold, and what is told of a run a moment after it. */
const NO_DATA = ['user_sessions', 'leases', 'audit_log', 'rate_limits'];

/** How many documents of data there are, by collection. */
async function documentCounts(): Promise<Map<string, number>> {
  const names = (await database.db.listCollections().toArray()).map(({ name }) => name);
  const counts = names
    .filter((name) => !NO_DATA.includes(name))
    .map(async (name) => [name, await database.db.collection(name).countDocuments()] as const);
  return new Map(await Promise.all(counts));
}

const load = (view: View, rows: readonly RowOfSheet[]) => ingest(admin, view.id, 'deals.csv', sheetOf(rows));

describe('a sheet that replaces another', () => {
  it('changes nothing when it says the same', async () => {
    const view = await newView(product, 'Same');
    const first = await load(view, [{ client: 'Acme' }, { client: 'Bolt', pipe: 10 }]);
    const before = await stored(view);
    const second = await load(view, [{ client: 'Acme' }, { client: 'Bolt', pipe: 10 }]);
    expect([first.status, first.revision, reportOf(first).is_first]).toEqual(['published', 1, true]);
    expect([second.status, second.revision, reportOf(second).is_first]).toEqual(['unchanged', null, false]);
    expect(await stored(view)).toEqual(before);
    expect(viewNamed(await viewsOf(admin), 'Same').data).toMatchObject({ revision: 1, records_count: 2 });
  });

  it('writes nothing but its run when it is the same byte by byte, unless the data was changed since', async () => {
    const view = await newView(product, 'Bytes');
    const rows: RowOfSheet[] = [
      { client: 'Acme' },
      { client: 'Bolt' },
      { client: '', stage: 'Won', pipe: 4 },
    ];
    const first = await load(view, rows);
    const before = await documentCounts();
    const again = await load(view, rows);
    expect([again.status, again.revision, again.error]).toEqual(['unchanged', null, null]);
    const { findings, skipped, skipped_value, rows_read } = reportOf(first);
    expect(reportOf(again)).toMatchObject({ findings, skipped, skipped_value, rows_read });
    expect(reportOf(again)).toMatchObject({ added: 0, changed: 0, removed: 0, is_first: false });
    const runs = (before.get('ingestion_runs') ?? 0) + 1;
    expect(await documentCounts()).toEqual(new Map([...before, ['ingestion_runs', runs]]));
    const ids = { id: { $in: [first.id, again.id] } };
    const hashes = await database.db.collection('ingestion_runs').distinct('source_hash', ids);
    expect(hashes).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    await database.db
      .collection(view.collection ?? '')
      .updateOne({ client: 'Bolt' }, { $set: { owner: 'Someone' } });
    expect(await load(view, rows)).toMatchObject({ status: 'published', report: { changed: 1 } });
  });

  it('keeps the ids of deals it knows and counts what it adds, changes and removes', async () => {
    const view = await newView(product, 'Ids');
    await load(view, [
      { client: 'Acme', link: 'https://example.com/1', pipe: 5 },
      { client: 'Bolt' },
      { client: 'Core' },
    ]);
    const before = new Map((await stored(view)).map((deal) => [deal.client as string, deal]));
    const run = await load(view, [
      { client: 'Bolt' },
      { client: 'Acme Corp', link: 'https://example.com/1', pipe: 7 },
      { client: 'Dune' },
    ]);
    const after = new Map((await stored(view)).map((deal) => [deal.client as string, deal]));
    expect(reportOf(run)).toMatchObject({ added: 1, changed: 1, removed: 1 });
    expect(after.get('Acme Corp')?.id).toBe(before.get('Acme')?.id);
    expect(after.get('Acme Corp')?.created_at).toEqual(before.get('Acme')?.created_at);
    const sheet_position: unknown = after.get('Bolt')?.sheet_position;
    expect(after.get('Bolt')).toEqual({ ...before.get('Bolt'), sheet_position });
    expect([...after.keys()]).toEqual(['Bolt', 'Acme Corp', 'Dune']);
  });

  it('leaves one change a deal, under its revision', async () => {
    const view = await newView(product, 'Changes');
    await load(view, [
      { client: 'Acme', pipe: 5 },
      { client: 'Core', pipe: 9 },
    ]);
    const run = await load(view, [{ client: 'Acme', pipe: 7 }, { client: 'Dune' }]);
    const changes = await database.db.collection('record_changes').find({ run_id: run.id }).toArray();
    const kinds = new Map(changes.map((change) => [change.kind as string, change]));
    expect(changes).toHaveLength(3);
    expect(changes.every(({ revision, view_id }) => revision === 2 && view_id === view.id)).toBe(true);
    expect(kinds.get('changed')?.fields).toEqual([{ field: 'pipeline', before: 5, after: 7 }]);
    expect(kinds.get('removed')?.record).toMatchObject({ client: 'Core', pipeline: 9 });
    expect(kinds.has('added')).toBe(true);
  });

  it('obeys the dedupe rule of its view', async () => {
    const view = await newView(product, 'Rules');
    const rows = [{ client: 'Acme', pipe: 5 }, { client: 'ACME', pipe: 6 }, { client: 'Bolt' }];
    const merged = reportOf(await load(view, rows));
    expect(merged).toMatchObject({
      kept: 2,
      duplicates_count: 1,
      duplicates_value: 6,
      dedupe: 'client_stage',
    });
    expect(merged.rules.find(({ rule }) => rule === 'none')?.kept).toBe(3);
    await admin.patch(`/api/views/${view.id}`, { dedupe: 'none' });
    expect(reportOf(await load(view, rows))).toMatchObject({
      kept: 3,
      duplicates_count: 0,
      dedupe: 'none',
      added: 1,
    });
  });

  it('keeps keys that the product does not know, in their types', async () => {
    const view = await newView(product, 'Unknown');
    await load(view, [{ client: 'Acme', pipe: 5 }]);
    const records = database.db.collection(view.collection ?? '');
    const extra = {
      score: new Double(5),
      counter: Long.fromString('9007199254740995'),
      notes: { by: 'Jane' },
    };
    await records.updateOne({ client: 'Acme' }, { $set: extra });
    await load(view, [{ client: 'Acme', pipe: 6 }]);
    const [kept] = await records.find({}, { promoteValues: false, promoteLongs: false }).toArray();
    expect(kept).toMatchObject({ score: new Double(5), notes: { by: 'Jane' } });
    expect(String(kept?.counter)).toBe('9007199254740995');
  });

  it('gives the collection the indexes of the contract', async () => {
    const view = await newView(product, 'Indexed');
    await load(view, [{ client: 'Acme' }]);
    const indexes = await database.db.collection(view.collection ?? '').indexes();
    const keys = indexes.map(({ key }) => Object.keys(key).join());
    expect(keys.toSorted()).toEqual(
      ['_id', 'id', 'client', 'stage', 'discovery_date', 'owner', 'type_of_source', 'show_noshow'].toSorted(),
    );
    expect(indexes.find(({ key }) => 'id' in key)?.unique).toBe(true);
  });
});

describe('runs', () => {
  it('wait for each other in one view and end in their order', async () => {
    const view = await newView(product, 'Queue');
    const path = `/api/views/${view.id}/ingestions`;
    const runs = [1, 2, 3].map((pipe) =>
      admin.upload<IngestionRun>(path, `${pipe}.csv`, sheetOf([{ client: 'A', stage: 'Lost', pipe }])),
    );
    for (const { status } of await Promise.all(runs)) expect(status).toBe(202);
    const ended = await ingest(admin, view.id, 'last.csv', sheetOf([{ client: 'A', pipe: 4 }]));
    expect(ended.status).toBe('published');
    for (const { body } of await Promise.all(runs)) {
      // One that still waited gave its place to the next one.
      const { status } = await runEnded(admin, view.id, body.id);
      expect(['published', 'cancelled']).toContain(status);
    }
    const [deal] = await stored(view);
    expect(deal).toMatchObject({ pipeline: 4 });
  });

  it('are listed newest first, page by page', async () => {
    const view = await newView(product, 'History');
    for (const pipe of [1, 2, 3]) await load(view, [{ client: 'A', pipe }]);
    const path = `/api/views/${view.id}/ingestions?limit=2`;
    const first = await admin.get<IngestionRunPage>(path);
    const second = await admin.get<IngestionRunPage>(`${path}&cursor=${first.body.next_cursor}`);
    const listed = [...first.body.items, ...second.body.items].map(({ revision }) => revision);
    expect([listed, first.body.total, second.body.next_cursor]).toEqual([[3, 2, 1], 3, null]);
  });

  it('are listed by what they are, however many came after them', async () => {
    const view = await newView(product, 'Sorted');
    const looked = await previewed(admin, view.id, 'look.csv', sheetOf([{ client: 'A', pipe: 9 }]));
    for (const pipe of [1, 2]) await load(view, [{ client: 'A', pipe }]);
    const path = `/api/views/${view.id}/ingestions`;
    const waiting = await admin.get<IngestionRunPage>(`${path}?status=preview&status=held&limit=1`);
    expect(waiting.body).toMatchObject({ items: [{ id: looked.id }], next_cursor: null, total: 1 });
    const published = await admin.get<IngestionRunPage>(`${path}?status=published&limit=1`);
    expect([published.body.items[0]?.revision, published.body.total]).toEqual([2, 2]);
    const cursor = published.body.next_cursor ?? '';
    const next = await admin.get<IngestionRunPage>(`${path}?status=published&limit=1&cursor=${cursor}`);
    expect([next.body.items[0]?.revision, next.body.next_cursor]).toEqual([1, null]);
    const unknown = await admin.get<Problem>(`${path}?status=preview&status=lost`);
    expect([unknown.status, unknown.body.errors[0]?.field]).toEqual([400, 'status']);
  });

  it('are listed without the lists of their reports', async () => {
    const view = await newView(product, 'Small');
    await admin.patch(`/api/views/${view.id}`, { dedupe: 'none' });
    const run = await ingest(admin, view.id, 'long.csv', largeSheet(1500, { stage: 'No such stage' }));
    const { text, body } = await admin.get<IngestionRunPage>(`/api/views/${view.id}/ingestions`);
    const lists = ['findings', 'duplicates', 'unknown_columns', 'proposals', 'first_rows'];
    const summary = Object.fromEntries(Object.entries(reportOf(run)).filter(([key]) => !lists.includes(key)));
    expect(body.items).toEqual([{ ...run, report: summary }]);
    expect(summary.findings_count).toBe(1500);
    expect(text.length).toBeLessThan(3000);
  });

  it('say who started them, from what, and how they went', async () => {
    const view = await newView(product, 'Told');
    const sheet = sheetOf([{ client: 'A' }]);
    const run = await ingest(admin, view.id, 'told.csv', sheet);
    expect(run).toMatchObject({
      view_id: view.id,
      mode: 'replace',
      started_by: 'admin@example.com',
      source: { type: 'csv', name: 'told.csv', url: null, size: sheet.length },
      progress: { phase: 'done', rows_read: 1, fraction: 1 },
      error: null,
    });
    expect(Date.parse(run.finished_at ?? '')).toBeGreaterThanOrEqual(Date.parse(run.started_at));
  });

  it('keep the rest of a long report beside it', async () => {
    const view = await newView(product, 'Long');
    await admin.patch(`/api/views/${view.id}`, { dedupe: 'none' });
    const run = await ingest(admin, view.id, 'long.csv', largeSheet(2500, { stage: 'No such stage' }));
    const report = reportOf(run);
    expect([report.findings_count, report.findings.length]).toEqual([2500, 1000]);
    const pages = await database.db
      .collection<{ kind: string; page: number; items: unknown[] }>('ingestion_findings')
      .find({ run_id: run.id })
      .sort({ page: 1 })
      .toArray();
    expect(pages.map((each) => [each.kind, each.page, each.items.length])).toEqual([
      ['finding', 1, 1000],
      ['finding', 2, 500],
    ]);
  });

  it('leave no staging collection and no spool file', async () => {
    const names = (await database.db.listCollections().toArray()).map(({ name }) => name);
    expect(names.filter((name) => name.includes('__staging_'))).toEqual([]);
  });
});

describe('the metadata', () => {
  it('follows the contract and keeps what other software wrote', async () => {
    const view = await newView(product, 'Foreign');
    const metadata = database.db.collection('data_metadata');
    const theirs = {
      type: 'last_update',
      view_id: 'foreign',
      collection: view.collection,
      source_type: 'google_sheets',
      last_update: new Date('2026-01-01'),
      records_count: 9,
      last_auto_refresh: 'never',
    };
    await metadata.insertOne({ ...theirs });
    const run = await load(view, [{ client: 'A' }]);
    const documents = await metadata.find({ collection: view.collection }).toArray();
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      view_id: 'foreign',
      last_auto_refresh: 'never',
      source_type: 'csv',
      records_count: 1,
      revision: 1,
    });
    expect(documents[0]).not.toHaveProperty('publishing');
    expect(run.revision).toBe(1);
  });
});
