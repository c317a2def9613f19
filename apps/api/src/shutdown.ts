import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { INestApplication } from '@nestjs/common';

/** A request that does not end within this time is cut off. */
const REQUEST_MS = 10_000;
/** When even that does not help, the process ends as it is. */
const PATIENCE_MS = 15_000;
const LOOK_MS = 100;

/**
 * Stops when asked to: no new connections, requests under way are answered, then the database is closed. A second
 * signal ends it at once.
 */
export function stopOnSignal(app: INestApplication): void {
  const server = app.getHttpServer() as Server;
  const sockets = socketsOf(server);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    letGo(server, sockets);
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
}

/** Connections that are open, as they come and go. */
function socketsOf(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/**
 * Connections that fall idle after closing began would be kept alive for another minute; ones that a browser opened
 * in advance and never used do not count as idle.
 */
function letGo(server: Server, sockets: ReadonlySet<Socket>): void {
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  setInterval(() => {
    server.closeIdleConnections();
  }, LOOK_MS).unref();
  setTimeout(() => {
    server.closeAllConnections();
  }, REQUEST_MS).unref();
}
