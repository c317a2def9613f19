import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@app/embedded-mongo';
import { MongoClient } from 'mongodb';
import { wakeWritersOfClosedSockets } from './closed-sockets.js';

/** More than the system takes for a connection that nobody reads from. */
const MANY = Array.from({ length: 40_000 }, (_, at) => ({ at, text: 'x'.repeat(400) }));
const LIMITS = { socketTimeoutMS: 300, connectTimeoutMS: 300, heartbeatFrequencyMS: 500 };

/** Stands before a server, and reads from nobody any more once it is told to. */
async function silentRelay(port: number) {
  const sockets: Socket[] = [];
  const relay = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.push(socket);
      socket.on('error', () => socket.destroy());
    }
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  return {
    port: (relay.address() as AddressInfo).port,
    fallSilent: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      relay.close();
    },
  };
}

it('a large insert fails at its limit where the network falls silent in the midst of it', async () => {
  wakeWritersOfClosedSockets();
  const dataDir = await mkdtemp(join(tmpdir(), 'sales-silent-'));
  const database = await startEmbeddedMongo({ dataDir, listen: { port: 0 } });
  const { port } = new URL(database.uri);
  const relay = await silentRelay(Number(port));
  const client = new MongoClient(database.uri.replace(port, String(relay.port)), LIMITS);
  try {
    const deals = client.db('test').collection('deals');
    await deals.insertOne({ at: -1 });
    relay.fallSilent();
    await expect(deals.insertMany(MANY)).rejects.toThrow(/timed out|timeout/);
  } finally {
    await client.close();
    relay.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
