import type { IngestionRun, Problem, View } from '@app/contracts';
import { Double, type Document, Long, ObjectId } from 'mongodb';
import type { Client, TestDatabase } from '../support/app.js';
import { newView } from '../support/new-view.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { type RowOfSheet, sheetOf } from '../support/sheets.js';
import { ingest, publishHeld, reportOf, runEnded, viewNamed, viewsOf } from '../support/views.js';

let product: Product;
let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  product = await startProduct();
  ({ database, admin } = product);
});

afterAll(() => product.stop());

const load = (view: View, rows: readonly RowOfSheet[]): Promise<IngestionRun> =>
  ingest(admin, view.id, 'deals.csv', sheetOf([...rows]));

/** Every document of a view as it is stored, in the order of records. */
async function stored({ collection }: View): Promise<Document[]> {
  const types = { promoteValues: false, promoteLongs: false } as const;
  const documents = await database.db
    .collection(collection ?? '')
    .find({}, types)
    .toArray();
  return documents.toSorted((one, other) => Number(one.sheet_position) - Number(other.sheet_position));
}

const pathOf = ({ view_id, id }: Pick<IngestionRun, 'view_id' | 'id'>): string =>
  `/api/views/${view_id}/ingestions/${id}/rollback`;

async function rollBack(run: IngestionRun, query = ''): Promise<IngestionRun> {
  const { status, body, text } = await admin.post<IngestionRun>(`${pathOf(run)}${query}`);
  if (status !== 202) throw new Error(`Going back answered ${status}: ${text}`);
  return runEnded(admin, run.view_id, body.id);
}

const SHEETS: RowOfSheet[][] = [
  [
    { client: 'Acme', link: 'https://example.com/1', pipe: 5 },
    { client: 'Bolt', pipe: 1.5 },
    { client: 'Core' },
  ],
  [
    { client: 'Zest' },
    { client: 'Acme Corp', link: 'https://example.com/1', pipe: 7 },
    { client: 'Bolt', pipe: 1.5 },
  ],
  [{ client: 'Core' }, { client: 'Bolt', pipe: 2 }, { client: 'Zest' }, { client: 'Acme' }],
];

/** Three imports, with keys of other software on the first; each run with the documents that it left. */
async function threeRevisions(view: View) {
  const revisions: { run: IngestionRun; documents: Document[] }[] = [];
  for (const sheet of SHEETS) {
    const run = await load(view, sheet);
    if (revisions.length === 0) {
      const notes = {
        score: new Double(5),
        counter: Long.fromString('9007199254740995'),
        by: { who: 'Jane' },
      };
      const records = database.db.collection(view.collection ?? '');
      await records.updateOne({ client: 'Acme' }, { $set: notes });
      // The same deal in another spelling: the next import stores it as the product does.
      await records.updateOne({ client: 'Bolt' }, { $set: { pipeline: '1.50', stage: 'Proposal sent' } });
    }
    revisions.push({ run, documents: await stored(view) });
  }
  return revisions;
}

