import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../commands/engine.js';
import { Connection } from './connection.js';

/** A loopback port (0 or none: a free one), or a Unix socket in a private folder. */
export type ListenOptions = 'socket' | { port?: number; host?: '127.0.0.1' };

/** Longest path of a Unix socket that systems take. */
const LONGEST_SOCKET_PATH = 103;

/** A server that accepts connections. */
export interface Listener {
  /** `host:port` or the path of the socket. */
  address: string;
  uri: string;
  /** Answers what has arrived and closes all connections. */
  close(): Promise<void>;
}

/** Accepts connections for an engine. */
export async function listen(options: ListenOptions, engine: Engine): Promise<Listener> {
  const connections = new Set<Connection>();
  let lastId = 0;
  const server = createServer((socket) => {
    const connection = new Connection(socket, engine, ++lastId);
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
  });
  const place = options === 'socket' ? await listenOnSocket(server) : await listenOnPort(server, options);
  return {
    ...place,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([...connections].map((connection) => connection.close()));
      await closed;
      place.cleanUp();
    },
  };
}

interface Place {
  address: string;
  uri: string;
  cleanUp: () => void;
}

/** Only the owner of the process may enter the folder, so only they reach the socket. */
async function listenOnSocket(server: Server): Promise<Place> {
  if (process.platform === 'win32') return listenOnPort(server, {});
  const folder = mkdtempSync(join(shortTemporaryFolder(), 'mongo-'));
  const path = join(folder, `${randomBytes(4).toString('hex')}.sock`);
  await started(server, () => server.listen(path));
  return {
    address: path,
    uri: `mongodb://${encodeURIComponent(path)}/`,
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A deep temporary folder would make the path too long. */
function shortTemporaryFolder(): string {
  return tmpdir().length + '/mongo-XXXXXX/XXXXXXXX.sock'.length > LONGEST_SOCKET_PATH ? '/tmp' : tmpdir();
}

async function listenOnPort(
  server: Server,
  { port = 0, host = '127.0.0.1' }: { port?: number; host?: string },
): Promise<Place> {
  await started(server, () => server.listen(port, host));
  const bound = server.address();
  const address = `${host}:${bound && typeof bound === 'object' ? bound.port : port}`;
  return { address, uri: `mongodb://${address}/?directConnection=true`, cleanUp: () => undefined };
}

function started(server: Server, start: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve();
    });
    start();
  });
}
