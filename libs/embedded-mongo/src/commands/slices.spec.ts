import type { Collection, Filter } from 'mongodb';
import { failure, startTestServer, type TestServer } from '../testing/test-server.js';

interface Row {
  _id: number;
  a: number;
  n?: unknown;
}

const MANY = 6_000;
const rows = (count: number): Row[] => Array.from({ length: count }, (_, _id) => ({ _id, a: _id }));

/** Filters that match all of them. */
const FILTERS: [string, Filter<Row>][] = [
  ['that reads every document', { a: { $exists: true } }],
  ['that an index answers', { _id: { $gte: 0 } }],
  ['that an index answers in many places', { _id: { $in: rows(MANY).map(({ _id }) => _id) } }],
];

/** What settled, in that order. */
async function orderOf(commands: Record<string, Promise<unknown>>): Promise<string[]> {
  const order: string[] = [];
  await Promise.all(Object.entries(commands).map(([name, command]) => command.then(() => order.push(name))));
  return order;
}

describe('a command that writes much', () => {
  let server: TestServer;
  let collection: Collection<Row>;
  beforeAll(async () => {
    server = await startTestServer();
    // A connection each: commands of one connection wait for each other.
    await Promise.all([1, 2, 3].map(() => server.client.db('spec').command({ ping: 1 })));
  });
  beforeEach(() => {
    collection = server.collection<Row>();
  });
  afterAll(() => server.stop());

  it('lets others read and write between its slices', async () => {
    const other = server.collection();
    const order = await orderOf({
      many: collection.insertMany(rows(MANY)),
      one: other.insertOne({}),
      read: other.findOne({}),
    });
    expect(order.at(-1)).toBe('many');
    expect(await collection.countDocuments()).toBe(MANY);
  });

  it('stops at the first refusal when it is ordered, and names it', async () => {
    const documents = rows(3_000).map((row, at) => (at === 2_500 ? { ...row, _id: 0 } : row));
    const error = await failure(collection.insertMany(documents));
    expect(error).toMatchObject({ code: 11000, result: { insertedCount: 2_500 } });
    expect(await collection.countDocuments()).toBe(2_500);
  });

  describe.each(FILTERS)('a deletion of many by a filter %s', (_, filter) => {
    const many = () => collection.deleteMany(filter);
    beforeEach(() => collection.insertMany(rows(MANY)));

    it('lets others read and write between its slices', async () => {
      const other = server.collection();
      const order = await orderOf({ many: many(), one: other.insertOne({}), read: other.findOne({}) });
      expect(order.at(-1)).toBe('many');
    });

    it('deletes each match once, and nothing else', async () => {
      await collection.insertMany([
        { _id: -2, b: 1 },
        { _id: -1, b: 1 },
      ] as never);
      expect(await many()).toEqual({ acknowledged: true, deletedCount: MANY });
      expect(await collection.distinct('_id')).toEqual([-2, -1]);
    });

    it('is given up when the collection is dropped', async () => {
      const deleting = failure(many());
      await collection.drop();
      expect(await deleting).toMatchObject({ code: 175 });
    });
  });

  it('gives a deletion up whose index is dropped', async () => {
    await collection.createIndex({ a: 1 }, { unique: true }, {});
    await collection.insertMany(rows(MANY));
    const deleting = failure(collection.deleteMany({ a: { $gte: 0 } }));
    await collection.dropIndex('a_1');
    expect(await deleting).toMatchObject({ code: 175 });
  });

  it('deletes a document once that an index has twice', async () => {
    await collection.createIndex({ a: 1 }, { unique: true }, {});
    const twice = rows(2_000).map(({ _id }) => ({ _id, a: [_id, _id + 10_000] }));
    await collection.insertMany(twice as never);
    expect(await collection.deleteMany({ a: { $gte: 0 } })).toMatchObject({ deletedCount: 2_000 });
    expect(await collection.countDocuments()).toBe(0);
  });

  describe.each(FILTERS)('an update of many by a filter %s', (_, filter) => {
    const many = () => collection.updateMany(filter, { $inc: { n: 1 } as never });
    beforeEach(() => collection.insertMany(rows(MANY)));

    it('lets others read and write between its slices', async () => {
      const other = server.collection();
      const order = await orderOf({ many: many(), one: other.insertOne({}), read: other.findOne({}) });
      expect(order.at(-1)).toBe('many');
    });

    it('changes each match once, and nothing else', async () => {
      await collection.insertOne({ _id: -1, b: 1 } as never);
      expect(await many()).toMatchObject({ matchedCount: MANY, modifiedCount: MANY });
      expect(await collection.countDocuments({ n: 1 })).toBe(MANY);
      expect(await collection.findOne({ _id: -1 })).toEqual({ _id: -1, b: 1 });
    });

    it('leaves what it wrote before a refusal', async () => {
      await collection.updateOne({ _id: 2_500 }, { $set: { n: 'text' } });
      expect(await failure(many())).toMatchObject({ code: 14 });
      expect(await collection.countDocuments({ n: 1 })).toBe(2_500);
    });

    it('is given up when the collection is dropped', async () => {
      const updating = failure(many());
      await collection.drop();
      expect(await updating).toMatchObject({ code: 175 });
    });
  });

  it('does not find a document again that an update moved on in the index', async () => {
    await collection.createIndex({ a: 1 }, { unique: true }, {});
    await collection.insertMany(rows(MANY));
    const update = collection.updateMany({ a: { $gte: 0 } }, { $inc: { a: MANY } });
    expect(await update).toMatchObject({ matchedCount: MANY, modifiedCount: MANY });
    expect(await collection.countDocuments({ a: { $gte: MANY, $lt: 2 * MANY } })).toBe(MANY);
  });

  it('adds a document once that an update of many found nowhere', async () => {
    await collection.insertMany(rows(MANY));
    const update = collection.updateMany({ a: -1 }, { $set: { n: 1 } }, { upsert: true });
    expect(await update).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
    expect(await collection.countDocuments({ a: -1, n: 1 })).toBe(1);
  });

  it('counts what each of its statements looks at', async () => {
    await collection.insertMany(rows(900));
    const other = server.collection();
    const statement = { updateMany: { filter: { n: 1 }, update: { $set: { n: 2 } } } };
    const order = await orderOf({
      many: collection.bulkWrite(Array.from({ length: 20 }, () => statement)),
      one: other.insertOne({}),
      read: other.findOne({}),
    });
    expect(order.at(-1)).toBe('many');
  });

  describe('a unique index over documents that are there', () => {
    beforeEach(() => collection.insertMany(rows(MANY)));

    it('is built while others write, and holds for what they wrote', async () => {
      const building = collection.createIndex({ a: 1 }, { unique: true }, {});
      const other = collection.insertOne({ _id: MANY, a: MANY });
      await Promise.all([building, other]);
      expect(await failure(collection.insertOne({ _id: -1, a: MANY }))).toMatchObject({ code: 11000 });
      expect(await failure(collection.insertOne({ _id: -1, a: 1 }))).toMatchObject({ code: 11000 });
      expect(await collection.findOne({ a: 5_999 })).toEqual({ _id: 5_999, a: 5_999 });
    });

    it('leaves nothing when two documents share a value', async () => {
      await collection.insertOne({ _id: -1, a: 17 });
      expect(await failure(collection.createIndex({ a: 1 }, { unique: true }, {}))).toMatchObject({
        code: 11000,
      });
      expect(await collection.indexes()).toHaveLength(1);
      await collection.insertOne({ _id: -2, a: 17 });
    });

    it('is given up when the collection is dropped', async () => {
      const building = failure(collection.createIndex({ a: 1 }, { unique: true }, {}));
      await collection.drop();
      expect(await building).toMatchObject({ codeName: 'IndexBuildAborted' });
    });
  });
});
