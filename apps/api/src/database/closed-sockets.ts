import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Node tells here of each connection that this thread opens. */
const OPENED = 'net.client.socket';

let isWatching = false;

/**
 * Ends what waits for a connection to take more, once the connection is closed. The driver of MongoDB does not look at
 * that by itself: a large insert that a silent network holds up would wait for ever, whatever its limits, and with it
 * its import. Woken, the driver finds that its connection is gone and says why. For each thread that connects to the
 * database, before it does.
 */
export function wakeWritersOfClosedSockets(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe(OPENED, (message) => {
    const { socket } = message as { socket: Socket };
    // After everybody else has learned that it is closed.
    socket.once('close', () => setImmediate(() => socket.emit('drain')));
  });
}
