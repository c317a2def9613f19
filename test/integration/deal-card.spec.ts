import type {
  DealCard,
  DealRecord,
  DealRecordPage,
  IngestionRun,
  IngestionRunPage,
  Problem,
  RemovedDealPage,
  RunChangePage,
  View,
} from '@app/contracts';
import type { Client } from '../support/app.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, previewed, runEnded, viewNamed, viewsOf } from '../support/views.js';
import { eventually } from '../support/eventually.js';

const ASKED = 'from=2026-07-01&to=2026-12-31&as_of=2026-11-22';

let product: Product;
let admin: Client;
let views: Map<string, View>;
let acme: DealRecord;

beforeAll(async () => {
  product = await startProduct();
  admin = product.admin;
  views = await viewsOf(admin);
  const row = { client: 'Acme', link: 'https://example.com/1', pipe: 100, owner: 'Rémi', source: 'Inbound' };
  const others = { client: 'Bolt', owner: 'Rémi' };
  await load('Organic', [{ ...row, stage: 'C Proposal sent' }, others]);
  await load('Organic', [
    { ...row, stage: 'B Legals', pipe: 120, owner: 'REMI' },
    others,
    { ...others, client: 'Core' },
  ]);
  await load('Organic', [
    { ...row, stage: 'B Legals', pipe: 120, owner: 'REMI', poa: '2026-11-30' },
    others,
    { ...others, client: 'Core' },
  ]);
  acme = await dealOf('Acme');
});

afterAll(() => product.stop());

const load = (name: string, rows: Parameters<typeof sheetOf>[0]) =>
  ingest(admin, viewNamed(views, name).id, 'deals.csv', sheetOf(rows));

const idOf = (name: string) => viewNamed(views, name).id;

const pathOf = (name: string, deal: string, more = '') =>
  `/api/views/${idOf(name)}/records/${encodeURIComponent(deal)}?${ASKED}${more}`;

async function dealOf(client: string, name = 'Organic'): Promise<DealRecord> {
  const path = `/api/views/${idOf(name)}/records?as_of=2026-11-22&q=${client}`;
  const { body } = await admin.get<DealRecordPage>(path);
  const [deal] = body.items;
  if (!deal) throw new Error(`${name} has no deal with ${client}.`);
  return deal;
}

const cardOf = async (name: string, deal: string, more = ''): Promise<DealCard> => {
  const { status, body } = await admin.get<DealCard>(pathOf(name, deal, more));
  expect(status).toBe(200);
  return body;
};

it('shows a deal as every list does, people as the whole view spells them', async () => {
  const { deal } = await cardOf('Organic', acme.id);
  expect(deal).toEqual(acme);
  expect(deal).toMatchObject({ stage: 'B Legals', owner: 'Rémi', age: 48, weight: 0.75, weighted: 90 });
});

it('says which numbers of the period count it', async () => {
  const { counted_in } = await cardOf('Organic', acme.id);
  expect(counted_in).toContainEqual({ metric: 'meetings.total', label: 'Meetings' });
  expect(counted_in).toContainEqual({ metric: 'poa.upcoming', label: 'Upcoming POA' });
  for (const { metric } of counted_in) {
    const path = `/api/views/${idOf('Organic')}/analytics/records?metric=${metric}&${ASKED}`;
    const { body } = await admin.get<DealRecordPage>(path);
    expect([metric, body.items.some(({ id }) => id === acme.id)]).toEqual([metric, true]);
  }
  const later = pathOf('Organic', acme.id).replace(
    'from=2026-07-01&to=2026-12-31',
    'from=2027-01-01&to=2027-01-31',
  );
  const { body } = await admin.get<DealCard>(later);
  expect(body.counted_in.map(({ metric }) => metric)).toEqual([
    'deals.open',
    'pipe.active',
    'pipe.active_weighted',
    'legals.count',
    'legals.value',
    'poa.upcoming',
    'poa.upcoming_value',
  ]);
});

it('tells what publishes did to it, newest first', async () => {
  const { changes } = await cardOf('Organic', acme.id);
  expect(changes.map(({ kind, revision, by }) => [kind, revision, by])).toEqual([
    ['changed', 3, 'admin@example.com'],
    ['changed', 2, 'admin@example.com'],
    ['added', 1, 'admin@example.com'],
  ]);
  expect(changes[0]?.fields).toEqual([{ field: 'poa_date', before: null, after: '2026-11-30' }]);
  expect(changes[1]?.fields).toEqual([
    { field: 'stage', before: 'C Proposal sent', after: 'B Legals' },
    { field: 'pipeline', before: 100, after: 120 },
    { field: 'owner', before: 'Rémi', after: 'REMI' },
  ]);
  const ages = changes.map(({ at }) => Date.now() - Date.parse(at ?? ''));
  expect(ages.every((age) => age >= 0 && age < 3_600_000)).toBe(true);
});

