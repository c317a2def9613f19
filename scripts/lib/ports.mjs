import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** Resolves with a port of this machine that nobody listens on: the one that is asked for, or any with 0. */
export function freePort(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      const { port: found } = server.address();
      server.close(() => resolve(found));
    });
  });
}
