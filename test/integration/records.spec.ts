import type { DealRecord, DealRecordPage, Problem, SearchAnswer, View } from '@app/contracts';
import type { Client } from '../support/app.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { largeSheet, sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

let product: Product;
let admin: Client;
let organic: View;
let master: View;

beforeAll(async () => {
  product = await startProduct();
  admin = product.admin;
  const views = await viewsOf(admin);
  [organic, master] = [viewNamed(views, 'Organic'), viewNamed(views, 'Master')];
  await load('Organic', [
    { client: 'Acme', stage: 'Closed Won', arr: 100, pipe: 90, owner: 'Rémi', discovered: '2026-10-03' },
    {
      client: 'Bolt',
      stage: 'B Legals',
      pipe: 300,
      owner: 'REMI',
      source: 'Inbound',
      discovered: '2026-10-01',
    },
    { client: 'Core', stage: 'F Inbox', owner: 'Rémi', discovered: '' },
    { client: 'Acme Labs', stage: 'C', pipe: 200, discovered: '2026-10-02' },
  ]);
  await load('Signal', [{ client: 'Dune', pipe: 250, owner: 'Inès', discovered: '2026-10-04' }]);
});

afterAll(() => product.stop());

async function load(name: string, rows: Parameters<typeof sheetOf>[0]): Promise<void> {
  await ingest(admin, viewNamed(await viewsOf(admin), name).id, 'deals.csv', sheetOf(rows));
}

const list = async (query: string, view = organic): Promise<DealRecordPage> => {
  const { status, body } = await admin.get<DealRecordPage>(
    `/api/views/${view.id}/records?as_of=2026-11-22&${query}`,
  );
  expect(status).toBe(200);
  return body;
};

const clients = ({ items }: DealRecordPage) => items.map(({ client }) => client);

it('answers deals normalised, with what is computed of them', async () => {
  const { items } = await list('q=bolt');
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    view_id: organic.id,
    view_name: 'Organic',
    discovery_date: '2026-10-01',
    stage: 'B Legals',
    owner: 'Rémi',
    source_group: 'inbound',
    value: 300,
    age: 52,
    weight: 0.75,
    weighted: 225,
    expected_arr: null,
    poa_date: null,
  } satisfies Partial<DealRecord>);
});

it.each([
  ['', ['Acme', 'Bolt', 'Core', 'Acme Labs']],
  ['sort=client', ['Acme', 'Acme Labs', 'Bolt', 'Core']],
  ['sort=-discovery_date', ['Acme', 'Acme Labs', 'Bolt', 'Core']],
  ['sort=pipeline', ['Acme', 'Acme Labs', 'Bolt', 'Core']],
  ['sort=-value', ['Bolt', 'Acme Labs', 'Acme', 'Core']],
  ['q=ACME', ['Acme', 'Acme Labs']],
  ['owner=remi', ['Acme', 'Bolt', 'Core']],
  ['owner=', ['Acme Labs']],
  ['stage=A%20Closed&stage=F%20Inbox', ['Acme', 'Core']],
  ['stage=other', []],
])('lists %s', async (query, expected) => {
  // The stage "C" is an unknown one: it is no accepted spelling.
  const wanted = query === 'stage=other' ? ['Acme Labs'] : expected;
  expect(clients(await list(query))).toEqual(wanted);
});

it('pages without loss or repetition', async () => {
  const first = await list('limit=3&sort=client');
  const second = await list(`limit=3&sort=client&cursor=${first.next_cursor}`);
  expect([...clients(first), ...clients(second)]).toEqual(['Acme', 'Acme Labs', 'Bolt', 'Core']);
  expect([first.total, second.total, second.next_cursor]).toEqual([4, 4, null]);
});

it('adds the views of a master up and says where each deal is from', async () => {
  const { items, total } = await list('sort=-pipeline', master);
  expect(total).toBe(5);
  expect(items.slice(0, 3).map(({ client, view_name }) => [client, view_name])).toEqual([
    ['Bolt', 'Organic'],
    ['Dune', 'Signal'],
    ['Acme Labs', 'Organic'],
  ]);
});

