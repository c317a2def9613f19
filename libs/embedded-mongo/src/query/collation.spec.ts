import { failure, startTestServer, type TestServer } from '../testing/test-server.js';

interface Named {
  _id: number;
  name: string;
}

describe('Collations', () => {
  const collation = { locale: 'en_US', strength: 2 as const };
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.stop());

  async function named(...names: string[]) {
    const collection = server.collection<Named>();
    await collection.insertMany(names.map((name, index) => ({ _id: index + 1, name })));
    return collection;
  }

  it('take letters of either case for equal at strength 2, but not accents', async () => {
    const collection = await named('ping', 'PING', 'píng', 'pong');
    const found = await collection.find({ name: 'Ping' }, { collation }).toArray();
    expect(found.map(({ _id }) => _id)).toEqual([1, 2]);
  });

  it('ignore accents at strength 1, and neither case nor accent at strength 3', async () => {
    const collection = await named('ping', 'PING', 'píng');
    const count = (strength: 1 | 3) =>
      collection.countDocuments({ name: 'ping' }, { collation: { locale: 'en', strength } });
    expect(await count(1)).toBe(3);
    expect(await count(3)).toBe(1);
  });

  it('do not use an index, whose order is that of the bytes', async () => {
    const collection = await named('a', 'A', 'b');
    await collection.createIndex({ name: 1 });
    expect(await collection.countDocuments({ name: { $gte: 'A', $lt: 'B' } }, { collation })).toBe(2);
  });

  it('order a sort, equal texts by the next field', async () => {
    const collection = await named('b', 'A', 'a', 'B');
    const sorted = await collection.find({}, { collation, sort: { name: 1, _id: 1 } }).toArray();
    expect(sorted.map(({ name }) => name).join('')).toBe('AabB');
  });

  it('keep the first of equal texts in distinct', async () => {
    const collection = await named('PING', 'pong', 'ping');
    expect(await collection.distinct('name', {}, { collation })).toEqual(['PING', 'pong']);
  });

  it('choose what updates and deletes touch', async () => {
    const collection = await named('ping', 'PONG');
    await collection.updateOne({ name: 'PING' }, { $set: { name: 'done' } }, { collation });
    await collection.deleteOne({ name: 'pong' }, { collation });
    expect(await collection.find().toArray()).toEqual([{ _id: 1, name: 'done' }]);
  });

  it.each([
    [{ locale: 'en', strength: 4 as const }, 238],
    [{ locale: 'en', backwards: true }, 238],
    [{ locale: 'nowhere_at_all' }, 2],
    [{ locale: 'en', strength: 9 as 5 }, 2],
  ])('refuse %j', async (refused, code) => {
    const collection = await named('a');
    expect(await failure(collection.find({}, { collation: refused }).toArray())).toMatchObject({ code });
  });

  it('are refused where they would not apply to every comparison', async () => {
    const collection = await named('a');
    const group = collection.aggregate([{ $group: { _id: '$name' } }], { collation }).toArray();
    expect(await failure(group)).toMatchObject({ code: 238 });
    const options = { collation, arrayFilters: [{ i: 'B' }] };
    const update = collection.updateOne({}, { $set: { 'name.$[i]': 'c' } }, options);
    expect(await failure(update)).toMatchObject({ code: 238 });
  });
});
