import { BSONSymbol, ObjectId } from 'mongodb';
import { startTestServer, type TestServer } from '../testing/test-server.js';

describe('$in with ids and texts', () => {
  let server: TestServer;
  const rows = () => server.collection<{ _id: number; a?: unknown }>();
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const [first, second, third] = [new ObjectId(), new ObjectId(), new ObjectId()];

  it('finds them alone, in lists and beside other values', async () => {
    const collection = rows();
    await collection.insertMany([
      { _id: 1, a: first },
      { _id: 2, a: [third, second] },
      { _id: 3, a: first.toHexString() },
      { _id: 4 },
      { _id: 5, a: third },
    ]);
    const found = async (filter: object) =>
      (await collection.find({ a: filter }).toArray()).map(({ _id }) => _id);
    expect(await found({ $in: [first, second] })).toEqual([1, 2]);
    expect(await found({ $in: [first, null, first.toHexString()] })).toEqual([1, 3, 4]);
    expect(await found({ $nin: [first, third] })).toEqual([3, 4]);
  });

  it('takes a text for no pattern, and the bytes of an id for no text', async () => {
    const collection = rows();
    const id = ObjectId.createFromHexString('080000006162636465666700');
    await collection.insertMany([
      { _id: 1, a: id },
      { _id: 2, a: 'abcdefg' },
      { _id: 3, a: new BSONSymbol('abcdefg') },
      { _id: 4, a: ['x', 'Abcdefg'] },
    ]);
    const found = async (values: unknown[], options = {}) =>
      (await collection.find({ a: { $in: values } }, options).toArray()).map(({ _id }) => _id);
    expect(await found([id])).toEqual([1]);
    expect(await found(['abcdefg'])).toEqual([2, 3]);
    expect(await found(['abcd', 'ab.*', ''])).toEqual([]);
    expect(await found(['abcdefg'], { collation: { locale: 'en', strength: 2 } })).toEqual([2, 3, 4]);
  });

  it.each([
    ['ids', (_: number) => new ObjectId()],
    ['texts', (n: number) => `deal ${n}`],
  ])('takes no longer for each of many %s than for each of few', async (_, idOf) => {
    const collection = server.collection<{ _id: ObjectId | string }>();
    const ids = Array.from({ length: 8_000 }, (_each, n) => idOf(n));
    await collection.insertMany(ids.map((_id) => ({ _id })));
    const duration = async (some: (ObjectId | string)[]) => {
      const started = performance.now();
      expect(await collection.countDocuments({ _id: { $in: some } })).toBe(some.length);
      return performance.now() - started;
    };
    const ratio = async () => {
      const few = await duration(ids.slice(0, 500));
      return (await duration(ids)) / few;
    };
    // Sixteen times as many, compared one by one, would cost 256 times as much in every round; whatever else the
    // machine does spoils some rounds, not all.
    const rounds = [];
    for (let round = 0; round < 20; round += 1) rounds.push(await ratio());
    expect(Math.min(...rounds)).toBeLessThan(100);
  });
});
