import { Schema, createConnection, type Connection } from 'mongoose';
import { failure, startTestServer, type TestServer } from './testing/test-server.js';

describe('mongoose', () => {
  let server: TestServer;
  let connection: Connection;
  beforeAll(async () => {
    server = await startTestServer();
    connection = await createConnection(server.uri, {
      dbName: 'spec',
      autoIndex: false,
      autoCreate: false,
    }).asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await server.stop();
  });

  it('works with a schema, a unique index and lean reads', async () => {
    const schema = new Schema(
      { email: String, roles: [String], seen: Number },
      { collection: 'people', versionKey: false, minimize: false },
    );
    schema.index({ email: 1 }, { unique: true });
    const People = connection.model('Person', schema);
    await People.createIndexes();
    const seen = 20_261_122;
    await People.create({ email: 'a@example.com', roles: ['viewer'], seen });
    expect(await failure(People.create({ email: 'a@example.com' }))).toMatchObject({
      code: 11000,
      keyValue: { email: 'a@example.com' },
    });
    await People.updateOne({ email: 'a@example.com' }, { $set: { roles: ['viewer', 'admin'] } });
    const person = await People.findOne({ roles: 'admin' }).lean().select('-_id');
    expect(person).toEqual({ email: 'a@example.com', roles: ['viewer', 'admin'], seen });
    const upserted = await People.findOneAndUpdate(
      { email: 'b@example.com' },
      { seen },
      { upsert: true, returnDocument: 'after' },
    );
    expect(upserted.email).toBe('b@example.com');
    expect(await People.countDocuments({ seen: { $gte: seen } })).toBe(2);
    expect(await People.exists({ email: 'c@example.com' })).toBeNull();
  });
});
