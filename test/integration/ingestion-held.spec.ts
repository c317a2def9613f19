import { jest } from '@jest/globals';
import type { HoldReason, IngestionRun, IngestionRunPage, Page, View } from '@app/contracts';
import { type Client, type RunningApp, startApp, type TestDatabase } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { newView } from '../support/new-view.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { type RowOfSheet, sheetOf } from '../support/sheets.js';
import { publishHeld, reportOf, runEnded, uploaded, viewNamed, viewsOf } from '../support/views.js';

jest.setTimeout(120_000);

let product: Product;
let database: TestDatabase;
let admin: Client;
let viewer: Client;

beforeAll(async () => {
  product = await startProduct();
  ({ database, admin } = product);
  viewer = await product.app.signIn('organic@example.com');
}, 120_000);

afterAll(() => product.stop());

const deals = (count: number): RowOfSheet[] =>
  Array.from({ length: count }, (_, at) => ({ client: `Client ${at + 1}`, stage: 'Lost', pipe: at + 1 }));
const upload = (view: View, rows: readonly RowOfSheet[], name = 'deals.csv') =>
  uploaded(admin, view.id, name, sheetOf(rows));
const reasonsOf = (run: IngestionRun): HoldReason[] => reportOf(run).held?.reasons ?? [];
const codesOf = (run: IngestionRun) => reasonsOf(run).map(({ code }) => code);
const clientsOf = async (view: View) =>
  (
    await database.db
      .collection(view.collection ?? '')
      .find()
      .sort({ pipeline: 1 })
      .toArray()
  ).map(({ client }) => client as string);
const stateOf = async (view: View) => {
  const { revision, records_count } = viewNamed(await viewsOf(admin), view.name).data;
  return [revision, records_count];
};
const decided = ({ view_id, id }: IngestionRun) => runEnded(admin, view_id, id);
const path = ({ view_id, id }: IngestionRun) => `/api/views/${view_id}/ingestions/${id}`;
const filesOf = (run: IngestionRun) =>
  database.db.collection('ingestion_files').countDocuments({ run_id: run.id });

