import type { Collection, Document } from 'mongodb';
import { rmSync } from 'node:fs';
import { documentOf } from '../bson/build.js';
import { listSource } from '../query/source.js';
import { Store } from '../storage/store.js';
import { looksATurn } from '../testing/looks-a-turn.js';
import { failure, startTestServer, temporaryFolder, type TestServer } from '../testing/test-server.js';
import { Cursors } from './cursors.js';
import { Engine } from './engine.js';

interface Row {
  _id: number;
  a: number;
  s: string;
  g: number;
  done?: boolean;
}

const MANY = 20_000;
/** Of a slice, and of what short commands look at in the same turn. */
const MOST_LOOKS = 5_200;
const row = (_id: number): Row => ({ _id, a: (_id * 7_919) % MANY, s: `client ${_id % 700}`, g: _id % 50 });
const rows = (): Row[] => Array.from({ length: MANY }, (_, _id) => row(_id));
const byA = (): Row[] => rows().sort((one, other) => one.a - other.a);
const byText = (): Row[] =>
  rows().sort((one, other) => (one.s < other.s ? -1 : Number(one.s > other.s)) || other.a - one.a);
const last = row(MANY - 1);
/** No index helps with it. */
const isLast = { $or: [{ _id: last._id }] };
const done = { $set: { done: true } };

type Long = (collection: Collection<Row>) => Promise<unknown>;

const commandOn = (collection: Collection<Row>, body: Document): Promise<Document> =>
  collection.db.command(body);
const countOf = async (collection: Collection<Row>, query: Document): Promise<unknown> =>
  (await commandOn(collection, { count: collection.collectionName, query })).n;

const READS: [string, Long, unknown][] = [
  ['count by an index', (all) => countOf(all, { a: { $gte: 0 } }), MANY],
  ['count without one', (all) => countOf(all, { g: { $lt: 10 } }), MANY / 5],
  ['distinct', async (all) => (await all.distinct('g')).length, 50],
  ['find in an order', (all) => all.find().sort({ a: 1 }).toArray(), byA()],
  [
    'find some in an order',
    (all) => all.find().sort({ a: -1 }).skip(5).limit(3).toArray(),
    byA().reverse().slice(5, 8),
  ],
  [
    'find many in an order',
    (all) => all.find().sort({ s: 1, a: -1 }).limit(5_000).toArray(),
    byText().slice(0, 5_000),
  ],
  ['find one', (all) => all.findOne(isLast), last],
  ['find one in an order', (all) => all.findOne({ g: { $gte: 0 } }, { sort: { a: 1 } }), byA()[0]],
  [
    'find all in one batch',
    async (all) => {
      const find = { find: all.collectionName, singleBatch: true, batchSize: MANY };
      return ((await commandOn(all, find)) as { cursor: { firstBatch: unknown } }).cursor.firstBatch;
    },
    rows(),
  ],
  ['an aggregation that counts', (all) => all.countDocuments({ g: { $gte: 25 } }), MANY / 2],
  [
    'an aggregation that sorts',
    (all) => all.aggregate([{ $sort: { a: 1 } }, { $skip: 7 }, { $limit: 2 }]).toArray(),
    byA().slice(7, 9),
  ],
  [
    'an aggregation that computes',
    (all) =>
      all
        .aggregate([{ $set: { n: { $add: ['$a', 1] } } }, { $match: { n: 3 } }, { $project: { n: 1 } }])
        .toArray(),
    [{ _id: byA()[2]?._id, n: 3 }],
  ],
];

