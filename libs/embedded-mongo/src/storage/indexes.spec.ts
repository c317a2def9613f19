import fc from 'fast-check';
import type { Collection, Document } from 'mongodb';
import { failure, startTestServer, type TestServer } from '../testing/test-server.js';

interface Row {
  _id: number;
  a?: unknown;
  b?: unknown;
}

describe('indexes', () => {
  let server: TestServer;
  const rows = (): Collection<Row> => server.collection<Row>();
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('find what a scan finds, whatever is stored', async () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(null, 'x', 'xy', 1.5, true),
      fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
      fc.record({ c: fc.integer({ min: 0, max: 2 }) }),
    );
    const row = fc.record({ a: value, b: value }, { requiredKeys: [] });
    const condition = fc.oneof(
      value,
      fc.record({ $gte: fc.integer({ min: 0, max: 4 }) }),
      fc.record({ $gt: fc.integer({ min: 0, max: 4 }), $lt: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ $in: fc.array(value, { minLength: 1, maxLength: 3 }) }),
      fc.constantFrom({ $exists: true }, { $ne: 1 }),
    );
    const filter = fc.record({ a: condition, b: condition }, { requiredKeys: ['a'] });
    const property = fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.array(filter, { minLength: 3, maxLength: 6 }),
      async (stored, filters) => {
        const [plain, indexed] = [rows(), rows()];
        await indexed.createIndexes([{ key: { a: 1, _id: 1 } }, { key: { b: 1 }, sparse: true }]);
        const documents = stored.map((fields, _id) => ({ ...fields, _id }));
        if (documents.length > 0)
          await Promise.all([plain.insertMany(documents), indexed.insertMany(documents)]);
        for (const query of filters) {
          const [expected, found] = await Promise.all([idsOf(plain, query), idsOf(indexed, query)]);
          expect(found).toEqual(expected);
        }
      },
    );
    await fc.assert(property, { numRuns: 40 });
  }, 30_000);

  async function idsOf(collection: Collection<Row>, filter: Document): Promise<number[]> {
    const found = await collection.find(filter).sort({ _id: 1 }).toArray();
    return found.map(({ _id }) => _id);
  }

  describe('unique', () => {
    it('refuses a duplicate, and names it', async () => {
      const collection = server.collection();
      await collection.createIndex({ type: 1, view_id: 1 }, { unique: true }, {});
      await collection.insertOne({ type: 'a', view_id: 1 });
      await collection.insertOne({ type: 'a', view_id: 2 });
      const error = await failure(collection.insertOne({ type: 'a', view_id: 1 }));
      expect(error).toMatchObject({
        code: 11000,
        keyPattern: { type: 1, view_id: 1 },
        keyValue: { type: 'a', view_id: 1 },
      });
      expect(error.message).toBe(
        `E11000 duplicate key error collection: ${collection.namespace} index: type_1_view_id_1 dup key: { type: "a", view_id: 1 }`,
      );
    });

    it('holds for updates and upserts, and frees a value with its document', async () => {
      const collection = rows();
      await collection.createIndex({ a: 1 }, { unique: true }, {});
      await collection.insertMany([
        { _id: 1, a: 'x' },
        { _id: 2, a: 'y' },
      ]);
      expect(await failure(collection.updateOne({ _id: 2 }, { $set: { a: 'x' } }))).toMatchObject({
        code: 11000,
      });
      expect(
        await failure(collection.updateOne({ _id: 3 }, { $set: { a: 'x' } }, { upsert: true })),
      ).toMatchObject({ code: 11000 });
      await collection.updateOne({ _id: 1 }, { $set: { a: 'z' } });
      await collection.updateOne({ _id: 2 }, { $set: { a: 'x' } });
      await collection.deleteOne({ _id: 1 });
      await collection.insertOne({ _id: 4, a: 'z' });
      expect(
        await collection
          .find({ a: { $in: ['x', 'z'] } })
          .sort({ _id: 1 })
          .toArray(),
      ).toEqual([
        { _id: 2, a: 'x' },
        { _id: 4, a: 'z' },
      ]);
    });

    it('counts missing as null, unless sparse', async () => {
      const [plain, sparse] = [rows(), rows()];
      await plain.createIndex({ a: 1 }, { unique: true }, {});
      await sparse.createIndex({ a: 1 }, { unique: true, sparse: true }, {});
      await plain.insertOne({ _id: 1 });
      expect(await failure(plain.insertOne({ _id: 2, a: null }))).toMatchObject({ code: 11000 });
      await sparse.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, a: null }]);
      expect(await failure(sparse.insertOne({ _id: 4, a: null }))).toMatchObject({ code: 11000 });
      expect(await idsOf(sparse, { a: null })).toEqual([1, 2, 3]);
    });

    it('distinguishes values whose keys are equal: long texts and large integers', async () => {
      const collection = rows();
      await collection.createIndex({ a: 1 }, { unique: true }, {});
      const long = 'x'.repeat(5000);
      await collection.insertMany([
        { _id: 1, a: `${long}1` },
        { _id: 2, a: `${long}2` },
      ]);
      await collection.insertMany([
        { _id: 3, a: 2n ** 53n },
        { _id: 4, a: 2n ** 53n + 1n },
      ]);
      expect(await failure(collection.insertOne({ _id: 5, a: `${long}2` }))).toMatchObject({ code: 11000 });
      expect(await failure(collection.insertOne({ _id: 6, a: 2n ** 53n }))).toMatchObject({ code: 11000 });
      expect(await idsOf(collection, { a: `${long}2` })).toEqual([2]);
      expect(await idsOf(collection, { a: { $gt: `${long}1` } })).toEqual([2]);
    });

    it('cannot be built over duplicates, and leaves nothing behind', async () => {
      const collection = rows();
      await collection.insertMany([
        { _id: 1, a: 1 },
        { _id: 2, a: 1 },
      ]);
      expect(await failure(collection.createIndex({ a: 1 }, { unique: true }, {}))).toMatchObject({
        code: 11000,
      });
      expect(await collection.indexes()).toHaveLength(1);
      await collection.insertOne({ _id: 3, a: 1 });
    });

    it('applies a partial filter', async () => {
      const collection = rows();
      await collection.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { b: true } }, {});
      await collection.insertMany([
        { _id: 1, a: 1 },
        { _id: 2, a: 1 },
        { _id: 3, a: 1, b: true },
      ]);
      expect(await failure(collection.insertOne({ _id: 4, a: 1, b: true }))).toMatchObject({ code: 11000 });
      expect(await idsOf(collection, { a: 1 })).toEqual([1, 2, 3]);
    });
  });

  it('are listed as they were made, and dropped', async () => {
    const collection = rows();
    await collection.createIndex({ a: 1 }, { unique: true }, {});
    await collection.createIndex({ a: 1 }, { unique: true }, {});
    await collection.createIndex({ b: -1 }, { expireAfterSeconds: 0 }, {});
    expect(await collection.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1 }, name: 'a_1', unique: true },
      { v: 2, key: { b: -1 }, name: 'b_-1', expireAfterSeconds: 0 },
    ]);
    await collection.dropIndex('a_1');
    expect(await failure(collection.dropIndex('a_1'))).toMatchObject({ code: 27 });
    expect(await failure(collection.dropIndex('_id_'))).toMatchObject({ code: 72 });
    await collection.dropIndexes();
    expect(await collection.indexes()).toHaveLength(1);
  });

  it.each([
    [{ a: 1 }, { unique: true }, 86],
    [{ b: 1 }, { name: 'a_1' }, 86],
    [{ a: 1 }, { name: 'other' }, 85],
    [{ a: 1 }, { expireAfterSeconds: 5 }, 85],
    [{ a: 'text' }, {}, 67],
    [{ a: 1 }, { collation: { locale: 'fr' } }, 67],
    [{ a: 1, b: 1 }, { expireAfterSeconds: 5 }, 67],
  ])('that exist with other options or are not supported are refused: %j %j', async (key, options, code) => {
    const collection = rows();
    await collection.createIndex({ a: 1 });
    expect(await failure(collection.createIndex(key as Document as never, options, {}))).toMatchObject({
      code,
    });
  });

  it('are built several at once on an empty collection, all of them or none', async () => {
    const collection = server.collection();
    const many = [{ key: { a: 1 } }, { key: { b: 1 }, unique: true }, { key: { c: 1, d: -1 } }] as const;
    expect(await collection.createIndexes([...many])).toHaveLength(3);
    await collection.insertMany([
      { e: 1, b: 1 },
      { e: 1, b: 2 },
    ]);
    const refused = collection.createIndexes([{ key: { f: 1 } }, { key: { e: 1 }, unique: true }]);
    expect(await failure(refused)).toMatchObject({ code: 11000 });
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1', 'b_1', 'c_1_d_-1']);
  });

  it('wait for no other members: a standalone refuses a quorum', async () => {
    const collection = server.collection();
    for (const commitQuorum of ['votingMembers', 0, 1]) {
      const asked = collection.createIndexes([{ key: { a: 1 } }], { commitQuorum });
      expect(await failure(asked)).toMatchObject({ code: 2, codeName: 'BadValue' });
    }
    expect(await failure(collection.indexes())).toMatchObject({ code: 26 });
  });
});