describe('an upload that is held', () => {
  it('tells why, and changes nothing', async () => {
    const view = await newView(product, 'Nothing');
    await upload(view, deals(58));
    const run = await upload(view, deals(8));
    expect([run.status, run.revision, run.error]).toEqual(['held', null, null]);
    expect(reasonsOf(run)).toEqual([
      {
        code: 'removes_deals',
        message: '50 of the 58 deals here would be removed.',
        count: 50,
        of: 58,
        columns: [],
        unknown: [],
        stages: [],
        row: null,
        column: null,
        before: null,
        after: null,
      },
    ]);
    expect(reportOf(run)).toMatchObject({ removed: 50, held: { live: 58, revision: 1 } });
    expect(await stateOf(view)).toEqual([1, 58]);
    const names = (await database.db.listCollections().toArray()).map(({ name }) => name);
    expect(names.filter((name) => name.includes('__staging_'))).toEqual([]);
    expect(await database.db.collection('record_changes').countDocuments({ run_id: run.id })).toBe(50);
  });

  it('is published when anybody who may upload confirms it, and keeps its reasons', async () => {
    const view = await newView(product, 'Second');
    await upload(view, deals(10));
    const run = await upload(view, deals(2));
    const answer = await admin.post<IngestionRun>(`${path(run)}/publish`);
    expect([answer.status, answer.body.id]).toEqual([202, run.id]);
    const ended = await decided(run);
    expect(ended).toMatchObject({ status: 'published', revision: 2, decided_by: 'admin@example.com' });
    expect(codesOf(ended)).toEqual(['removes_deals']);
    expect(await clientsOf(view)).toEqual(['Client 1', 'Client 2']);
    expect(await stateOf(view)).toEqual([2, 2]);
    await eventually(async () => expect(await filesOf(run)).toBe(0));
  });

  it('is discarded, and stays in the history', async () => {
    const view = await newView(product, 'Discarded');
    await upload(view, deals(10));
    const run = await upload(view, deals(2));
    const { status, body } = await admin.delete<IngestionRun>(path(run));
    expect([status, body.status, body.decided_by]).toEqual([200, 'discarded', 'admin@example.com']);
    expect(body.decided_at).not.toBeNull();
    await eventually(async () => expect(await filesOf(run)).toBe(0));
    expect(await stateOf(view)).toEqual([1, 10]);
    const { body: page } = await admin.get<IngestionRunPage>(`/api/views/${view.id}/ingestions`);
    expect(page.items.map(({ status: each }) => each)).toEqual(['discarded', 'published']);
  });

  it('is decided on once', async () => {
    const view = await newView(product, 'Once');
    await upload(view, deals(10));
    const run = await upload(view, deals(2));
    const answers = await Promise.all([1, 2, 3].map(() => admin.post(`${path(run)}/publish`)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409, 409]);
    await decided(run);
    expect((await admin.delete(path(run))).status).toBe(409);
    expect((await admin.post(`${path(run)}/publish`)).body).toMatchObject({
      status: 409,
      detail: expect.stringContaining('published, decided by admin@example.com') as unknown,
    });
    expect((await admin.post(`/api/views/${view.id}/ingestions/none/publish`)).status).toBe(404);
  });

  it('blocks nothing: the next sheet comes in', async () => {
    const view = await newView(product, 'Next');
    await upload(view, deals(10));
    const run = await upload(view, deals(2));
    expect((await upload(view, deals(11))).status).toBe('published');
    expect(await stateOf(view)).toEqual([2, 11]);
    expect(await filesOf(run)).toBe(1);
  });

  it('is asked about again when the data has moved since', async () => {
    const view = await newView(product, 'Moved');
    await upload(view, deals(10));
    const run = await upload(view, deals(2));
    await upload(view, deals(12));
    const asked = await publishHeld(admin, run);
    expect([asked.status, codesOf(asked)]).toEqual(['held', ['data_moved', 'removes_deals']]);
    expect(reasonsOf(asked)[1]?.message).toBe('10 of the 12 deals here would be removed.');
    expect(asked.decided_by).toBeNull();
    expect(await stateOf(view)).toEqual([2, 12]);
    const published = await publishHeld(admin, asked);
    expect([published.status, await stateOf(view)]).toEqual(['published', [3, 2]]);
  });

  it('ends unchanged when its deals have come in another way', async () => {
    const view = await newView(product, 'Elsewhere');
    await upload(view, deals(10));
    const [one, other] = [await upload(view, deals(2)), await upload(view, deals(2))];
    await publishHeld(admin, one);
    expect((await publishHeld(admin, other)).status).toBe('unchanged');
    await eventually(async () => expect(await filesOf(other)).toBe(0));
  });

  it('is one of three at most: older ones are discarded, and say why', async () => {
    const view = await newView(product, 'Bound');
    await upload(view, deals(10));
    const runs: IngestionRun[] = [];
    for (const count of [1, 2, 3, 4]) runs.push(await upload(view, deals(count)));
    // The oldest is discarded a moment after the newest was held.
    const [oldest, ...others] = await eventually(async () => {
      const now = await Promise.all(runs.map((run) => decided(run)));
      expect(now[0]?.status).toBe('discarded');
      return now;
    });
    expect([oldest?.status, oldest?.decided_by]).toEqual(['discarded', null]);
    expect(oldest?.error).toContain('3 newer uploads');
    expect(others.map(({ status }) => status)).toEqual(['held', 'held', 'held']);
    await eventually(async () => expect(await Promise.all(runs.map(filesOf))).toEqual([0, 1, 1, 1]));
  });

  it('is closed to people who may not upload, or not even read', async () => {
    const organic = viewNamed(await viewsOf(admin), 'Organic');
    await upload(organic, deals(10));
    const run = await upload(organic, deals(2));
    const signal = await product.app.signIn('signal@example.com');
    expect((await signal.post(`${path(run)}/publish`)).status).toBe(404);
    expect((await signal.delete(path(run))).status).toBe(404);
    expect((await viewer.get<IngestionRun>(path(run))).body.status).toBe('held');
    expect((await viewer.delete<IngestionRun>(path(run))).body.decided_by).toBe('organic@example.com');
  });

  it('keeps a long report once, however often it is read', async () => {
    const view = await newView(product, 'Report');
    await admin.patch(`/api/views/${view.id}`, { dedupe: 'none' });
    await upload(view, deals(10));
    const odd = Array.from({ length: 1500 }, (_, at) => ({ client: `Odd ${at}`, stage: 'No such stage' }));
    const run = await publishHeld(admin, await upload(view, odd));
    expect([run.status, reportOf(run).findings_count]).toEqual(['published', 1500]);
    const pages = database.db.collection('ingestion_findings');
    expect(await pages.countDocuments({ run_id: run.id })).toBe(1);
  });
});

