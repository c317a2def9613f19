import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** An answer as it came over the wire. */
export interface RawAnswer {
  /** Null when the connection ended without an answer. */
  status: number | null;
  /** By name in lower case. */
  headers: Record<string, string>;
  /** Parsed when it is JSON; else an empty object. */
  body: Record<string, unknown>;
}

/** Opens a connection to the product, to send what no client would. */
export async function openSocket(address: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  // A server may cut off whoever keeps sending: what it said before counts.
  socket.on('error', () => undefined);
  return socket;
}

/** Sends bytes and reads until the other side closes: ask for `Connection: close`. */
export async function exchange(address: string, sent: string | Uint8Array): Promise<RawAnswer> {
  const socket = await openSocket(address);
  socket.write(sent);
  return answerOn(socket);
}

/** What comes over a connection until it ends. */
export async function answerOn(socket: Socket): Promise<RawAnswer> {
  return parsed(await text(socket).catch(() => ''));
}

/** A request as text, with the headers that are given and no other; a body gets its length. */
export function requestText(line: string, headers: readonly string[], body = ''): string {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  return [`${line} HTTP/1.1`, ...headers, ...length, 'Connection: close', '', body].join('\r\n');
}

/** Reads the first answer of what came; chunks of the body are put together as far as JSON needs it. */
export function parsed(received: string): RawAnswer {
  const [head = '', ...rest] = received.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(line)?.[1];
  const headers = Object.fromEntries(
    lines.map((header): [string, string] => {
      const [, name = '', value = ''] = /^([^:]+): *(.*)$/.exec(header) ?? [];
      return [name.toLowerCase(), value];
    }),
  );
  return {
    status: status === undefined ? null : Number(status),
    headers,
    body: jsonIn(rest.join('\r\n\r\n'), headers),
  };
}

function jsonIn(body: string, headers: Record<string, string>): Record<string, unknown> {
  if (body === '' || !headers['content-type']?.includes('json')) return {};
  const json = body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1);
  return JSON.parse(json) as Record<string, unknown>;
}
