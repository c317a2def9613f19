import { Long, UUID } from 'mongodb';
import { failure, startTestServer, type TestServer } from '../testing/test-server.js';

describe('databases, collections and cursors', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const uuidOf = async (name: string): Promise<string> => {
    const [found] = await server.client.db('spec').listCollections({ name }).toArray();
    const uuid = found && 'info' in found ? found.info?.uuid : undefined;
    return new UUID(uuid?.buffer).toString();
  };

  it('answers the handshake of a standalone with sessions', async () => {
    const admin = server.client.db('admin');
    const hello = await admin.command({ hello: 1 });
    expect(hello).toMatchObject({
      isWritablePrimary: true,
      logicalSessionTimeoutMinutes: 30,
      maxWireVersion: 21,
      ok: 1,
    });
    expect(hello).not.toHaveProperty('setName');
    expect(await admin.command({ buildInfo: 1 })).toMatchObject({ version: '7.0.0' });
    expect(await admin.command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect(await admin.command({ connectionStatus: 1 })).toMatchObject({
      authInfo: { authenticatedUsers: [] },
    });
  });

  it('refuses unknown commands, unknown fields and bad names', async () => {
    const db = server.client.db('spec');
    expect(await failure(db.command({ mapReduce: 'x' }))).toMatchObject({
      code: 59,
      codeName: 'CommandNotFound',
    });
    expect(await failure(db.command({ find: 'x', foo: 1 }))).toMatchObject({ code: 40415 });
    expect(await failure(db.command({ insert: 'a$b', documents: [{}] }))).toMatchObject({ code: 73 });
    expect(await failure(db.command({ find: 'x', limit: 'two' }))).toMatchObject({ code: 14 });
    expect(await failure(db.command({ find: 'x', readConcern: { level: 'snapshot' } }))).toMatchObject({
      code: 123,
    });
  });

  it('accepts sessions and refuses transactions as a standalone does', async () => {
    const collection = server.collection();
    await server.client.withSession((session) => collection.insertOne({ a: 1 }, { session }));
    const transaction = { txnNumber: Long.fromNumber(1), startTransaction: true, autocommit: false };
    const insert = { insert: collection.collectionName, documents: [{ a: 2 }], ...transaction };
    const db = server.client.db('spec');
    expect(await failure(db.command(insert))).toMatchObject({ code: 20, codeName: 'IllegalOperation' });
    expect(await failure(db.admin().command({ commitTransaction: 1 }))).toMatchObject({ code: 20 });
    expect(await collection.countDocuments()).toBe(1);
  });

  it('makes, lists and drops collections and databases', async () => {
    const db = server.client.db('other');
    await db.createCollection('b');
    await db.collection('a').insertOne({ x: 1 });
    expect(await failure(db.createCollection('a'))).toMatchObject({ code: 48 });
    expect((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)).toEqual([
      'a',
      'b',
    ]);
    const { databases } = await db.admin().listDatabases({ nameOnly: true });
    expect(databases.map(({ name }) => name)).toContain('other');
    expect(await db.dropCollection('b')).toBe(true);
    await db.dropDatabase();
    expect(await db.listCollections().toArray()).toEqual([]);
    expect(await db.collection('a').findOne()).toBeNull();
  });

  it('renames over another collection, and keeps the uuid of the source', async () => {
    const [live, staging] = [server.collection(), server.collection()];
    await live.insertMany([{ old: 1 }, { old: 2 }]);
    await staging.createIndex({ n: 1 }, { unique: true }, {});
    await staging.insertOne({ n: 1 });
    const uuid = await uuidOf(staging.collectionName);
    expect(uuid).not.toBe(await uuidOf(live.collectionName));
    expect(await failure(staging.rename(live.collectionName))).toMatchObject({ code: 48 });
    await staging.rename(live.collectionName, { dropTarget: true });
    expect(await live.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ n: 1 }]);
    expect(await uuidOf(live.collectionName)).toBe(uuid);
    expect(await failure(live.insertOne({ n: 1 }))).toMatchObject({ code: 11000 });
    expect(await failure(staging.rename('nowhere'))).toMatchObject({ code: 26 });
    expect(await staging.countDocuments()).toBe(0);
  });

  it('ends the cursors on what a rename or drop removes', async () => {
    const [live, staging] = [server.collection(), server.collection()];
    await live.insertMany([{}, {}, {}]);
    await staging.insertOne({});
    const cursor = live.find({}, { batchSize: 1 });
    await cursor.next();
    await staging.rename(live.collectionName, { dropTarget: true });
    expect(await failure(cursor.next())).toMatchObject({ code: 175, codeName: 'QueryPlanKilled' });
  });

  it('continues a cursor while documents are inserted and deleted', async () => {
    const collection = server.collection<{ _id: number }>();
    await collection.insertMany([1, 2, 3, 4].map((_id) => ({ _id })));
    const cursor = collection.find({}, { batchSize: 2 });
    expect(await cursor.next()).toEqual({ _id: 1 });
    await collection.deleteOne({ _id: 3 });
    await collection.insertOne({ _id: 5 });
    expect(await cursor.toArray()).toEqual([{ _id: 2 }, { _id: 4 }, { _id: 5 }]);
  });

  it('closes cursors on request, and does not find them afterwards', async () => {
    const collection = server.collection();
    await collection.insertMany([{}, {}, {}]);
    const db = server.client.db('spec');
    const { cursor } = (await db.command(
      { find: collection.collectionName, batchSize: 1 },
      { promoteLongs: false },
    )) as { cursor: { id: Long } };
    const kill = { killCursors: collection.collectionName, cursors: [cursor.id] };
    expect(await db.command(kill)).toMatchObject({ cursorsKilled: [expect.anything()], cursorsNotFound: [] });
    const more = db.command({ getMore: cursor.id, collection: collection.collectionName });
    expect(await failure(more)).toMatchObject({ code: 43, codeName: 'CursorNotFound' });
  });

  it('refuses a document above 16 MB', async () => {
    const collection = server.collection();
    await collection.insertOne({ text: 'x'.repeat(1024) });
    await collection.updateOne({}, { $set: { big: 'x'.repeat(15 * 1024 * 1024) } });
    const error = await failure(collection.updateOne({}, { $set: { bigger: 'x'.repeat(2 * 1024 * 1024) } }));
    expect(error).toMatchObject({ code: 10334 });
  });

  it('reads results larger than one message', async () => {
    const collection = server.collection();
    await collection.insertMany(Array.from({ length: 5 }, () => ({ text: 'x'.repeat(6 * 1024 * 1024) })));
    expect(await collection.find().toArray()).toHaveLength(5);
  });
});
