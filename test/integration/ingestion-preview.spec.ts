import { jest } from '@jest/globals';
import type { IngestionRun, View } from '@app/contracts';
import type { Client, TestDatabase } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { newView } from '../support/new-view.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { type RowOfSheet, sheetOf } from '../support/sheets.js';
import { previewed, publishHeld, reportOf, uploaded, viewNamed, viewsOf } from '../support/views.js';

jest.setTimeout(120_000);

let product: Product;
let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  product = await startProduct();
  ({ database, admin } = product);
}, 120_000);

afterAll(() => product.stop());

const deals = (count: number): RowOfSheet[] =>
  Array.from({ length: count }, (_, at) => ({ client: `Client ${at + 1}`, stage: 'Lost', pipe: at + 1 }));
const upload = (view: View, rows: readonly RowOfSheet[]) =>
  uploaded(admin, view.id, 'deals.csv', sheetOf(rows));
const preview = (view: View, rows: readonly RowOfSheet[]) =>
  previewed(admin, view.id, 'deals.csv', sheetOf(rows));
const path = ({ view_id, id }: IngestionRun) => `/api/views/${view_id}/ingestions/${id}`;
const read = async (run: IngestionRun) => (await admin.get<IngestionRun>(path(run))).body;
const stateOf = async (view: View) => {
  const { revision, records_count } = viewNamed(await viewsOf(admin), view.name).data;
  return [revision, records_count];
};
const count = (collection: string, run: IngestionRun) =>
  database.db.collection(collection).countDocuments({ run_id: run.id });
const idsOf = async (view: View) =>
  new Map(
    (
      await database.db
        .collection(view.collection ?? '')
        .find()
        .toArray()
    ).map(({ client, id }) => [client as string, id as string]),
  );

