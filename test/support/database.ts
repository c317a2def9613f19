import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@app/embedded-mongo';
import { type Db, MongoClient } from 'mongodb';

/** A database of its own for one spec, reachable by the spec and by the product. */
export interface TestDatabase {
  uri: string;
  name: string;
  db: Db;
  /** Drops it and closes the connection. */
  stop(): Promise<void>;
}

/** An empty database: on the server of MONGO_URL when that is set, else on an embedded server of its own. */
export async function startDatabase(): Promise<TestDatabase> {
  const { MONGO_URL } = process.env;
  const server = MONGO_URL ? { uri: MONGO_URL, close: () => Promise.resolve() } : await startOwnServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = await MongoClient.connect(server.uri);
  const db = client.db(name);
  return {
    uri: server.uri,
    name,
    db,
    async stop() {
      await db.dropDatabase();
      await client.close();
      await server.close();
    },
  };
}

async function startOwnServer(): Promise<{ uri: string; close(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sales-database-'));
  const { uri, close } = await startEmbeddedMongo({ dataDir, listen: { port: 0 } });
  return {
    uri,
    async close() {
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
