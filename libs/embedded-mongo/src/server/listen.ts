import { createServer, type Server } from 'node:net';
import type { Engine } from '../commands/engine.js';
import { Connection } from './connection.js';
import { Credential } from './credential.js';
import { SignIn } from './sign-in.js';
import { placeInside, removeLeftovers, temporaryPlace, type SocketPlace } from './socket-place.js';

/**
 * A Unix socket that only this user reaches (on Windows, which has none of these: a guarded port); a free loopback
 * port that takes nothing but a sign-in with the password in the connection string; or a loopback port (0 or none:
 * a free one) that is open to every user of the machine.
 */
export type ListenOptions = 'socket' | 'guarded-port' | { port?: number; host?: '127.0.0.1' };

/** A server that accepts connections. */
export interface Listener {
  /** `host:port` or the path of the socket. */
  address: string;
  /** May hold a password. */
  uri: string;
  /** Answers what has arrived and closes all connections. */
  close(): Promise<void>;
}

/** Accepts connections for an engine. */
export async function listen(options: ListenOptions, engine: Engine, dataDir: string): Promise<Listener> {
  const isOnSocket = options === 'socket' && process.platform !== 'win32';
  const credential = isOnSocket || typeof options === 'object' ? undefined : new Credential();
  const connections = new Set<Connection>();
  let lastId = 0;
  const server = createServer((socket) => {
    const connection = new Connection(socket, engine, ++lastId, credential && new SignIn(credential));
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
  });
  const place = isOnSocket
    ? await listenOnSocket(server, dataDir)
    : await listenOnPort(server, typeof options === 'object' ? options : {}, credential);
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

async function listenOnSocket(server: Server, dataDir: string): Promise<Place> {
  removeLeftovers(dataDir);
  const inside = placeInside(dataDir);
  // Some file systems, such as folders shared with a virtual machine, hold no sockets.
  const isBound =
    inside !== undefined &&
    (await bind(server, inside).then(
      () => true,
      () => false,
    ));
  const place = isBound ? inside : temporaryPlace(dataDir);
  if (!isBound) await bind(server, place);
  return { address: place.path, uri: `mongodb://${encodeURIComponent(place.path)}/`, cleanUp: place.cleanUp };
}

function bind(server: Server, { path }: SocketPlace): Promise<void> {
  return started(server, () => server.listen(path));
}

async function listenOnPort(
  server: Server,
  { port = 0, host = '127.0.0.1' }: { port?: number; host?: string },
  credential: Credential | undefined,
): Promise<Place> {
  await started(server, () => server.listen(port, host));
  const bound = server.address();
  const address = `${host}:${bound && typeof bound === 'object' ? bound.port : port}`;
  const uri = credential?.uri(address) ?? `mongodb://${address}/?directConnection=true`;
  return { address, uri, cleanUp: () => undefined };
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