it('leaves out what a run wrote that was never published', async () => {
  const { db } = product.database;
  const change = { view_id: idOf('Organic'), deal_id: acme.id, kind: 'changed', fields: [] };
  await db.collection('record_changes').insertOne({ ...change, run_id: 'failed-run', revision: 99 });
  const { changes } = await cardOf('Organic', acme.id);
  expect(changes.map(({ revision }) => revision)).toEqual([3, 2, 1]);
});

it('has the newest change as soon as its run has ended', async () => {
  await load('Market', [{ client: 'Fern', pipe: 1 }]);
  const { id } = await dealOf('Fern', 'Market');
  const before = await admin.get<DealCard>(pathOf('Market', id));
  const known = { 'if-none-match': before.headers.get('etag') ?? '' };
  expect((await admin.get(pathOf('Market', id), known)).status).toBe(304);
  await load('Market', [{ client: 'Fern', pipe: 2 }]);
  const after = await admin.get<DealCard>(pathOf('Market', id), known);
  expect([after.status, after.body.changes[0]?.revision, after.body.deal.pipeline]).toEqual([200, 2, 2]);
});

describe('a deal that an import removed', () => {
  let gone: DealRecord;

  beforeAll(async () => {
    await load('Signal', [{ client: 'Hale', pipe: 7 }, { client: 'Iris' }, { client: 'Jade' }]);
    gone = await dealOf('Hale', 'Signal');
    await load('Signal', [{ client: 'Iris' }, { client: 'Jade' }]);
  });

  const removedOf = async (name: string, more = ''): Promise<RemovedDealPage> => {
    const path = `/api/views/${idOf(name)}/removed-deals?as_of=2026-11-22${more}`;
    const { status, body } = await admin.get<RemovedDealPage>(path);
    expect(status).toBe(200);
    return body;
  };

  it('still opens by its id, as it was, and says with which import it went', async () => {
    const { deal, counted_in, changes, removed } = await cardOf('Signal', gone.id);
    expect([deal, counted_in]).toEqual([gone, []]);
    expect(changes.map(({ kind, revision, source }) => [kind, revision, source])).toEqual([
      ['removed', 2, 'csv'],
      ['added', 1, 'csv'],
    ]);
    const { kind: _, fields: __, ...publish } = changes[0] ?? {};
    expect(removed).toEqual(publish);
    expect(removed).toMatchObject({ by: 'admin@example.com', run: expect.any(String) as unknown });
  });

  it('is listed, by client too, on its view and on the master', async () => {
    const card = await cardOf('Signal', gone.id);
    const expected = { items: [{ deal: gone, removed: card.removed }], next_cursor: null, total: 1 };
    expect(await removedOf('Signal')).toEqual(expected);
    expect(await removedOf('Signal', '&q=HAL')).toEqual(expected);
    expect(await removedOf('Master')).toEqual(expected);
    expect((await removedOf('Signal', '&q=iris')).items).toEqual([]);
  });

  it('comes page by page, those that went last first', async () => {
    await load('Signal', [{ client: 'Jade' }]);
    const first = await removedOf('Signal', '&limit=1');
    expect([first.items.map(({ deal }) => deal.client), first.total]).toEqual([['Iris'], 2]);
    const next = await removedOf('Signal', `&limit=1&cursor=${first.next_cursor}`);
    expect([next.items.map(({ deal }) => deal.client), next.next_cursor]).toEqual([['Hale'], null]);
  });

  it('is no longer one when it came back', async () => {
    const { body } = await admin.get<IngestionRunPage>(`/api/views/${idOf('Signal')}/ingestions`);
    const first = body.items.find(({ revision }) => revision === 1);
    const path = `/api/views/${idOf('Signal')}/ingestions/${first?.id}/rollback`;
    const started = await admin.post<IngestionRun>(path);
    expect((await runEnded(admin, idOf('Signal'), started.body.id)).status).toBe('published');
    expect((await removedOf('Signal')).items).toEqual([]);
    const { removed, changes } = await cardOf('Signal', gone.id);
    expect([removed, changes.map(({ kind, source }) => [kind, source])]).toEqual([
      null,
      [
        ['added', 'rollback'],
        ['removed', 'csv'],
        ['added', 'csv'],
      ],
    ]);
  });

  it('takes its old id when a sheet has it again, and its story goes on', async () => {
    await load('Signal', [{ client: 'Iris' }, { client: 'Jade' }]);
    const back = [{ client: 'HALE', pipe: 8 }, { client: 'Iris' }, { client: 'Jade' }];
    const shown = await previewed(admin, idOf('Signal'), 'back.csv', sheetOf(back));
    await load('Signal', back);
    const { deal, changes } = await cardOf('Signal', gone.id);
    expect([deal.client, deal.pipeline]).toEqual(['HALE', 8]);
    expect(changes.map(({ kind }) => kind)).toEqual(['added', 'removed', 'added', 'removed', 'added']);
    expect((await removedOf('Signal')).items).toEqual([]);
    const added = await admin.get<RunChangePage>(
      `/api/views/${idOf('Signal')}/ingestions/${shown.id}/changes?kind=added`,
    );
    expect(added.body.items.map(({ deal_id }) => deal_id)).toEqual([gone.id]);
    // And further back: to the data without it, and before it went.
    for (const [revision, clients] of [
      [3, ['Jade']],
      [4, ['Hale', 'Iris', 'Jade']],
    ] as const) {
      const { body } = await admin.get<IngestionRunPage>(`/api/views/${idOf('Signal')}/ingestions`);
      const run = body.items.find((each) => each.revision === revision);
      const path = `/api/views/${idOf('Signal')}/ingestions/${run?.id}/rollback`;
      const started = await admin.post<IngestionRun>(path);
      expect((await runEnded(admin, idOf('Signal'), started.body.id)).status).toBe('published');
      const { items } = (await admin.get<DealRecordPage>(`/api/views/${idOf('Signal')}/records`)).body;
      expect(items.map(({ client }) => client).toSorted()).toEqual(clients);
    }
  });

  it('is another deal when only its client is the same', async () => {
    await load('Signal', [{ client: 'Iris' }, { client: 'Jade' }]);
    await load('Signal', [{ client: 'Hale', stage: 'Lost' }, { client: 'Iris' }, { client: 'Jade' }]);
    expect((await dealOf('Hale', 'Signal')).id).not.toBe(gone.id);
  });

  it('is shown to nobody who cannot open its view', async () => {
    const viewer = await product.app.signIn('market@example.com');
    expect((await viewer.get(pathOf('Signal', gone.id))).status).toBe(404);
    expect((await viewer.get(`/api/views/${idOf('Signal')}/removed-deals`)).status).toBe(404);
  });
});

