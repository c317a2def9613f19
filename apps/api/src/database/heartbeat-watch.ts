import type { EventEmitter } from 'node:events';

/** What a loaded machine needs on top of the driver's limits. */
const ROOM_MS = 5_000;

/** A client whose heartbeats can be watched. */
export interface Watched extends Pick<EventEmitter, 'on' | 'off'> {
  readonly options: { readonly connectTimeoutMS: number };
}

interface OfServer {
  /** Address of the server. */
  readonly connectionId: string;
}

interface DescriptionChanged {
  readonly address: string;
  readonly newDescription: { readonly type: string };
}

/**
 * Watches that each heartbeat of a client ends, well or badly. The driver waits for ever when a socket closes right
 * before it is written to: no heartbeat follows, and a server that the driver then counts as away stays so until the
 * process ends. Then somebody has to connect anew. While a silent server still serves, what is under way is not
 * interrupted.
 *
 * @returns ends the watch
 */
export function watchHeartbeats(client: Watched, onSilence: () => void): () => void {
  // The driver's limit holds for the socket, and again for the hello that is sent over it.
  const milliseconds = 2 * client.options.connectTimeoutMS + ROOM_MS;
  const waiting = new Map<string, NodeJS.Timeout>();
  const silent = new Set<string>();
  const serving = new Set<string>();
  const ended = ({ connectionId }: OfServer): void => {
    clearTimeout(waiting.get(connectionId));
    waiting.delete(connectionId);
    silent.delete(connectionId);
  };
  const succeeded = (event: OfServer): void => {
    ended(event);
    serving.add(event.connectionId);
  };
  const begun = (event: OfServer): void => {
    ended(event);
    const { connectionId } = event;
    const isSilent = (): void => {
      silent.add(connectionId);
      look(connectionId);
    };
    waiting.set(connectionId, setTimeout(isSilent, milliseconds).unref());
  };
  const described = ({ address, newDescription }: DescriptionChanged): void => {
    if (newDescription.type !== 'Unknown') return;
    serving.delete(address);
    look(address);
  };
  const look = (address: string): void => {
    if (!silent.has(address) || serving.has(address)) return;
    forget();
    onSilence();
  };
  const forget = (): void => {
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
    silent.clear();
    serving.clear();
  };
  const listeners = [
    ['serverHeartbeatStarted', begun],
    ['serverHeartbeatSucceeded', succeeded],
    ['serverHeartbeatFailed', ended],
    ['serverDescriptionChanged', described],
    ['topologyClosed', forget],
  ] as const;
  for (const [name, listener] of listeners) client.on(name, listener);
  return () => {
    forget();
    for (const [name, listener] of listeners) client.off(name, listener);
  };
}