describe('going back', () => {
  it('brings every kept revision back exactly, each as a new one', async () => {
    const view = await newView(product, 'Exact');
    const revisions = await threeRevisions(view);
    const order = [0, 2, 1, 0, 1];
    for (const [at, wanted] of order.entries()) {
      const target = revisions[wanted];
      if (!target) throw new Error('There is no such revision.');
      const run = await rollBack(target.run);
      expect([run.status, run.error, run.revision]).toEqual(['published', null, 4 + at]);
      expect(run).toMatchObject({
        source: { type: 'rollback', name: 'deals.csv' },
        rollback: { run: target.run.id, revision: wanted + 1 },
      });
      expect(await stored(view)).toEqual(target.documents);
    }
  });

  it('goes back over rollbacks too, and the next sheet comes in as if nothing had been', async () => {
    const view = await newView(product, 'Again');
    const [first, , third] = await threeRevisions(view);
    if (!first || !third) throw new Error('There are no such revisions.');
    const back = await rollBack(first.run);
    expect(reportOf(back)).toMatchObject({ added: 1, changed: 1, removed: 2 });
    await rollBack(third.run);
    expect((await rollBack(back)).status).toBe('published');
    expect(await stored(view)).toEqual(first.documents);
    const next = await load(view, SHEETS[0] ?? []);
    expect(next.status).toBe('unchanged');
  });

  it('shows the difference first, and publishes what it showed', async () => {
    const view = await newView(product, 'Shown');
    const [first] = await threeRevisions(view);
    if (!first) throw new Error('There is no such revision.');
    const before = await stored(view);
    const preview = await rollBack(first.run, '?dry_run=true');
    expect([preview.status, preview.revision]).toEqual(['preview', null]);
    expect(reportOf(preview)).toMatchObject({ added: 1, changed: 1, removed: 2 });
    expect(await stored(view)).toEqual(before);
    const published = await publishHeld(admin, preview);
    expect([published.status, published.revision]).toEqual(['published', 4]);
    expect(await stored(view)).toEqual(first.documents);
  });

  it('asks again when the data has moved since the difference was shown', async () => {
    const view = await newView(product, 'Moves');
    const [first] = await threeRevisions(view);
    if (!first) throw new Error('There is no such revision.');
    const preview = await rollBack(first.run, '?dry_run=true');
    await load(view, [...(SHEETS[2] ?? []), { client: 'Late' }]);
    const asked = await publishHeld(admin, preview);
    expect([asked.status, reportOf(asked).held?.reasons.map(({ code }) => code)]).toEqual([
      'held',
      ['data_moved'],
    ]);
    expect((await publishHeld(admin, asked)).status).toBe('published');
    expect(await stored(view)).toEqual(first.documents);
  });

  it('never rebuilds wrongly what other software added to', async () => {
    const view = await newView(product, 'Foreign');
    const records = database.db.collection(view.collection ?? '');
    const empty = await load(view, [{ client: 'First' }]);
    await records.insertMany([
      {
        _id: new ObjectId(),
        id: 'old',
        client: 'Old',
        stage: 'Won',
        pipeline: '1 000,50',
        discovery_date: '2026-03-01',
      },
      { _id: new ObjectId(), id: 'older', client: 'Older', stage: 'lost', extra: [1, 2] },
    ]);
    await load(view, [{ client: 'First' }, { client: 'Old', stage: 'A Closed' }, { client: 'New' }]);
    const { status, body } = await admin.post<Problem>(pathOf(empty));
    expect(status).toBe(202);
    const run = await runEnded(admin, view.id, (body as unknown as IngestionRun).id);
    // The revision had one record, and two that nobody imported stood beside it before the next import.
    expect([run.status, run.error]).toEqual([
      'failed',
      expect.stringContaining('cannot be rebuilt exactly') as unknown,
    ]);
    expect(await records.countDocuments()).toBe(3);
  });
});

describe('going back is refused', () => {
  it.each([
    ['to what the view shows', (runs: IngestionRun[]) => runs[2], 409, 'nothing to go back to'],
    ['to a revision of an earlier version', (runs: IngestionRun[]) => runs[0], 409, 'Revision 1 is not kept'],
    ['to a run that published nothing', (runs: IngestionRun[]) => runs[3], 409, 'published nothing'],
    [
      'to a run that is not there',
      (runs: IngestionRun[]) => runs[0] && { ...runs[0], id: 'none' },
      404,
      'none',
    ],
  ])('%s', async (name, choose, status, detail) => {
    const view = await newView(product, name.replaceAll(' ', '-'));
    const runs = (await threeRevisions(view)).map(({ run }) => run);
    runs.push(await load(view, SHEETS[2] ?? []));
    await database.db
      .collection('ingestion_runs')
      .updateOne({ id: runs[1]?.id }, { $unset: { data_digest: '' } });
    const run = choose(runs);
    if (!run) throw new Error('There is no such run.');
    const answer = await admin.post<Problem>(pathOf(run));
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(detail) as unknown]);
  });

  it('to those who may only read, and to those who may not open the view', async () => {
    const view = viewNamed(await viewsOf(admin), 'Organic');
    const run = await load(view, SHEETS[0] ?? []);
    await load(view, [...(SHEETS[0] ?? []), { client: 'Late' }]);
    const reader = await product.app.signIn('organic@example.com');
    const other = await product.app.signIn('market@example.com');
    expect([(await other.post(pathOf(run))).status, (await reader.post(pathOf(run))).status]).toEqual([
      404, 202,
    ]);
  });
});
