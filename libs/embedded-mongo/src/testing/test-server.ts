import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type Collection, type Document } from 'mongodb';
import { startServer } from '../server/server.js';

/** A server of its own on a folder of its own, with a client. */
export interface TestServer {
  dataDir: string;
  uri: string;
  client: MongoClient;
  /** An empty collection under a new name. */
  collection: <T extends Document = Document>() => Collection<T>;
  stop: () => Promise<void>;
}

/** Starts a server in this thread, so that specs run on the sources and not on what was built last. */
export async function startTestServer(options: { ttlSweepSeconds?: number } = {}): Promise<TestServer> {
  const dataDir = temporaryFolder();
  const server = await startServer({ dataDir, listen: 'socket', ...options });
  const client = await MongoClient.connect(server.uri);
  let collections = 0;
  return {
    dataDir,
    uri: server.uri,
    client,
    collection: <T extends Document>() => client.db('spec').collection<T>(`collection${++collections}`),
    async stop() {
      await client.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A new folder under the system's temporary one. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'embedded-mongo-spec-'));
}

/** What a rejected command said: its error as the driver gives it. */
export async function failure(promise: Promise<unknown>): Promise<Document> {
  try {
    await promise;
  } catch (error) {
    return error as Document;
  }
  throw new Error('The command was expected to fail');
}
