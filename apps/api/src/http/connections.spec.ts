import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Connections } from './connections.js';
import type { Pace } from './pace.js';
import { refuseSlow } from './slow-request.js';

/** Nothing here waits for a fixed time: these are far apart, so that what ends is known by how it ends. */
const NEVER = 600_000;
const PATIENT: Pace = { lookMs: 10, windowMs: NEVER, bytes: 100, restMs: NEVER, answerMs: NEVER };
const POST = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n';
const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

let server: Server;
const sockets: Socket[] = [];

async function serve(answer: RequestListener, pace: Partial<Pace>, max = 100): Promise<void> {
  server = createServer(answer);
  new Connections(max, { ...PATIENT, ...pace }, refuseSlow).watch(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

async function open(sent = ''): Promise<Socket> {
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  if (sent !== '') socket.write(sent);
  return socket;
}

const ended = (socket: Socket): Promise<string> => text(socket).catch(() => '');

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

const readAll: RequestListener = (request, response) => {
  request.resume().on('end', () => response.end('done'));
};
const refuseAtOnce: RequestListener = (_, response) => {
  response.writeHead(413).end('too much');
};

describe('a body', () => {
  it('that stops is told so, and the connection ends', async () => {
    await serve(readAll, { windowMs: 30 });
    const answer = await ended(await open(POST));
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout/);
    expect(answer).toMatch(/content-type: application\/problem\+json/);
    expect(answer).toMatch(/"status":408.*too slowly/);
  });

  it('that trickles ends like one that stops', async () => {
    await serve(readAll, { windowMs: 50 });
    const socket = await open(POST);
    const answered = once(socket, 'data') as Promise<[Buffer]>;
    const trickle = setInterval(() => socket.write('x'), 5);
    // What is still sent to a closed connection resets it: only the answer is waited for, not the end after it.
    expect(String(await answered)).toMatch(/^HTTP\/1\.1 408/);
    clearInterval(trickle);
  });

  it('that nobody reads any more is thrown away, and the connection goes on', async () => {
    await serve(refuseAtOnce, {});
    const socket = await open(POST);
    await once(socket, 'data');
    socket.write('x'.repeat(1000) + GET);
    const [second] = (await once(socket, 'data')) as [Buffer];
    expect(String(second)).toMatch(/^HTTP\/1\.1 413/);
  });

  it('that still comes is read to its end, though the connection ends with the answer', async () => {
    const whole = new Promise((resolve) => {
      void serve((request, response) => {
        request.once('end', resolve);
        response.writeHead(413).end('too much');
      }, {});
    });
    await once(server, 'listening');
    const socket = await open(POST.replace('Host', 'Connection: close\r\nHost'));
    socket.resume();
    await once(socket, 'end');
    socket.write('x'.repeat(1000));
    await whole;
  });

  it('that still comes long after its refusal ends the connection', async () => {
    await serve(refuseAtOnce, { restMs: 30 });
    expect(await ended(await open(POST))).toMatch(/^HTTP\/1\.1 413/);
  });
});

describe('an answer', () => {
  it('that nobody takes ends', async () => {
    const much: RequestListener = (_, response) => {
      response.end(Buffer.alloc(64 * 1024 * 1024));
    };
    await serve(much, { answerMs: 50 });
    const closed = new Promise((resolve) =>
      server.once('connection', (socket) => socket.once('close', resolve)),
    );
    (await open(GET)).pause();
    await closed;
  });
});

describe('more connections than may be', () => {
  const never: RequestListener = () => undefined;
  const isOpen = (socket: Socket): boolean => !socket.destroyed && !socket.readableEnded;

  /** Opened one after the other, so that the server knows them in this order. */
  async function openInTurn(count: number, sent = ''): Promise<Socket[]> {
    const opened: Socket[] = [];
    for (let at = 0; at < count; at += 1) {
      const seen = once(server, sent === '' ? 'connection' : 'request');
      opened.push(await open(sent));
      await seen;
    }
    return opened;
  }

  it('push out those that never asked, oldest first', async () => {
    await serve(readAll, {}, 3);
    const [first, second] = (await openInTurn(3)) as [Socket, Socket, Socket];
    const closed = ended(first);
    const [answer] = (await once(await open(GET), 'data')) as [Buffer];
    await closed;
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200/);
    expect(isOpen(second)).toBe(true);
  });

  it('then the body that brought least', async () => {
    await serve(readAll, {}, 3);
    await openInTurn(1, `${POST}${'x'.repeat(500)}`);
    const [slowest] = (await openInTurn(1, POST)) as [Socket];
    await openInTurn(1, `${POST}${'x'.repeat(300)}`);
    const closed = ended(slowest);
    const [answer] = (await once(await open(GET), 'data')) as [Buffer];
    await closed;
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200/);
  });

  it('but none whose answer is being made', async () => {
    await serve(never, {}, 2);
    const busy = await openInTurn(2, GET);
    await ended(await open(GET));
    expect(busy.map(isOpen)).toEqual([true, true]);
  });
});