it.each([
  ['limit=0', 'limit'],
  ['limit=501', 'limit'],
  ['sort=colour', 'sort'],
  ['colour=red', 'colour'],
  ['cursor=nonsense', 'cursor'],
])('refuses %s', async (query, field) => {
  const { status, body } = await admin.get<Problem>(`/api/views/${organic.id}/records?${query}`);
  expect([status, body.errors[0]?.field]).toEqual([400, field]);
});

it('refuses a cursor of another list', async () => {
  const { next_cursor } = await list('limit=1');
  const { status } = await admin.get(
    `/api/views/${organic.id}/records?limit=1&as_of=2026-11-22&q=a&cursor=${next_cursor}`,
  );
  expect(status).toBe(400);
});

it('refuses a cursor of data that was replaced, and says what to do', async () => {
  const market = viewNamed(await viewsOf(admin), 'Market');
  await ingest(admin, market.id, 'deals.csv', largeSheet(10));
  const { next_cursor } = await list('limit=4', market);
  await ingest(admin, market.id, 'deals.csv', largeSheet(11));
  const path = `/api/views/${market.id}/records?as_of=2026-11-22&limit=4&cursor=${next_cursor}`;
  const { status, body } = await admin.get<Problem>(path);
  expect([status, body.detail]).toEqual([
    409,
    'The data changed since the first page: start again without cursor.',
  ]);
});

describe('the search over all views that somebody opens', () => {
  const search = async (words: string, client = admin): Promise<SearchAnswer> => {
    const { status, body } = await client.get<SearchAnswer>(`/api/search?q=${encodeURIComponent(words)}`);
    expect(status).toBe(200);
    return body;
  };
  const found = ({ deals }: SearchAnswer) => deals.map(({ view, deal }) => [view, deal.client]);

  it('finds deals by their client, newest first, and forgives a slip', async () => {
    const acme = [
      [organic.id, 'Acme'],
      [organic.id, 'Acme Labs'],
    ];
    expect(found(await search('acme'))).toEqual(acme);
    expect(found(await search('amce labs'))).toEqual([acme[1]]);
    expect(await search('acme')).toMatchObject({ total: 2, people: [] });
    const { id } = viewNamed(await viewsOf(admin), 'Signal');
    expect(found(await search('duen'))).toEqual([[id, 'Dune']]);
    expect(await search('nobody at all')).toEqual({ people: [], deals: [], total: 0 });
  });

  it('finds people by what deals name them, in any spelling', async () => {
    const { id } = viewNamed(await viewsOf(admin), 'Signal');
    expect((await search('ines')).people).toEqual([{ name: 'Inès', roles: ['owner'], views: [id] }]);
    expect((await search('i')).people.map(({ name }) => name)).toEqual(['Inès', 'Rémi']);
    expect((await search('rémi')).people).toEqual([{ name: 'Rémi', roles: ['owner'], views: [organic.id] }]);
  });

  it('opens through a master what is not opened by itself', async () => {
    const person = { email: 'through@example.com', name: 'Through', role: 'viewer' };
    await admin.post('/api/users', { ...person, view_access: ['Master'] });
    const client = await product.app.signIn(person.email);
    expect(found(await search('dune', client))).toEqual([[master.id, 'Dune']]);
    await admin.post('/api/users', { ...person, email: 'own@example.com', view_access: ['Organic'] });
    const own = await product.app.signIn('own@example.com');
    expect(await search('dune', own)).toEqual({ people: [], deals: [], total: 0 });
    expect((await search('ines', own)).people).toEqual([]);
  });

  it('refuses words of a hundred letters and more', async () => {
    expect((await admin.get<Problem>(`/api/search?q=${'a'.repeat(101)}`)).status).toBe(400);
    expect((await admin.get<Problem>('/api/search?q=')).status).toBe(400);
  });
});
