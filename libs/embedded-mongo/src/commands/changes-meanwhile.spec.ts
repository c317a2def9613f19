import type { Collection } from 'mongodb';
import { startTestServer, type TestServer } from '../testing/test-server.js';

interface Row {
  _id: number;
  a: number;
  g: number;
  by?: number;
}

const MANY = 12_000;
const GROUPS = 200;
/** Documents of these numbers are changed while others are read; the rest stays as it is. */
const isChanged = (_id: number): boolean => _id % 10 === 0;
const rows = (): Row[] => Array.from({ length: MANY }, (_, _id) => ({ _id, a: _id, g: _id % GROUPS }));

/** Random numbers from a seed, so that a failing run can be repeated. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe('what others write while a command looks at much', () => {
  let server: TestServer;
  let collection: Collection<Row>;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    collection = server.collection<Row>();
    await collection.createIndex({ a: 1 }, { unique: true }, {});
    await collection.insertMany(rows());
  });
  afterAll(() => server.stop());

  /** Inserts, removes and moves documents until something else is over. */
  async function changeUntil(seed: number, over: Promise<unknown>): Promise<number> {
    const below = generator(seed);
    let [isOver, next] = [false, MANY];
    void over.finally(() => (isOver = true));
    while (!isOver) {
      const _id = below(MANY / 10) * 10;
      const kind = below(3);
      if (kind === 0) await collection.insertOne({ _id: ++next * 10, a: MANY * 10 + next, g: below(GROUPS) });
      if (kind === 1) await collection.deleteOne({ _id });
      if (kind === 2) await collection.updateOne({ _id }, { $set: { a: -MANY - ++next, g: below(GROUPS) } });
    }
    return next - MANY;
  }

  const READS: [string, () => Promise<Row[]>][] = [
    ['find by an index', () => collection.find({ a: { $gte: -10 * MANY } }).toArray()],
    ['find in an order', () => collection.find().sort({ a: -1 }).toArray()],
    ['find some in an order', () => collection.find().sort({ a: -1 }).limit(900).toArray()],
    ['an aggregation', () => collection.aggregate<Row>([{ $match: { a: { $gte: -10 * MANY } } }]).toArray()],
    ['an aggregation in an order', () => collection.aggregate<Row>([{ $sort: { a: -1 } }]).toArray()],
  ];

  describe.each([1, 2])('(seed %i)', (seed) => {
    it.each(READS)('is met once or not, and nothing else is missed: %s', async (name, run) => {
      const reading = run();
      const [found] = await Promise.all([reading, changeUntil(seed, reading)]);
      const ids = found.map(({ _id }) => _id);
      expect(new Set(ids).size).toBe(ids.length);
      const unchanged = rows().filter(({ _id }) => !isChanged(_id));
      const met = found.filter(({ _id }) => !isChanged(_id)).sort((one, other) => one._id - other._id);
      if (name.includes('some')) {
        expect(found).toHaveLength(900);
        expect(met).toEqual(unchanged.slice(-met.length));
      } else {
        expect(met).toEqual(unchanged);
      }
    });

    it('is counted once or not', async () => {
      const unchanged = MANY - MANY / 10;
      const count = { count: collection.collectionName, query: { a: { $gte: -10 * MANY } } };
      const counting = server.client.db('spec').command(count);
      const [{ n }, added] = await Promise.all([counting, changeUntil(seed, counting)]);
      expect(n).toBeGreaterThanOrEqual(unchanged);
      expect(n).toBeLessThanOrEqual(MANY + added);
    });

    it('takes no value away that stays', async () => {
      const reading = collection.distinct('g');
      const [values] = await Promise.all([reading, changeUntil(seed, reading)]);
      expect(values.sort((one, other) => one - other)).toEqual(Array.from({ length: GROUPS }, (_, at) => at));
    });
  });

  describe.each([
    ['in no order', {}],
    ['in an order', { sort: { a: -1 } as const }],
  ])('gives each document to one of those who ask for it %s', (_, options) => {
    it('by findAndModify', async () => {
      const taken: number[] = [];
      const take = async (by: number): Promise<void> => {
        for (;;) {
          const free = { g: 7, by: { $exists: false } };
          const found = await collection.findOneAndUpdate(free, { $set: { by } }, options);
          if (!found) return;
          expect(found.by).toBeUndefined();
          taken.push(found._id);
        }
      };
      await Promise.all([1, 2, 3, 4].map(take));
      expect(taken.sort((one, other) => one - other)).toEqual(
        rows()
          .filter(({ g }) => g === 7)
          .map(({ _id }) => _id),
      );
    });
  });

  it('is changed by one of those who ask for it', async () => {
    const changed = await Promise.all(
      Array.from({ length: MANY / GROUPS + 5 }, async (_, by) => {
        const { modifiedCount } = await collection.updateOne(
          { g: 9, by: { $exists: false } },
          { $set: { by } },
        );
        return modifiedCount;
      }),
    );
    expect(changed.filter((count) => count === 1)).toHaveLength(MANY / GROUPS);
    expect(await collection.countDocuments({ by: { $exists: true } })).toBe(MANY / GROUPS);
  });
});
