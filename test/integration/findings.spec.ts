import type {
  DataFinding,
  DataFindingPage,
  DealRecordPage,
  Explanation,
  Problem,
  View,
} from '@app/contracts';
import type { Client } from '../support/app.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';
import { noticed } from '../support/noticed.js';

let product: Product;
let admin: Client;
let views: Map<string, View>;

beforeAll(async () => {
  product = await startProduct();
  admin = product.admin;
  views = await viewsOf(admin);
  await load('Organic', [
    { client: 'Acme', stage: 'A Closed', pipe: 90, owner: 'Rémi' },
    { client: 'Bolt', stage: 'B Legals', pipe: 300, owner: 'REMI', source: 'Event' },
    { client: 'Core', stage: 'On hold', arr: 40, owner: 'Zoé' },
    { client: 'Dune', stage: 'On hold', arr: 60, owner: 'Rémi' },
  ]);
  await load('Signal', [{ client: 'ACME', stage: 'Lost', arr: 5, owner: 'Inès' }]);
});

afterAll(() => product.stop());

const load = (name: string, rows: Parameters<typeof sheetOf>[0]) =>
  ingest(admin, viewNamed(views, name).id, 'deals.csv', sheetOf(rows));

const pathOf = (name: string, rest: string) => `/api/views/${viewNamed(views, name).id}/${rest}`;

const findingsOf = async (name: string, query = ''): Promise<DataFinding[]> => {
  const { status, body } = await admin.get<DataFindingPage>(
    pathOf(name, `findings?as_of=2026-11-22${query}`),
  );
  expect([status, body.next_cursor, body.total]).toEqual([200, null, body.items.length]);
  return body.items;
};

const recordsOf = async (name: string, code: string, query = ''): Promise<DealRecordPage> => {
  const path = pathOf(name, `findings/${code}/records?as_of=2026-11-22${query}`);
  const { status, body } = await admin.get<DealRecordPage>(path);
  expect(status).toBe(200);
  return body;
};

const said = (items: readonly DataFinding[]) => items.map(({ code, count, value }) => [code, count, value]);

const clients = ({ items }: DealRecordPage) => items.map(({ client }) => client);

it('finds what moves numbers, most money first', async () => {
  expect(said(await findingsOf('Organic'))).toEqual(
    [
      ['owner_spellings', 1, null],
      ['relevance_missing', 1, 300],
      ['no_weight_row', 1, 300],
      ['unknown_stage', 2, 100],
      ['closed_without_arr', 1, 90],
      ['closed_without_billing_start', 1, 90],
    ].toSorted(byMoneyThenCode),
  );
});

it('lists the records of each finding: as many, and with as much money', async () => {
  for (const { code, unit, count, value } of await findingsOf('Organic')) {
    const { items, total: listed } = await recordsOf('Organic', code);
    if (unit === 'deals') expect([code, listed]).toEqual([code, count]);
    const money = items.map(
      (deal) => (['no_weight_row', 'stage_missing'].includes(code) ? deal.pipeline : deal.value) ?? 0,
    );
    const sum = money.reduce((total, each) => total + each, 0);
    if (value !== null) expect([code, sum]).toEqual([code, value]);
    expect(money).toEqual(money.toSorted((one, other) => other - one));
  }
});

it('pages and sorts records as every list of records', async () => {
  expect(clients(await recordsOf('Organic', 'unknown_stage'))).toEqual(['Dune', 'Core']);
  expect(clients(await recordsOf('Organic', 'unknown_stage', '&sort=client'))).toEqual(['Core', 'Dune']);
  const first = await recordsOf('Organic', 'unknown_stage', '&limit=1');
  const second = await recordsOf('Organic', 'unknown_stage', `&limit=1&cursor=${first.next_cursor}`);
  expect([...clients(first), ...clients(second), second.next_cursor]).toEqual(['Dune', 'Core', null]);
});

it('follows filters and the as-of date', async () => {
  expect(said(await findingsOf('Organic', '&owner=zoe'))).toEqual([['unknown_stage', 1, 40]]);
  const path = pathOf('Organic', 'findings?as_of=2026-10-01&owner=zoe');
  const { body } = await admin.get<DataFindingPage>(path);
  expect(said(body.items)).toEqual([
    ['future_discovery', 1, 40],
    ['unknown_stage', 1, 40],
  ]);
});

