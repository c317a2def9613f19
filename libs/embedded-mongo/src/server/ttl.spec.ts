import { rmSync } from 'node:fs';
import { type Collection, MongoClient } from 'mongodb';
import { startTestServer, temporaryFolder, type TestServer } from '../testing/test-server.js';
import { startServer } from './server.js';

interface Row {
  _id: number;
  a?: unknown;
}

const MANY = 20_000;
const old = new Date(Date.now() - 61_000);
const expired = (): Row[] => Array.from({ length: MANY }, (_, _id) => ({ _id, a: old }));

describe('documents with a time to live', () => {
  let server: TestServer;
  let collection: Collection<Row>;
  beforeEach(async () => {
    server = await startTestServer({ ttlSweepSeconds: 0.1 });
    collection = server.collection<Row>();
  });
  afterEach(() => server.stop());

  const expire = (from = collection) => from.createIndex({ a: 1 }, { expireAfterSeconds: 60 }, {});

  /** Numbers of documents that others see until at most so many are left. */
  async function seenUntil(left: number, from = collection): Promise<number[]> {
    const seen: number[] = [];
    do seen.push(await from.countDocuments());
    while ((seen.at(-1) ?? 0) > left);
    return seen;
  }

  it('go once their date has passed, of several dates the earliest', async () => {
    await expire();
    await collection.insertMany([
      { _id: 1, a: old },
      { _id: 2, a: new Date() },
      { _id: 3, a: 'text' },
      { _id: 4 },
      { _id: 5, a: [new Date(), old] },
    ]);
    await seenUntil(3);
    expect(await collection.distinct('_id')).toEqual([2, 3, 4]);
  });

  it('stay where the index does not know them', async () => {
    const partialFilterExpression = { _id: { $gt: 1 } };
    await collection.createIndex({ a: 1 }, { expireAfterSeconds: 60, partialFilterExpression }, {});
    await collection.insertMany([
      { _id: 1, a: old },
      { _id: 2, a: old },
    ]);
    await seenUntil(1);
    expect(await collection.distinct('_id')).toEqual([1]);
  });

  it('go some at a time, so that others get their turn', async () => {
    await collection.insertMany(expired());
    await expire();
    const seen = await seenUntil(0);
    expect(seen.some((count) => count > 0 && count < MANY)).toBe(true);
  });

  it('stay once nothing expires any more, and others still go', async () => {
    await collection.insertMany(expired());
    await expire();
    await seenUntil(MANY - 1);
    await collection.dropIndexes();
    const left = await collection.countDocuments();
    expect(left).toBeGreaterThan(0);
    await expireOther();
    expect(await collection.countDocuments()).toBe(left);
  });

  it('go in other collections though one of them is dropped', async () => {
    await collection.insertMany(expired());
    await expire();
    await seenUntil(MANY - 1);
    await collection.drop();
    await expireOther();
  });

  async function expireOther(): Promise<void> {
    const other = server.collection<Row>();
    await expire(other);
    await other.insertOne({ _id: 1, a: old });
    await seenUntil(0, other);
  }

  it('stay when the server stops meanwhile, and go after the next start', async () => {
    const dataDir = temporaryFolder();
    const options = { dataDir, listen: 'socket', ttlSweepSeconds: 0.1 } as const;
    const first = await startServer(options);
    let client = await MongoClient.connect(first.uri);
    const rows = (): Collection<Row> => client.db('spec').collection<Row>('rows');
    await rows().insertMany(expired());
    await expire(rows());
    await seenUntil(MANY - 1, rows());
    await Promise.all([client.close(), first.close()]);
    const second = await startServer(options);
    client = await MongoClient.connect(second.uri);
    expect(await rows().countDocuments()).toBeGreaterThan(0);
    await seenUntil(0, rows());
    await client.close();
    await second.close();
    rmSync(dataDir, { recursive: true });
  });
});