describe('a preview', () => {
  it('tells what the sheet would change, and changes nothing', async () => {
    const view = await newView(product, 'Shown');
    await upload(view, deals(10));
    const run = await preview(view, [{ client: 'Client 1', pipe: 500 }, ...deals(12).slice(2)]);
    expect(run).toMatchObject({
      status: 'preview',
      dry_run: true,
      file_kept: true,
      revision: null,
      error: null,
      mode: 'replace',
      progress: { phase: 'done', fraction: 1 },
    });
    expect(reportOf(run)).toMatchObject({
      added: 2,
      changed: 1,
      removed: 1,
      compared_revision: 1,
      held: null,
    });
    expect(reportOf(run).stages).toEqual([
      { stage: 'C Proposal sent', deals_before: 0, deals_after: 1, value_before: 0, value_after: 500 },
      { stage: 'Lost', deals_before: 10, deals_after: 10, value_before: 55, value_after: 75 },
    ]);
    expect(reportOf(run).headline).toContainEqual({
      id: 'pipe.active',
      label: 'Open pipe',
      unit: 'money',
      before: 0,
      after: 500,
    });
    expect(await stateOf(view)).toEqual([1, 10]);
    const changes = await database.db.collection('record_changes').find({ run_id: run.id }).toArray();
    expect(changes.map(({ kind }) => kind as string).toSorted()).toEqual([
      'added',
      'added',
      'changed',
      'removed',
    ]);
  });

  it('is published as it was shown, new deals under the ids that they were shown with', async () => {
    const view = await newView(product, 'Published');
    const run = await preview(view, deals(3));
    const changes = await database.db.collection('record_changes').find({ run_id: run.id }).toArray();
    const shown = changes.map(({ deal_id }) => deal_id as string).toSorted();
    const published = await publishHeld(admin, run);
    expect(published).toMatchObject({
      id: run.id,
      status: 'published',
      revision: 1,
      dry_run: true,
      decided_by: 'admin@example.com',
    });
    expect([...(await idsOf(view)).values()].toSorted()).toEqual(shown);
    expect(await count('record_changes', run)).toBe(3);
    await eventually(async () => expect((await read(run)).file_kept).toBe(false));
    // It goes right after it is said to.
    await eventually(async () => expect(await count('ingestion_files', run)).toBe(0));
  });

  it('is held when the data has moved since, even to as many changes', async () => {
    const view = await newView(product, 'Moved');
    await upload(view, deals(10));
    const run = await preview(view, [...deals(9), { client: 'Client 10', stage: 'Lost', pipe: 77 }]);
    await upload(view, [...deals(9), { client: 'Client 10', stage: 'Lost', pipe: 11 }]);
    const held = await publishHeld(admin, run);
    expect([held.status, held.decided_by, held.file_kept]).toEqual(['held', null, true]);
    expect(reportOf(held).held?.reasons.map(({ code }) => code)).toEqual(['data_moved']);
    expect(reportOf(held)).toMatchObject({ changed: 1, compared_revision: 2 });
    expect(await stateOf(view)).toEqual([2, 10]);
    expect((await publishHeld(admin, held)).status).toBe('published');
    expect(await stateOf(view)).toEqual([3, 10]);
  });

  it('shows the reasons for which it would be held, and is published by who has seen them', async () => {
    const view = await newView(product, 'Reasons');
    await upload(view, deals(10));
    const run = await preview(view, deals(2));
    expect(run.status).toBe('preview');
    expect(reportOf(run).held?.reasons.map(({ code }) => code)).toEqual(['removes_deals']);
    expect((await publishHeld(admin, run)).status).toBe('published');
    expect(await stateOf(view)).toEqual([2, 2]);
  });

  it('of what is there already says so, and then changes nothing', async () => {
    const view = await newView(product, 'Same');
    await upload(view, deals(4));
    const run = await preview(view, deals(4));
    expect([run.status, reportOf(run).changed]).toEqual(['preview', 0]);
    expect((await publishHeld(admin, run)).status).toBe('unchanged');
    await eventually(async () => expect((await read(run)).file_kept).toBe(false));
    expect(await stateOf(view)).toEqual([1, 4]);
  });

  it('is discarded with its file and its changes, and stays in the history', async () => {
    const view = await newView(product, 'Discarded');
    const run = await preview(view, deals(3));
    const { status, body } = await admin.delete<IngestionRun>(path(run));
    expect([status, body.status]).toEqual([200, 'discarded']);
    expect((await read(run)).file_kept).toBe(false);
    expect([await count('ingestion_files', run), await count('record_changes', run)]).toEqual([0, 0]);
    expect((await admin.post(`${path(run)}/publish`)).status).toBe(409);
    expect(await stateOf(view)).toEqual([0, 0]);
  });

  it('is one of three at most, beside three that are held', async () => {
    const view = await newView(product, 'Bound');
    await upload(view, deals(20));
    const held = await upload(view, deals(2));
    const runs: IngestionRun[] = [];
    for (const each of [21, 22, 23, 24]) runs.push(await preview(view, deals(each)));
    await eventually(async () => {
      const [first] = await Promise.all(runs.map(read));
      expect([first?.status, first?.file_kept]).toEqual(['discarded', false]);
    });
    const [oldest, ...others] = await Promise.all(runs.map(read));
    expect(oldest?.error).toContain('3 newer previews');
    expect(others.map(({ status }) => status)).toEqual(['preview', 'preview', 'preview']);
    expect((await read(held)).status).toBe('held');
  });

  it("gives way to newer ones of the same person, not to a colleague's", async () => {
    const organic = viewNamed(await viewsOf(admin), 'Organic');
    const viewer = await product.app.signIn('organic@example.com');
    const theirs = await previewed(viewer, organic.id, 'deals.csv', sheetOf(deals(2)));
    const mine: IngestionRun[] = [];
    for (const each of [3, 4, 5, 6]) mine.push(await preview(organic, deals(each)));
    await eventually(async () => {
      const now = await Promise.all(mine.map(read));
      expect(now.map(({ status }) => status)).toEqual(['discarded', 'preview', 'preview', 'preview']);
    });
    expect(await read(theirs)).toMatchObject({ status: 'preview', file_kept: true });
  });

  it('of a file that is no sheet fails as an import of it does', async () => {
    const view = await newView(product, 'Faulty');
    const run = await previewed(admin, view.id, 'deals.csv', 'Name\nAcme');
    expect([run.status, run.error]).toEqual(['failed', expect.stringContaining('no Client column')]);
  });

  it('is no part of the story of a deal before it is published', async () => {
    const view = await newView(product, 'Story');
    await upload(view, deals(2));
    const id = (await idsOf(view)).get('Client 1') ?? '';
    for (const pipe of [5, 6, 7]) await preview(view, [{ client: 'Client 1', pipe }, ...deals(2).slice(1)]);
    const { body } = await admin.get<{ changes: { kind: string }[] }>(
      `/api/views/${view.id}/records/${id}?from=2026-07-01&to=2026-12-31`,
    );
    expect(body.changes.map(({ kind }) => kind)).toEqual(['added']);
  });
});
