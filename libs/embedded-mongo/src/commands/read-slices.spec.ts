import type { Collection, Document } from 'mongodb';
import { failure, startTestServer, type TestServer } from '../testing/test-server.js';

interface Row {
  _id: number;
  a: number;
}

const MANY = 20_000;

describe('a read of much', () => {
  let server: TestServer;
  let collection: Collection<Row>;
  beforeAll(async () => {
    server = await startTestServer();
    collection = server.collection<Row>();
    await collection.createIndex({ a: 1 }, { unique: true }, {});
    await collection.insertMany(Array.from({ length: MANY }, (_, _id) => ({ _id, a: _id })));
  });
  afterAll(() => server.stop());

  const firstBatch = async (find: Document): Promise<unknown[]> => {
    const command = { find: collection.collectionName, batchSize: MANY, ...find };
    const answer = await server.client.db('spec').command(command);
    return (answer as { cursor: { firstBatch: unknown[] } }).cursor.firstBatch;
  };

  describe.each([
    ['by an index', { a: { $gte: 0 } }],
    ['without an index', { a: { $exists: true } }],
    ['of all', {}],
  ])('%s', (_, filter) => {
    it('comes in batches that hold nobody up, whatever the client would take', async () => {
      const { length } = await firstBatch({ filter });
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThan(MANY);
    });

    it('misses nothing', async () => {
      const found = await collection.find(filter, { batchSize: MANY }).toArray();
      expect(found.map(({ _id }) => _id)).toEqual(Array.from({ length: MANY }, (_row, _id) => _id));
    });

    it('skips and stops where it is told', async () => {
      const found = await collection.find(filter).skip(15_000).limit(3).toArray();
      expect(found.map(({ _id }) => _id)).toEqual([15_000, 15_001, 15_002]);
    });
  });

  it('answers an empty batch while it has found nothing, and goes on', async () => {
    const filter = { _id: { $gte: 0 }, b: { $exists: true } };
    await collection.updateOne({ _id: MANY - 1 }, { $set: { b: 1 } });
    expect(await firstBatch({ filter })).toEqual([]);
    expect(await collection.find(filter).toArray()).toEqual([{ _id: MANY - 1, a: MANY - 1, b: 1 }]);
  });

  it('answers all of it where the client takes one batch', async () => {
    expect(await firstBatch({ filter: {}, singleBatch: true })).toHaveLength(MANY);
    const unindexed = { $or: [{ _id: MANY - 1 }] };
    expect(await collection.findOne(unindexed)).toMatchObject({ _id: MANY - 1 });
  });

  it('meets a document once that moves on in the index meanwhile', async () => {
    const cursor = collection.find({ a: { $gte: 0 } }, { batchSize: 500 });
    const found = [await cursor.next()];
    await collection.updateOne({ _id: 0 }, { $set: { a: MANY } });
    found.push(...(await cursor.toArray()));
    expect(found).toHaveLength(MANY);
    await collection.updateOne({ _id: 0 }, { $set: { a: 0 } });
  });

  it('ends with the index that it reads', async () => {
    const cursor = collection.find({ a: { $gte: 0 } }, { batchSize: 500 });
    await cursor.next();
    await collection.dropIndex('a_1');
    expect(await failure(cursor.toArray())).toMatchObject({ code: 175 });
  });
});
