import type { EventEmitter } from 'node:events';

/** What a loaded machine needs beside the limits of the driver. */
const ROOM_MS = 5_000;

/** A client whose heartbeats can be watched. */
export interface Watched extends Pick<EventEmitter, 'on' | 'off'> {
  readonly options: { readonly connectTimeoutMS: number };
}

interface OfServer {
  /** Address of the server. */
  readonly connectionId: string;
}

/**
 * Watches that each heartbeat of a client ends, well or badly. The driver waits for ever when a socket closes right
 * before it is written to: no heartbeat follows, and a server that is well again counts as away until the process
 * ends. Then somebody has to connect anew.
 *
 * @returns ends the watch
 */
export function watchHeartbeats(client: Watched, onSilence: () => void): () => void {
  // The driver's limit holds for the socket, and again for the greeting over it.
  const milliseconds = 2 * client.options.connectTimeoutMS + ROOM_MS;
  const waiting = new Map<string, NodeJS.Timeout>();
  const ended = ({ connectionId }: OfServer): void => {
    clearTimeout(waiting.get(connectionId));
    waiting.delete(connectionId);
  };
  const begun = (event: OfServer): void => {
    ended(event);
    waiting.set(event.connectionId, setTimeout(silent, milliseconds).unref());
  };
  const forget = (): void => {
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
  };
  const silent = (): void => {
    forget();
    onSilence();
  };
  const listeners = [
    ['serverHeartbeatStarted', begun],
    ['serverHeartbeatSucceeded', ended],
    ['serverHeartbeatFailed', ended],
    ['topologyClosed', forget],
  ] as const;
  for (const [name, listener] of listeners) client.on(name, listener);
  return () => {
    forget();
    for (const [name, listener] of listeners) client.off(name, listener);
  };
}
