import type { DealRecordPage, ViewPage } from '@app/contracts';
import { type Document, ObjectId } from 'mongodb';
import { type Client, startApp, startDatabase, type TestDatabase } from '../support/app.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

/** Every deal ties with every other one: only the order of the sheet tells them apart. */
const sheet = (...clients: string[]): string => sheetOf(clients.map((client) => ({ client, pipe: 100 })));
const RECORDS = 'sales_records_signal';

let database: TestDatabase;
beforeEach(async () => (database = await startDatabase()));
afterEach(() => database.stop());

/** Starts the product, asks, and stops it again. */
async function withProduct<Result>(ask: (admin: Client) => Promise<Result>): Promise<Result> {
  const app = await startApp({ database });
  try {
    return await ask(await app.signIn('admin@example.com'));
  } finally {
    await app.stop();
  }
}

/** Clients as the list of records and as the file show them. */
async function listed(admin: Client): Promise<{ list: string[]; file: string[] }> {
  const { id } = viewNamed(await viewsOf(admin), 'Signal');
  const { body } = await admin.get<DealRecordPage>(`/api/views/${id}/records?limit=100`);
  const { bytes } = await admin.download(`/api/views/${id}/records/export?format=csv`);
  const rows = bytes.toString('utf8').trim().split('\n').slice(1);
  return {
    list: body.items.map(({ client }) => client),
    file: rows.map((row) => /Client \d+/.exec(row)?.[0] ?? row),
  };
}

/** The same documents, as a server hands them out that keeps them in another order. */
async function handOut(order: (documents: Document[]) => Document[]): Promise<void> {
  const records = database.db.collection(RECORDS);
  const documents = await records.find().toArray();
  await records.deleteMany({});
  await records.insertMany(order(documents));
}

const upload = (...clients: string[]) =>
  withProduct(async (admin) => {
    const { id } = viewNamed(await viewsOf(admin), 'Signal');
    await ingest(admin, id, 'deals.csv', sheet(...clients));
  });

describe('records stand as in their sheet', () => {
  const SHEET = ['Client 4', 'Client 2', 'Client 5', 'Client 1', 'Client 3'];

  it.each([
    ['as they were written', (documents: Document[]) => documents],
    ['backwards', (documents: Document[]) => documents.toReversed()],
    ['by something else', (documents: Document[]) => documents.toSorted((a, b) => (a.id < b.id ? -1 : 1))],
  ])('when the server hands them out %s', async (_, order) => {
    await upload('Client 1', 'Client 2', 'Client 3');
    await upload(...SHEET);
    await handOut(order);
    expect(await withProduct(listed)).toEqual({ list: SHEET, file: SHEET });
  });

  it('and those of no sheet come after them, by their whole _id', async () => {
    await upload('Client 2', 'Client 1');
    const id = (end: string) => new ObjectId(`65a00000000000000000000${end}`);
    await database.db.collection(RECORDS).insertMany([
      { _id: id('5'), id: 'a', client: 'Client 5', stage: 'B Legals' },
      { _id: id('3'), id: 'b', client: 'Client 3', stage: 'B Legals' },
      { _id: id('4'), id: 'c', client: 'Client 4', stage: 'B Legals', sheet_position: 'none' },
    ]);
    const expected = ['Client 2', 'Client 1', 'Client 3', 'Client 4', 'Client 5'];
    expect(await withProduct(listed)).toEqual({ list: expected, file: expected });
  });

  it('without a key of ours where others say which keys there may be', async () => {
    await withProduct(() => Promise.resolve());
    await database.db
      .command({ collMod: RECORDS, validator: { client: { $type: 'string' } } })
      .catch(() => undefined);
    await upload('Client 1');
    const [listing] = await database.db.listCollections({ name: RECORDS }).toArray();
    const isStrict = 'validator' in ((listing as { options?: Document }).options ?? {});
    const [record] = await database.db.collection(RECORDS).find().toArray();
    expect('sheet_position' in (record ?? {})).toBe(!isStrict);
  });
});

it('views that were made in one moment stand by their whole _id', async () => {
  const created_at = new Date('2024-01-01');
  const names = ['North', 'South', 'West'];
  const views = names.map((name, at) => ({
    _id: new ObjectId(`65a00000000000000000000${at}`),
    id: `view-${name}`,
    name,
    created_at,
  }));
  await database.db.collection('views').insertMany(views.toReversed());
  const shown = await withProduct(async (admin) => (await admin.get<ViewPage>('/api/views')).body.items);
  expect(shown.map(({ name }) => name)).toEqual(names);
});