describe('a restart', () => {
  it('keeps the question, and another process can answer it', async () => {
    const view = await newView(product, 'Restart');
    await upload(view, deals(10));
    const run = await upload(view, deals(3));
    const other: RunningApp = await startApp({ database, people: false });
    try {
      const there = await other.signIn('admin@example.com');
      const ended = await publishHeld(there, run);
      expect(ended).toMatchObject({ status: 'published', revision: 2 });
    } finally {
      await other.stop();
    }
    expect(await clientsOf(view)).toEqual(['Client 1', 'Client 2', 'Client 3']);
  });

  it.each(['running', 'queued'])(
    'shows what it would change again when a process dies while it is %s',
    async (status) => {
      const view = await newView(product, `Died ${status}`);
      await upload(view, deals(10));
      const run = await upload(view, deals(3));
      const interrupted = { status, owner: 'a process that died', decided_by: 'admin@example.com' };
      await database.db.collection('ingestion_runs').updateOne({ id: run.id }, { $set: interrupted });
      await database.db.collection('record_changes').deleteMany({ run_id: run.id, at: { $gt: 2 } });
      const again = await decided(run);
      expect(again).toMatchObject({ status: 'preview', error: null, decided_by: null, file_kept: true });
      const changes = await admin.get<Page<unknown>>(`${path(run)}/changes`);
      expect([changes.body.total, changes.body.items.length]).toEqual([7, 7]);
      expect(await stateOf(view)).toEqual([1, 10]);
      expect((await publishHeld(admin, again)).status).toBe('published');
      expect(await stateOf(view)).toEqual([2, 3]);
    },
  );

  it('says that the file is there when a process dies that reads it again', async () => {
    const view = await newView(product, 'Reread');
    await upload(view, deals(10));
    const run = await upload(view, deals(3));
    const interrupted = { status: 'running', dry_run: true, owner: 'a process that died' };
    await database.db.collection('ingestion_runs').updateOne({ id: run.id }, { $set: interrupted });
    const failed = await decided(run);
    expect([failed.status, failed.error, failed.file_kept]).toEqual([
      'failed',
      expect.stringContaining('the file is still here: read it again'),
      true,
    ]);
    expect((await admin.post(`${path(run)}/preview`, {})).status).toBe(202);
    expect((await decided(run)).status).toBe('preview');
  });

  it('removes the files of runs that were decided on', async () => {
    const view = await newView(product, 'Leftover');
    await upload(view, deals(10));
    const held = await upload(view, deals(3));
    const gone = { run_id: 'decided-long-ago', part: 0, bytes: Buffer.from('x') };
    await database.db.collection('ingestion_files').insertOne(gone);
    const other = await startApp({ database, people: false });
    await other.stop();
    const files = database.db.collection('ingestion_files');
    expect(await files.countDocuments({ run_id: gone.run_id })).toBe(0);
    expect(await filesOf(held)).toBe(1);
  });
});
