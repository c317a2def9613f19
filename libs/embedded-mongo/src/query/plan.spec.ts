import type { Collection, Document, Filter } from 'mongodb';
import { startTestServer, type TestServer } from '../testing/test-server.js';

type Row = Document & { _id: number };

/** Random numbers from a seed, so that a failing run can be repeated. */
function generator(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = <T>(...choices: (() => T)[]): T => (choices[below(choices.length)] as () => T)();
  return { below, pick };
}

/** Documents and filters over four fields whose values often meet: numbers, texts, null, arrays, documents. */
function randomData(seed: number) {
  const { below, pick } = generator(seed);
  const scalar = (): unknown =>
    pick<unknown>(
      () => below(5),
      () => below(5) - 2.5,
      () => 'abc'.slice(below(3)),
      () => null,
      () => new Date(below(3)),
      () => below(2) === 0,
    );
  const value = (): unknown =>
    pick<unknown>(
      scalar,
      scalar,
      () => Array.from({ length: below(3) }, scalar),
      () => ({ b: scalar() }),
      () => [{ b: scalar() }, { b: scalar() }],
    );
  const field = (): string =>
    pick(
      () => 'a',
      () => 'a.b',
      () => 'c',
      () => 'd',
    );
  const condition = (): unknown =>
    pick<unknown>(
      value,
      () => ({ $in: [scalar(), scalar()] }),
      () => ({ $gt: scalar() }),
      () => ({ $gte: below(5), $lt: below(5) }),
      () => ({ $ne: scalar() }),
      () => ({ $exists: below(2) === 0 }),
    );
  return {
    row: (_id: number): Row => ({ _id, a: value(), c: scalar(), ...(below(3) > 0 && { d: scalar() }) }),
    filter: (): Filter<Row> =>
      pick<Filter<Row>>(
        () => ({ [field()]: condition() }),
        () => ({ [field()]: condition(), [field()]: condition() }),
        () => ({ $or: [{ [field()]: condition() }, { [field()]: condition() }] }),
      ),
    change: () => ({ $set: { [field()]: value() } }),
  };
}

async function expectSame(plain: Collection<Row>, indexed: Collection<Row>, wanted: Filter<Row>) {
  const [expected, found] = await Promise.all(
    [plain, indexed].map((collection) => collection.find(wanted).sort({ _id: 1 }).toArray()),
  );
  expect({ wanted, found }).toEqual({ wanted, found: expected });
}

describe('Indexes', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.stop());

  it.each([1, 2, 3])('change no answer, also after updates and deletes (seed %i)', async (seed) => {
    const { row, filter, change } = randomData(seed);
    const [plain, indexed] = [server.collection<Row>(), server.collection<Row>()];
    await indexed.createIndex({ a: 1 });
    await indexed.createIndex({ 'a.b': -1 });
    await indexed.createIndex({ c: 1, d: -1 });
    await indexed.createIndex({ d: 1 }, { sparse: true }, {});
    const rows = Array.from({ length: 80 }, (_, id) => row(id));
    for (const collection of [plain, indexed]) await collection.insertMany(rows);
    for (let round = 0; round < 60; round++) {
      for (let count = 0; count < 8; count++) await expectSame(plain, indexed, filter());
      const [update, _id] = [change(), round];
      for (const collection of [plain, indexed]) {
        if (round % 10 === 0) await collection.deleteOne({ _id });
        else await collection.updateOne({ _id }, update).catch(() => undefined);
      }
    }
    expect(await indexed.find().toArray()).toEqual(await plain.find().toArray());
  });
});
