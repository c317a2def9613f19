import type { IngestionRun, Problem, RunChange, RunChangePage, View } from '@app/contracts';
import type { Client } from '../support/app.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { type RowOfSheet, sheetOf } from '../support/sheets.js';
import { ingest, runEnded, viewNamed, viewsOf } from '../support/views.js';

let product: Product;
let admin: Client;
let view: View;

const load = (...rows: RowOfSheet[]): Promise<IngestionRun> =>
  ingest(admin, view.id, 'deals.csv', sheetOf(rows));

beforeAll(async () => {
  product = await startProduct();
  ({ admin } = product);
  view = viewNamed(await viewsOf(admin), 'Organic');
  const steady = [{ client: 'Same' }, { client: 'Fern' }, { client: 'Gale' }];
  const first = await load({ client: 'Acme', pipe: 1 }, { client: 'Bolt', pipe: 2 }, ...steady);
  await load({ client: 'Acme', pipe: 5 }, { client: 'Core', pipe: 3 }, ...steady);
  await load({ client: 'Acme', pipe: 1 }, { client: 'Dune', poa: '2026-11-30' }, ...steady);
  const path = `/api/views/${view.id}/ingestions/${first.id}/rollback`;
  const { body } = await admin.post<IngestionRun>(path);
  await runEnded(admin, view.id, body.id);
  await load({ client: 'Acme', pipe: 1 }, { client: 'Bolt', pipe: 9 }, ...steady);
});

afterAll(() => product.stop());

const pathOf = (query: string): string => `/api/views/${view.id}/changes?${query}`;

async function between(from: number, to: number, more = ''): Promise<RunChangePage> {
  const { status, body, text } = await admin.get<RunChangePage>(
    pathOf(`from_revision=${from}&to_revision=${to}${more}`),
  );
  if (status !== 200) throw new Error(`Comparing answered ${status}: ${text}`);
  return body;
}

const told = ({ items }: { items: RunChange[] }) =>
  items.map(({ kind, client, value, fields }) => [kind, client, value, fields]);

it.each([
  [0, 1, ['added', 'added', 'added', 'added', 'added'], 5],
  [1, 1, [], 0],
  [1, 2, ['added', 'changed', 'removed'], 3],
  [1, 4, [], 0],
])('from revision %i to %i: %j', async (from, to, kinds, total) => {
  const page = await between(from, to);
  expect([page.items.map(({ kind }) => kind), page.total]).toEqual([kinds, total]);
});

it('tells the net difference: what was changed back, or came and went, is none', async () => {
  expect(told(await between(1, 3))).toEqual([
    ['added', 'Dune', null, null],
    ['removed', 'Bolt', 2, null],
  ]);
});

it('compares a deal that went and came back with what it was', async () => {
  const changed = ['changed', 'Bolt', 9, [{ field: 'pipeline', before: 2, after: 9 }]];
  expect(told(await between(1, 5))).toEqual([changed]);
  expect(told(await between(1, 0))).toEqual([changed]);
  expect(told(await between(3, 5))).toEqual([
    ['added', 'Bolt', 9, null],
    ['removed', 'Dune', null, null],
  ]);
});

it('comes page by page, and of one kind', async () => {
  const first = await between(1, 2, '&limit=2');
  expect([first.items.length, first.total]).toEqual([2, 3]);
  const next = await between(1, 2, `&limit=2&cursor=${first.next_cursor}`);
  expect([told(next), next.next_cursor]).toEqual([[['removed', 'Bolt', 2, null]], null]);
  expect((await between(1, 2, '&kind=changed')).items.map(({ fields }) => fields)).toEqual([
    [{ field: 'pipeline', before: 1, after: 5 }],
  ]);
});

it.each([
  ['a revision that is not made yet', 'from_revision=1&to_revision=99', 400, 'to_revision'],
  ['the wrong way round', 'from_revision=3&to_revision=2', 400, 'from_revision'],
])('refuses %s', async (_, query, expected, field) => {
  const { status, body } = await admin.get<Problem>(pathOf(query));
  expect([status, body.errors[0]?.field]).toEqual([expected, field]);
});

it('says when what changed since is not kept', async () => {
  const runs = product.database.db.collection('ingestion_runs');
  await runs.updateOne({ view_id: view.id, revision: 2 }, { $set: { changes_removed: true } });
  const { status, body } = await admin.get<Problem>(pathOf('from_revision=1&to_revision=3'));
  expect([status, body.detail]).toEqual([409, 'What changed since revision 1 is not kept.']);
  expect((await between(2, 3)).total).toBeGreaterThan(0);
});

it('is told of views with data of their own', async () => {
  const master = viewNamed(await viewsOf(admin), 'Master');
  const { status, body } = await admin.get<Problem>(`/api/views/${master.id}/changes?from_revision=1`);
  expect([status, body.detail]).toEqual([
    422,
    'Master adds up other views: compare the revisions of one of them.',
  ]);
});

it('is for those who can open the view', async () => {
  const other = await product.app.signIn('market@example.com');
  expect((await other.get(pathOf('from_revision=1'))).status).toBe(404);
});
