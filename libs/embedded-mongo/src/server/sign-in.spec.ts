import { rmSync } from 'node:fs';
import { MongoClient } from 'mongodb';
import type { EmbeddedMongo } from './embedded-mongo.js';
import { failure, temporaryFolder } from '../testing/test-server.js';
import { startServer } from './server.js';

describe('a guarded port', () => {
  let dataDir: string;
  let server: EmbeddedMongo;
  beforeAll(async () => {
    dataDir = temporaryFolder();
    server = await startServer({ dataDir, listen: 'guarded-port' });
  });
  afterAll(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('serves a driver that was given the connection string', async () => {
    const client = await MongoClient.connect(server.uri);
    const collection = client.db('spec').collection('a');
    await Promise.all([1, 2, 3].map((n) => collection.insertOne({ n })));
    expect(await collection.countDocuments()).toBe(3);
    await client.close();
  });

  it('tells others nothing but what it is', async () => {
    const client = new MongoClient(`mongodb://${new URL(server.uri).host}/?directConnection=true`);
    expect(await client.db('admin').command({ hello: 1 })).toMatchObject({ isWritablePrimary: true });
    const commands = [
      { ping: 1 },
      { buildInfo: 1 },
      { find: 'a' },
      { listDatabases: 1 },
      { insert: 'a', documents: [{}] },
      { dropDatabase: 1 },
      { nothing: 1 },
    ];
    for (const command of commands) {
      expect(await failure(client.db('admin').command(command))).toMatchObject({ code: 13 });
    }
    await client.close();
  });

  it.each([
    ['password', (uri: URL) => (uri.password = 'guessed')],
    ['user', (uri: URL) => (uri.username = 'root')],
    ['mechanism', (uri: URL) => uri.searchParams.set('authMechanism', 'PLAIN')],
  ])('refuses another %s', async (_, change) => {
    const uri = new URL(server.uri);
    change(uri);
    const client = new MongoClient(uri.href);
    expect(await failure(client.connect())).toMatchObject({
      message: expect.stringMatching(/auth|mechanism/i) as string,
    });
    await client.close();
  });

  it('refuses a proof without a first message, and a second proof', async () => {
    const client = new MongoClient(
      `mongodb://${new URL(server.uri).host}/?directConnection=true&maxPoolSize=1`,
    );
    const sasl = (command: object) => failure(client.db('admin').command(command));
    const payload = Buffer.from('c=biws,r=x,p=eA==');
    expect(await sasl({ saslContinue: 1, conversationId: 1, payload })).toMatchObject({ code: 18 });
    const first = { saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: Buffer.from('n,,n=embedded,r=abc') };
    await client.db('admin').command(first);
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(await sasl({ saslContinue: 1, conversationId: 1, payload })).toMatchObject({ code: 18 });
    }
    expect(await sasl({ find: 'a' })).toMatchObject({ code: 13 });
    await client.close();
  });
});
