import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Problem } from '@app/contracts';

/** What came back, byte for byte. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Of an answer with problem details. */
  problem: Problem;
}

/** Sends bytes that no client would send, and reads until the server closes. Ask for `Connection: close`. */
export async function sendRaw(address: string, bytes: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  socket.write(bytes, 'latin1');
  return parsed(await everythingFrom(socket));
}

async function everythingFrom(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

function parsed(answer: string): RawAnswer {
  const end = answer.indexOf('\r\n\r\n');
  const [first = '', ...lines] = answer.slice(0, end).split('\r\n');
  const headers = new Headers();
  for (const line of lines)
    headers.append(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim());
  const text = answer.slice(end + 4);
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const problem = (isProblem && text !== '' ? JSON.parse(text) : {}) as Problem;
  return { status: Number(first.split(' ')[1]), headers, text, problem };
}
