import type { Document } from 'mongodb';
import { failure, startTestServer, type TestServer } from '../testing/test-server.js';

interface Lease {
  _id: string;
  holder?: string;
  until?: Date;
}

const SECOND = 1_000;

describe('$$NOW', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.stop());

  function near(date: unknown, offset = 0): void {
    expect(date).toBeInstanceOf(Date);
    expect(Math.abs(Number(date) - offset - Date.now())).toBeLessThan(60 * SECOND);
  }

  it('is the clock of the server in an update by a pipeline, plus or minus milliseconds', async () => {
    const leases = server.collection<Lease>();
    await leases.insertOne({ _id: 'a' });
    await leases.updateOne({}, [{ $set: { until: { $add: ['$$NOW', 3_600 * SECOND] } } }]);
    near((await leases.findOne())?.until, 3_600 * SECOND);
    await leases.updateOne({}, [{ $set: { until: { $subtract: ['$$NOW', 3_600 * SECOND] } } }]);
    near((await leases.findOne())?.until, -3_600 * SECOND);
  });

  it('takes a lease that has run out, in an upsert too, and no other', async () => {
    const leases = server.collection<Lease>();
    const take = (holder: string, milliseconds: number) =>
      leases.findOneAndUpdate(
        { _id: 'lease' },
        [
          {
            $set: {
              holder: { $cond: [{ $lte: ['$until', '$$NOW'] }, holder, '$holder'] },
              until: {
                $cond: [{ $lte: ['$until', '$$NOW'] }, { $add: ['$$NOW', milliseconds] }, '$until'],
              },
            },
          },
        ],
        { upsert: true, returnDocument: 'after' },
      );
    expect(await take('first', 3_600 * SECOND)).toMatchObject({ holder: 'first' });
    expect(await take('second', 3_600 * SECOND)).toMatchObject({ holder: 'first' });
    await leases.updateOne({ _id: 'lease' }, [{ $set: { until: { $subtract: ['$$NOW', 1] } } }]);
    expect(await take('third', 3_600 * SECOND)).toMatchObject({ holder: 'third' });
  });

  it('chooses documents in $expr: find, count, delete, $match', async () => {
    const leases = server.collection<Lease>();
    const hour = 3_600 * SECOND;
    await leases.insertMany([
      { _id: 'over', until: new Date(Date.now() - hour) },
      { _id: 'held', until: new Date(Date.now() + hour) },
    ]);
    const over = { $expr: { $lte: ['$until', '$$NOW'] } };
    expect(await leases.find(over).toArray()).toMatchObject([{ _id: 'over' }]);
    expect(await leases.countDocuments({ $expr: { $gt: ['$until', '$$NOW'] } })).toBe(1);
    expect(await leases.aggregate([{ $match: over }]).toArray()).toHaveLength(1);
    expect(await leases.deleteMany(over)).toMatchObject({ deletedCount: 1 });
  });

  it('is one moment in a whole command', async () => {
    const rows = server.collection<{ _id: number; at?: Date }>();
    await rows.insertMany(Array.from({ length: 5_000 }, (_, _id) => ({ _id })));
    await rows.updateMany({}, [{ $set: { at: '$$NOW' } }]);
    expect(await rows.distinct('at')).toHaveLength(1);
    const [first] = await rows
      .aggregate([
        { $set: { a: '$$NOW' } },
        { $group: { _id: '$a', n: { $sum: 1 } } },
        { $set: { same: { $eq: ['$_id', '$$NOW'] } } },
      ])
      .toArray();
    expect(first).toMatchObject({ n: 5_000, same: true });
  });

  it('stands in let, in $facet and in projections, but not in $literal or a plain text', async () => {
    const rows = server.collection();
    await rows.insertOne({ text: '$$NOW' });
    const [row] = await rows
      .aggregate(
        [
          { $facet: { all: [{ $match: { text: '$$NOW' } }, { $set: { at: '$$NOW' } }] } },
          { $project: { all: 1, word: { $literal: '$$NOW' }, at: '$$NOW', given: '$$given' } },
        ],
        { let: { given: { $add: ['$$NOW', 0] } } },
      )
      .toArray();
    expect(row).toMatchObject({ all: [{ text: '$$NOW' }], word: '$$NOW' });
    expect(row?.at).toEqual((row?.all as Document[])[0]?.at);
    expect(row?.at).toEqual(row?.given);
    near(row?.at);
  });

  it('is compared with values of every type in the order of MongoDB', async () => {
    const rows = server.collection();
    await rows.insertOne({ none: null, number: 1, text: 'x', yes: true });
    const below = { $lt: ['$missing', '$$NOW'] };
    const [row] = await rows
      .aggregate([
        {
          $project: {
            _id: 0,
            missing: below,
            none: { $lte: ['$none', '$$NOW'] },
            order: { $cmp: ['$missing', '$none'] },
            number: { $lt: ['$number', '$$NOW'] },
            text: { $gt: ['$text', '$$NOW'] },
            yes: { $gte: ['$yes', '$$NOW'] },
          },
        },
      ])
      .toArray();
    expect(row).toEqual({ missing: true, none: true, order: -1, number: true, text: false, yes: false });
    expect(await rows.countDocuments({ $expr: below })).toBe(1);
  });

  it('cannot be given by a client, nor be part of a rule that outlives its command', async () => {
    const rows = server.collection();
    const given = rows.find({ $expr: true }, { let: { NOW: new Date(0) } }).toArray();
    expect(await failure(given)).toMatchObject({ code: 9 });
    const partial = { partialFilterExpression: { $expr: { $lt: ['$a', '$$NOW'] } } };
    expect(await failure(rows.createIndex({ a: 1 }, partial, {}))).toMatchObject({ code: 67 });
    const validator = { $expr: { $lt: ['$a', '$$NOW'] } };
    expect(await failure(server.client.db('spec').createCollection('rule', { validator }))).toMatchObject({
      code: 238,
    });
  });
});