it('opens on a master, and says there which view it is from', async () => {
  const card = await cardOf('Master', acme.id, `&source=${idOf('Organic')}`);
  expect(card.deal).toMatchObject({ client: 'Acme', view_id: idOf('Organic'), view_name: 'Organic' });
  expect(card.changes).toHaveLength(3);
  expect(await cardOf('Master', acme.id)).toEqual(card);
});

it('takes the copy of the source asked for when two views have a deal of the same id', async () => {
  const { db } = product.database;
  const copied = await db.collection('sales_records').findOne({ id: acme.id });
  await load('Signal', [{ client: 'Gale' }]);
  const collection = db.collection('sales_records_signal');
  await collection.updateOne({ client: 'Gale' }, { $set: { id: copied?.id } });
  const { deal } = await cardOf('Master', acme.id, `&source=${idOf('Signal')}`);
  expect([deal.client, deal.view_name]).toEqual(['Gale', 'Signal']);
  expect((await cardOf('Master', acme.id, `&source=${idOf('Organic')}`)).deal.client).toBe('Acme');
});

it('finds a record of other software, which has no id but its _id', async () => {
  const { db } = product.database;
  const { insertedId } = await db
    .collection('sales_records_fullfunnel')
    .insertOne({ client: 'Old', stage: 'Won' });
  const path = pathOf('Full Funnel', insertedId.toHexString());
  const { deal, changes } = await eventually(async () => {
    const { status, body } = await admin.get<DealCard>(path);
    expect(status).toBe(200);
    return body;
  });
  expect([deal.id, deal.client, deal.stage, changes]).toEqual([
    insertedId.toHexString(),
    'Old',
    'A Closed',
    [],
  ]);
});

it.each([
  ['an unknown deal', () => pathOf('Organic', 'nobody'), 404, undefined],
  ['a deal of another view', () => pathOf('Market', acme.id), 404, undefined],
  ['a source without the deal', () => pathOf('Master', acme.id, `&source=${idOf('Market')}`), 404, undefined],
  [
    'a source that is not read',
    () => pathOf('Organic', acme.id, `&source=${idOf('Master')}`),
    404,
    undefined,
  ],
  ['another parameter', () => pathOf('Organic', acme.id, '&colour=red'), 400, 'colour'],
  ['no period', () => pathOf('Organic', acme.id).replace('from=2026-07-01&', ''), 400, 'from'],
])('refuses %s', async (_, path, expected, field) => {
  const { status, body } = await admin.get<Problem>(path());
  expect([status, body.errors[0]?.field]).toEqual([expected, field]);
});

it('is shown to everybody who can open the view, and through the master to everybody who can open that', async () => {
  expect((await product.app.client().get(pathOf('Organic', acme.id))).status).toBe(401);
  const viewer = await product.app.signIn('market@example.com');
  expect((await viewer.get(pathOf('Organic', acme.id))).status).toBe(404);
  expect((await viewer.get(pathOf('Master', acme.id))).status).toBe(404);
  const ofMaster = await product.app.signIn('master@example.com');
  expect((await ofMaster.get(pathOf('Master', acme.id))).status).toBe(200);
  expect((await ofMaster.get(pathOf('Organic', acme.id))).status).toBe(404);
});
