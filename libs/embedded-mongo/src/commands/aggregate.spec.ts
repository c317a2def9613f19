import type { Document } from 'mongodb';
import { failure, startTestServer, type TestServer } from '../testing/test-server.js';

type Row = Document & { _id: number };

describe('Aggregations that write', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.stop());

  const rows = [
    { _id: 1, x: 11 },
    { _id: 2, x: 22 },
  ];

  async function sourceAndTarget(...held: Row[]) {
    const source = server.collection<Row>();
    const target = server.collection<Row>();
    await source.insertMany(rows);
    if (held.length > 0) await target.insertMany(held);
    return { source, target };
  }

  it('put the results of $out in place of what was there, under its indexes', async () => {
    const { source, target } = await sourceAndTarget({ _id: 9, x: 99 });
    await target.createIndex({ x: 1 }, { unique: true }, {});
    const results = await source
      .aggregate([{ $match: { x: 22 } }, { $out: target.collectionName }])
      .toArray();
    expect(results).toEqual([]);
    expect(await target.find().toArray()).toEqual([rows[1]]);
    expect(await failure(target.insertOne({ _id: 3, x: 22 }))).toMatchObject({ code: 11000 });
  });

  it('leave the target of $out as it was when a result is refused', async () => {
    const { source, target } = await sourceAndTarget({ _id: 9, y: 99 });
    await target.createIndex({ y: 1 }, { unique: true }, {});
    const out = source.aggregate([{ $set: { y: 1 } }, { $out: target.collectionName }]).toArray();
    expect(await failure(out)).toMatchObject({ code: 11000 });
    expect(await target.find().toArray()).toEqual([{ _id: 9, y: 99 }]);
  });

  it('end a cursor on the target of $out', async () => {
    const { source, target } = await sourceAndTarget({ _id: 8 }, { _id: 9 }, { _id: 10 });
    const cursor = target.find({}, { batchSize: 1 });
    await cursor.next();
    await source.aggregate([{ $out: target.collectionName }]).toArray();
    expect(await failure(cursor.toArray())).toMatchObject({ code: 175 });
  });

  it('only write in the last stage', async () => {
    const { source } = await sourceAndTarget();
    const early = source.aggregate([{ $out: 'elsewhere' }, { $match: {} }]).toArray();
    expect(await failure(early)).toMatchObject({ code: 40601 });
  });

  const held = { _id: 1, x: 0, kept: true };

  it('merge results into documents by $merge, field by field', async () => {
    const { source, target } = await sourceAndTarget(held);
    await source.aggregate([{ $merge: { into: target.collectionName } }]).toArray();
    expect(await target.find().toArray()).toEqual([{ _id: 1, x: 11, kept: true }, rows[1]]);
  });

  it('refuse $merge with options', async () => {
    const { source, target } = await sourceAndTarget();
    const merge = source.aggregate([{ $merge: { into: target.collectionName, on: 'x' } }]).toArray();
    expect(await failure(merge)).toMatchObject({ code: 238 });
  });
});

describe('Variables of let', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.stop());

  it('are expressions, evaluated once', async () => {
    const collection = server.collection<Row>();
    await collection.insertMany([{ _id: 1 }, { _id: 2 }]);
    const variables = { id: { $add: [1, 1] }, text: { $literal: '$_id' } };
    const filter = { $expr: { $eq: ['$_id', '$$id'] } };
    await collection.updateOne(filter, [{ $set: { text: '$$text' } }], { let: variables });
    expect(await collection.find().toArray()).toEqual([{ _id: 1 }, { _id: 2, text: '$_id' }]);
  });

  it('cannot read a field', async () => {
    const collection = server.collection<Row>();
    const find = collection.find({ $expr: { $eq: ['$_id', '$$id'] } }, { let: { id: '$_id' } }).toArray();
    expect(await failure(find)).toMatchObject({ code: 4890500 });
  });
});
