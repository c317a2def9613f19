import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Answers one request to Google. */
export type Answer = (request: GoogleAsked, response: ServerResponse) => void;

/** What was asked. */
export interface GoogleAsked {
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A Google of the test's own. */
export interface FakeGoogle {
  /** Everything that was asked so far. */
  readonly asked: GoogleAsked[];
  /** Environment of a process that is to reach it instead of Google. */
  readonly env: Record<string, string>;
  /** From now on it answers so. */
  answer(next: Answer): void;
  stop(): Promise<void>;
}

const PRELOAD = pathToFileURL(join(import.meta.dirname, 'google-elsewhere.mjs')).href;

/** Starts a Google that answers 404 until it is told otherwise. */
export async function startFakeGoogle(): Promise<FakeGoogle> {
  let current: Answer = (_, response) => response.writeHead(404).end();
  const asked: GoogleAsked[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const { 'x-host': host, ...headers } = request.headers;
      const question = { host: String(host), path: pathname, query: searchParams, headers, body };
      asked.push(question);
      current(question, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    env: { NODE_OPTIONS: `--import=${PRELOAD}`, FAKE_GOOGLE_PORT: String(port) },
    answer: (next) => {
      current = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** Hands content out as Google does: by way of another host. */
export const handsOut =
  (content: Buffer | string, type = 'text/csv'): Answer =>
  ({ host }, response) => {
    if (host === 'docs.google.com') {
      const location = 'https://doc-0k-sheets.googleusercontent.com/export/abc';
      response
        .writeHead(307, { location, 'content-type': 'text/html; charset=UTF-8' })
        .end('<HTML>moved</HTML>');
    } else response.writeHead(200, { 'content-type': type }).end(content);
  };

/** Sends on to another address. */
export const sendsTo =
  (location: string): Answer =>
  (_, response) => {
    response.writeHead(302, { location }).end();
  };

/** Answers with nothing but a status. */
export const fails =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, headers).end();
  };