it('adds views up on a master, and sees there which clients several views have', async () => {
  const all = new Map((await findingsOf('Master')).map((finding) => [finding.code, finding]));
  expect(all.get('client_in_several_views')).toMatchObject({ unit: 'clients', count: 1, value: 95 });
  expect(all.get('unknown_stage')).toMatchObject({ count: 2, value: 100 });
  const { items } = await recordsOf('Master', 'client_in_several_views');
  expect(items.map(({ client, view_name }) => [client, view_name])).toEqual([
    ['Acme', 'Organic'],
    ['ACME', 'Signal'],
  ]);
  expect((await recordsOf('Organic', 'client_in_several_views')).total).toBe(0);
});

it('finds targets that contradict each other, at once after a change', async () => {
  const before = await admin.get(pathOf('Market', 'findings?as_of=2026-11-22'));
  const targets = { revenue_2026: { nov: 100_000 }, deals_closed_yearly: { arr_target: 150_000 } };
  await setTargets('Market', targets);
  expect(await findingsOf('Market')).toMatchObject([
    {
      code: 'targets_months_and_year',
      unit: 'targets',
      count: 1,
      value: 50_000,
      details: ['deals_closed_yearly.arr_target'],
      opens: 'targets',
    },
  ]);
  await setTargets('Master', { revenue_2026: { nov: 90_000 } });
  const onMaster = (await findingsOf('Master')).find(({ code }) => code === 'targets_own_and_views');
  expect(onMaster).toMatchObject({ count: 1, value: 10_000, details: ['revenue_2026.nov'] });
  await setTargets('Market', { revenue_2026: { nov: 90_000 } });
  expect((await findingsOf('Master')).map(({ code }) => code)).not.toContain('targets_own_and_views');
  const after = await admin.get(pathOf('Market', 'findings?as_of=2026-11-22'));
  expect([before.body.total, after.body.total]).toEqual([0, 0]);
});

it('has no findings for an empty view', async () => {
  expect(await findingsOf('Full Funnel')).toEqual([]);
});

it('is recognised by its ETag', async () => {
  const path = pathOf('Organic', 'findings?as_of=2026-11-22');
  const { headers } = await admin.get(path);
  expect((await admin.get(path, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
});

it.each([
  ['findings?colour=red', 400, 'colour'],
  ['findings?as_of=tomorrow', 400, 'as_of'],
  ['findings?sort=client', 400, 'sort'],
  ['findings/unknown_stage/records?sort=colour', 400, 'sort'],
  ['findings/unknown_stage/records?cursor=nonsense', 400, 'cursor'],
  ['findings/bad_weather/records', 404, undefined],
  ['findings/targets_own_and_views/records', 404, undefined],
])('refuses %s', async (route, expected, field) => {
  const { status, body } = await admin.get<Problem>(pathOf('Organic', route));
  expect([status, body.errors[0]?.field]).toEqual([expected, field]);
});

it.each(['findings', 'findings/unknown_stage/records'])(
  'shows %s to everybody who can open the view',
  async (route) => {
    expect((await product.app.client().get(pathOf('Organic', route))).status).toBe(401);
    const viewer = await product.app.signIn('signal@example.com');
    expect((await viewer.get(pathOf('Organic', route))).status).toBe(404);
    expect((await viewer.get(pathOf('Signal', route))).status).toBe(200);
  },
);

async function setTargets(name: string, targets: Record<string, unknown>): Promise<void> {
  const { id } = viewNamed(views, name);
  await product.database.db.collection('views').updateOne({ id }, { $set: { targets } });
  await noticed(product);
}

function byMoneyThenCode(left: (string | number | null)[], right: (string | number | null)[]): number {
  return Number(right[2]) - Number(left[2]) || String(left[0]).localeCompare(String(right[0]));
}

it('finds deals without a stage in the view, not in the import, and among what the open pipe left out', async () => {
  const sheet = [
    'Client,Stage,Discovery date,Pipeline,Type of source',
    'Ardent,,2026-03-01,50000,Inbound',
    'Belmont,,2026-03-02,30000,Inbound',
    'Corvo,C Proposal sent,2026-03-03,20000,Inbound',
  ].join('\n');
  const run = await ingest(admin, viewNamed(views, 'Market').id, 'no-stage.csv', sheet);
  expect([run.status, run.report?.findings_count]).toEqual(['published', 0]);
  expect(said(await findingsOf('Market'))).toContainEqual(['stage_missing', 2, 80_000]);
  expect(clients(await recordsOf('Market', 'stage_missing'))).toEqual(['Ardent', 'Belmont']);
  const { body } = await admin.get<Explanation>(
    pathOf('Market', 'analytics/explain?metric=pipe.active&from=2026-01-01&to=2026-12-31&as_of=2026-11-22'),
  );
  expect(body.left_out).toMatchObject([{ reason: 'deals without a stage', count: 2, pipe: 80_000 }]);
});