const WRITES: [string, Long, object | null][] = [
  ['updateOne', (all) => all.updateOne(isLast, done), { modifiedCount: 1 }],
  ['an upsert', (all) => all.updateOne({ g: -1 }, done, { upsert: true }), { upsertedCount: 1 }],
  ['deleteOne', (all) => all.deleteOne(isLast), { deletedCount: 1 }],
  ['findAndModify', (all) => all.findOneAndUpdate(isLast, done), last],
  [
    'findAndModify in an order',
    (all) => all.findOneAndDelete({ g: { $gte: 0 } }, { sort: { a: -1 } }),
    byA().at(-1) ?? null,
  ],
  [
    '$out',
    async (all) => {
      await all.aggregate([{ $match: { g: { $gte: 0 } } }, { $out: `${all.collectionName}out` }]).toArray();
      return { n: await all.db.collection(`${all.collectionName}out`).countDocuments() };
    },
    { n: MANY },
  ],
  [
    '$merge',
    async (all) => {
      const merge = [
        { $match: { g: { $gte: 0 } } },
        { $set: { done: true } },
        { $merge: all.collectionName },
      ];
      await all.aggregate(merge).toArray();
      return { n: await all.countDocuments({ done: true }) };
    },
    { n: MANY },
  ],
];

describe('a command that looks at much', () => {
  let server: TestServer;
  let collection: Collection<Row>;
  beforeAll(async () => {
    server = await startTestServer();
    // A connection each: commands of one connection wait for each other.
    await Promise.all([1, 2, 3].map(() => server.client.db('spec').command({ ping: 1 })));
    collection = await filled();
  });
  afterAll(() => server.stop());

  async function filled(): Promise<Collection<Row>> {
    const all = server.collection<Row>();
    await all.createIndex({ a: 1 }, { unique: true }, {});
    await all.insertMany(rows());
    return all;
  }

  /** Runs it beside a short command. */
  async function beside(run: () => Promise<unknown>): Promise<unknown> {
    const order: string[] = [];
    const { result, most, turns } = await looksATurn(async () => {
      const long = run().finally(() => order.push('long'));
      await server
        .collection()
        .findOne()
        .finally(() => order.push('short'));
      return long;
    });
    expect(order).toEqual(['short', 'long']);
    expect(most).toBeLessThanOrEqual(MOST_LOOKS);
    expect(turns).toBeGreaterThan(2);
    return result;
  }

  it.each(READS)('holds nobody up: %s', async (_, run, expected) => {
    expect(await beside(() => run(collection))).toEqual(expected);
  });

  it.each(WRITES)('holds nobody up: %s', async (_, run, expected) => {
    const all = await filled();
    expect(await beside(() => run(all))).toMatchObject(expected ?? {});
  });

  it('takes no turn more where an index helps', async () => {
    expect(await looksATurn(() => collection.findOne({ _id: 7 }))).toMatchObject({ most: 1, turns: 1 });
    expect(await looksATurn(() => countOf(collection, { a: { $in: [1, 2] } }))).toMatchObject({
      most: 2,
      turns: 1,
    });
  });

  it.each(READS.slice(0, 5))('ends with the collection: %s', async (_, run) => {
    const all = await filled();
    const reading = failure(run(all));
    await all.drop();
    expect(await reading).toMatchObject({ code: 175 });
  });
});

describe('a read that nobody waits for any more', () => {
  it('is given up', async () => {
    const folder = temporaryFolder();
    const store = new Store(folder);
    const engine = new Engine(store);
    let [slices, isAwaited] = [0, true];
    const reading = engine.read(
      function* () {
        for (;;) {
          slices++;
          yield undefined;
        }
      },
      () => isAwaited,
    );
    isAwaited = false;
    await expect(reading).rejects.toMatchObject({ codeName: 'ClientDisconnect' });
    expect(slices).toBe(1);
    engine.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('is given up with its session', () => {
    const cursors = new Cursors();
    const source = listSource(Array.from({ length: MANY }, () => documentOf({ a: 1 })));
    const reading = cursors.first({ namespace: 'spec.rows', source, session: 'one' }, MANY, true);
    expect(reading.next()).toEqual({ done: false, value: undefined });
    cursors.endSession('one');
    expect(() => reading.next()).toThrow('the cursor was killed');
  });
});
