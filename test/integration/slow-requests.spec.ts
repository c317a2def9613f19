import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type RunningApp, startApp } from '../support/app.js';
import { answerOn, openSocket } from '../support/raw.js';
import { spoolIsEmpty } from '../support/spool.js';
import { viewNamed, viewsOf } from '../support/views.js';

let app: RunningApp;
let uploadTo: string;
let admin: string[];

beforeAll(async () => {
  app = await startApp({ env: { CONNECTION_LIMIT: '50' } });
  const client = await app.signIn('admin@example.com');
  uploadTo = `/api/views/${viewNamed(await viewsOf(client), 'Organic').id}/ingestions`;
  const token = client.cookie('XSRF-TOKEN') ?? '';
  admin = [
    `Cookie: session=${client.cookie('session') ?? ''}; XSRF-TOKEN=${token}`,
    `X-XSRF-TOKEN: ${token}`,
  ];
});
afterAll(() => app.stop());

const head = (line: string, headers: readonly string[]) =>
  [`${line} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n');

/** Sends a beginning and then a byte at a time, until the other side has had enough. */
async function trickle(beginning: string, drop: string): Promise<Socket> {
  const socket = await openSocket(app.address);
  socket.write(beginning);
  const drops = setInterval(() => socket.write(drop), 500);
  socket.once('close', () => {
    clearInterval(drops);
  });
  return socket;
}

const MULTIPART = 'Content-Type: multipart/form-data; boundary=b';
const JSON_BODY = ['Content-Type: application/json', 'Content-Length: 1000'];
const PART = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nClient\r\n';

const SLOW: [string, () => [string, string], number | null][] = [
  ['a connection that says nothing', () => ['', ''], 408],
  ['headers that never end', () => ['GET / HTTP/1.1\r\nHost: localhost\r\n', 'X-A: a\r\n'], 408],
  ['a body that stops', () => [head('POST /api/auth/local', JSON_BODY) + '{', ''], 408],
  ['a body that trickles', () => [head('POST /api/auth/local', JSON_BODY) + '{', ' '], 408],
  [
    'a body that trickles in chunks',
    () => [head('POST /api/auth/local', [JSON_BODY[0] ?? '', 'Transfer-Encoding: chunked']), '1\r\n \r\n'],
    408,
  ],
  [
    'an upload that trickles',
    () => [head(`POST ${uploadTo}`, [...admin, MULTIPART, 'Content-Length: 50000000']) + PART, 'a'],
    408,
  ],
];

it('ends requests that come too slowly with 408, and keeps nothing of them', async () => {
  const answers = await Promise.all(
    SLOW.map(async ([, make]) => {
      const [beginning, drop] = make();
      return answerOn(await trickle(beginning, drop));
    }),
  );
  expect(SLOW.map(([what], at) => [what, answers[at]?.status])).toEqual(
    SLOW.map(([what, , status]) => [what, status]),
  );
  expect(answers[5]?.body).toMatchObject({ status: 408, title: 'This took too long' });
  await spoolIsEmpty(app);
}, 120_000);

it('answers others at once, however many connections somebody holds', async () => {
  const held = await Promise.all(
    Array.from({ length: 200 }, (_, at) =>
      trickle(at % 2 === 0 ? 'GET / HTTP/1.1\r\n' : `${head('POST /api/auth/local', JSON_BODY)}{`, ' '),
    ),
  );
  for (let round = 0; round < 20; round += 1) {
    const answer = await app.client().get('/api/auth/config');
    expect(answer.status).toBe(200);
  }
  const isOpen = (socket: Socket) => !socket.closed;
  while (held.filter(isOpen).length > 50) await once(held.find(isOpen) ?? held[0]!, 'close');
  for (const socket of held) socket.destroy();
});
