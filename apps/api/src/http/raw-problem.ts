import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemBody } from './problem-answer.js';
import { badRequest, methodNotAllowed, ProblemException, tooLarge } from './problem.js';
import { addressTooLong, LONGEST_ADDRESS } from './address-length.js';
import { DATA_HEADERS } from './security-headers.js';

/** What Node says about a request that it could not read. */
interface ClientError extends Error {
  readonly code?: string;
  /** What its parser says, in words. */
  readonly reason?: string;
  /** The bytes that it read last: a Buffer, whatever the types of the framework say. */
  readonly rawPacket?: unknown;
}

/** How long a refused client may take to read why. */
const LINGER_MS = 2_000;
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';

/** What never becomes a request for the framework is refused with problem details too. */
export function refuseUnreadable(server: Server): void {
  server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    const problem = new ProblemException(
      417,
      'Only "100-continue" can be expected here: leave the Expect header out.',
    );
    const { head, body } = written(problem);
    response.writeHead(417, { ...head, connection: 'close' }).end(body);
  });
  server.on('connect', (_: IncomingMessage, socket: Socket) => {
    refuse(socket, notOffered('CONNECT'));
  });
}

const NOT_READABLE = badRequest('The request is no readable HTTP/1.1.');

const refused = new WeakSet<Socket>();

/** For requests that Node cannot read: nothing is written into an answer that has begun. */
export function answerClientError(error: ClientError, socket: Socket): void {
  if (refused.has(socket)) return;
  if (error.code === 'ECONNRESET' || !socket.writable || hasBegun(socket)) socket.destroy();
  else refuse(socket, problemOf(error));
}

function hasBegun(socket: Socket & { _httpMessage?: ServerResponse | null }): boolean {
  return socket._httpMessage?.headersSent ?? false;
}

function refuse(socket: Socket, problem: ProblemException): void {
  refused.add(socket);
  const { head, body } = written(problem);
  const status = problem.getStatus();
  const lines = Object.entries({ ...head, date: new Date().toUTCString(), connection: 'close' });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`,
      ...lines.map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  );
  // Ended at once, what the client is still sending would make its side forget the answer.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

function written(problem: ProblemException): { head: Record<string, string>; body: string } {
  const id = randomUUID();
  const body = JSON.stringify(problemBody(problem, id));
  const length = String(Buffer.byteLength(body));
  const type = { 'content-type': 'application/problem+json', 'content-length': length };
  return { head: { ...DATA_HEADERS, ...type, 'x-request-id': id, ...problem.extras.headers }, body };
}

/** It is the address, not the headers, that is too long. */
const LONG_LINE = new RegExp(`^[A-Z]+ [^\\r\\n]{${LONGEST_ADDRESS}}`);

/** A method that Node does not know, before an address and a version: all else is no HTTP. */
const ANY_METHOD = /^(?:\r\n)*([!#$%&'*+.^_`|~\w-]{1,40}) \S+ HTTP\/1\.[01]\r?\n/;

function unknownMethod(rawPacket: unknown): ProblemException | null {
  const read = Buffer.isBuffer(rawPacket) ? rawPacket.subarray(0, LONGEST_ADDRESS).toString('latin1') : '';
  const method = ANY_METHOD.exec(read)?.[1];
  return method === undefined ? null : notOffered(method);
}

const notOffered = (method: string): ProblemException =>
  methodNotAllowed(`${method} is not offered here: use ${METHODS}.`, { headers: { allow: METHODS } });

const OTHER_VERSION = 'Invalid HTTP version';

function problemOf({ code, reason, rawPacket }: ClientError): ProblemException {
  switch (code) {
    case 'HPE_INVALID_METHOD':
      return unknownMethod(rawPacket) ?? NOT_READABLE;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ProblemException(408, 'The request did not arrive in time: send it again.');
    case 'HPE_HEADER_OVERFLOW':
      return Buffer.isBuffer(rawPacket) && LONG_LINE.test(rawPacket.toString('latin1'))
        ? addressTooLong()
        : new ProblemException(431, 'The headers are larger than the 16 KiB that are read here.');
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return tooLarge('The extensions of a chunk are larger than what is read here.');
    case 'HPE_INVALID_VERSION':
      // The same code stands for what is no version at all, such as one that a bare line feed follows.
      return reason === OTHER_VERSION
        ? new ProblemException(505, 'This is HTTP/1.1: no other version is spoken here.')
        : NOT_READABLE;
    default:
      return NOT_READABLE;
  }
}
