import type { Problem, TodayPage, View } from '@app/contracts';
import type { Client } from '../support/app.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

let product: Product;
let admin: Client;
let views: Map<string, View>;

beforeAll(async () => {
  product = await startProduct();
  admin = product.admin;
  views = await viewsOf(admin);
  await load('Organic', [
    { client: 'Soon', stage: 'D POA Booked', pipe: 10, poa: '2026-11-24', owner: 'Zoé' },
    { client: 'Waits', stage: 'C Proposal sent', pipe: 30, owner: 'Rémi' },
    {
      client: 'Slow',
      stage: 'B Legals',
      pipe: 50,
      source: 'Inbound',
      discovered: '2026-09-01',
      owner: 'Zoé',
    },
    { client: 'Met', stage: 'F Inbox', discovered: '2026-11-23', show: 'Show' },
  ]);
  await load('Signal', [{ client: 'Hello', stage: 'F Inbox', discovered: '2026-11-22', show: '' }]);
});

afterAll(() => product.stop());

const load = (name: string, rows: Parameters<typeof sheetOf>[0]) =>
  ingest(admin, viewNamed(views, name).id, 'deals.csv', sheetOf(rows));

const pathOf = (name: string, query = '') =>
  `/api/views/${viewNamed(views, name).id}/today?as_of=2026-11-22${query}`;

const today = async (name: string, query = ''): Promise<TodayPage> => {
  const { status, body } = await admin.get<TodayPage>(pathOf(name, query));
  expect(status).toBe(200);
  return body;
};

const said = ({ items }: TodayPage) =>
  items.map(({ kind, date, days, deal }) => [kind, date, days, deal.client, deal.view_name]);

it('lists meetings by date, then deals that wait by value', async () => {
  const page = await today('Organic');
  expect(said(page)).toEqual([
    ['poa', '2026-11-24', null, 'Soon', 'Organic'],
    ['legals_past_age', null, 82, 'Slow', 'Organic'],
    ['no_next_date', null, 48, 'Waits', 'Organic'],
  ]);
  expect([page.total, page.next_cursor]).toEqual([3, null]);
  expect(page.items[1]?.deal).toMatchObject({ value: 50, weight: 0.75, weighted: 37.5, owner: 'Zoé' });
});

it('follows the AE and the as-of date', async () => {
  expect(said(await today('Organic', '&owner=remi')).map(([, , , client]) => client)).toEqual(['Waits']);
  const { body } = await admin.get<TodayPage>(pathOf('Organic').replace('11-22', '11-25'));
  expect(said(body).map(([kind, , , client]) => [kind, client])).toEqual([
    ['legals_past_age', 'Slow'],
    ['no_next_date', 'Waits'],
    ['no_next_date', 'Soon'],
  ]);
});

it('puts the views of a master in one list', async () => {
  expect(said(await today('Master')).map(([kind, , , client, view]) => [kind, client, view])).toEqual([
    ['intro', 'Hello', 'Signal'],
    ['poa', 'Soon', 'Organic'],
    ['legals_past_age', 'Slow', 'Organic'],
    ['no_next_date', 'Waits', 'Organic'],
  ]);
});

it('pages without loss or repetition', async () => {
  const first = await today('Master', '&limit=3');
  const second = await today('Master', `&limit=3&cursor=${first.next_cursor}`);
  expect([first, second].flatMap((page) => said(page))).toEqual(said(await today('Master')));
  expect([first.total, second.total, second.next_cursor]).toEqual([4, 4, null]);
});

it('has nothing to do in an empty view', async () => {
  expect(await today('Market')).toEqual({ items: [], next_cursor: null, total: 0 });
});

it('is recognised by its ETag until the data changes', async () => {
  const { headers } = await admin.get(pathOf('Signal'));
  const known = { 'if-none-match': headers.get('etag') ?? '' };
  expect((await admin.get(pathOf('Signal'), known)).status).toBe(304);
  await load('Signal', [{ client: 'Hello again', stage: 'F Inbox', discovered: '2026-11-22', show: '' }]);
  const { status, body } = await admin.get<TodayPage>(pathOf('Signal'), known);
  expect([status, body.items[0]?.deal.client]).toEqual([200, 'Hello again']);
});

it.each([
  ['&colour=red', 'colour'],
  ['&sort=client', 'sort'],
  ['&limit=0', 'limit'],
  ['&cursor=nonsense', 'cursor'],
])('refuses %s', async (query, field) => {
  const { status, body } = await admin.get<Problem>(pathOf('Organic', query));
  expect([status, body.errors[0]?.field]).toEqual([400, field]);
});

it('refuses a cursor of another list', async () => {
  const { next_cursor } = await today('Master', '&limit=1');
  const { status } = await admin.get(pathOf('Master', `&limit=1&owner=zoe&cursor=${next_cursor}`));
  expect(status).toBe(400);
});

it('is shown to everybody who can open the view', async () => {
  expect((await product.app.client().get(pathOf('Organic'))).status).toBe(401);
  const viewer = await product.app.signIn('signal@example.com');
  expect((await viewer.get(pathOf('Organic'))).status).toBe(404);
  expect((await viewer.get(pathOf('Master'))).status).toBe(404);
  expect((await viewer.get(pathOf('Signal'))).status).toBe(200);
});
