import type { View } from '@app/contracts';
import { type Client, type RunningApp, startApp } from '../support/app.js';
import { answerOn, openSocket, type RawAnswer } from '../support/raw.js';
import { spoolIsEmpty, spoolIsUsed } from '../support/spool.js';
import { sheetOf } from '../support/sheets.js';
import { uploadHead } from '../support/upload-head.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

const MIB = 1024 * 1024;
const FORM = 'multipart/form-data; boundary=b';
const LINE = '\r\n';

let app: RunningApp;
let admin: Client;
let organic: View;

beforeAll(async () => {
  app = await startApp({ env: { UPLOAD_LIMIT_MIB: '1' } });
  admin = await app.signIn('admin@example.com');
  organic = viewNamed(await viewsOf(admin), 'Organic');
});
afterAll(() => app.stop());

// Whatever was sent: nothing of it is left.
afterEach(() => spoolIsEmpty(app));

const part = (disposition: string, content: string, ...headers: string[]) =>
  [`--b`, `Content-Disposition: form-data; ${disposition}`, ...headers, '', content, ''].join(LINE);
const file = (content = 'Client\nAcme\n', name = 'file') => part(`name="${name}"; filename="a.csv"`, content);
const field = (name: string, content = '') => part(`name="${name}"`, content);
const END = `--b--${LINE}`;

const head = (type: string, length: number | 'chunked') => uploadHead(admin, organic.id, { type, length });

async function send(body: string, type = FORM): Promise<RawAnswer> {
  const socket = await openSocket(app.address);
  socket.write(head(type, Buffer.byteLength(body)));
  socket.write(body);
  return answerOn(socket);
}

describe('a form that is malformed', () => {
  it.each([
    ['no boundary', file() + END, 'multipart/form-data', /boundary of 1 to 70/],
    ['an empty boundary', file() + END, 'multipart/form-data; boundary=', /boundary of 1 to 70/],
    ['a boundary in empty quotes', file() + END, 'multipart/form-data; boundary=""', /boundary of 1 to 70/],
    [
      'a boundary that is too long',
      file() + END,
      `multipart/form-data; boundary=${'b'.repeat(71)}`,
      /boundary of 1 to 70/,
    ],
    [
      'a boundary of 5,000 characters',
      file() + END,
      `multipart/form-data; boundary=${'b'.repeat(5_000)}`,
      /boundary of 1 to 70/,
    ],
    ['another boundary', file() + END, 'multipart/form-data; boundary=other', /cannot be read|has no file/],
    ['nothing in it', '', FORM, /has no file/],
    ['nothing but its end', END, FORM, /has no file/],
    ['no form at all', 'Client\nAcme\n', FORM, /cannot be read|has no file/],
    ['a part without its end', part('name="file"; filename="a.csv"', 'Client'), FORM, /cannot be read/],
    ['the beginning of a part', '--b\r\nContent-Disp', FORM, /cannot be read|has no file/],
    ['a part without headers', `--b${LINE}${LINE}Client${LINE}${END}`, FORM, /has no file|cannot be read/],
    ['fields only', field('note', 'no file') + END, FORM, /has no file/],
    ['a field of another name', file('Client\nAcme\n', 'sheet') + END, FORM, /send it in the field "file"/],
    ...['', ' ', '\u3000\u00a0', 'folder/'].map((name): [string, string, string, RegExp] => [
      `a file of the name ${JSON.stringify(name)}`,
      part(`name="file"; filename="${name}"`, 'Client\nAcme\n') + END,
      FORM,
      /has no name/,
    ]),
    [
      'a file without a name',
      part('name="file"', 'Client\nAcme\n', 'Content-Type: application/octet-stream') + END,
      FORM,
      /has no name/,
    ],
    ...['base64', 'Quoted-Printable', 'x-own', ''].map((encoding): [string, string, string, RegExp] => [
      `a file encoded as ${JSON.stringify(encoding)}`,
      part('name="file"; filename="a.csv"', 'Q2xpZW50', `Content-Transfer-Encoding: ${encoding}`) + END,
      FORM,
      /Content-Transfer-Encoding that is not read/,
    ]),
    [
      'an encoded field',
      part('name="note"', 'Q2xpZW50', 'Content-Transfer-Encoding: base64') + file() + END,
      FORM,
      /Content-Transfer-Encoding that is not read/,
    ],
    ['two files', file() + file() + END, FORM, /more than one file/],
    [
      'a field that means something to the language',
      field('__proto__') + file() + END,
      FORM,
      /a field has a name that no field may have/,
    ],
    [
      'a field that is no JSON',
      part('name="a"', '{', 'Content-Type: application/json') + file() + END,
      FORM,
      /cannot be read/,
    ],
  ])('is 400: %s', async (_, body, type, words) => {
    const answer = await send(body, type);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.body.detail).toMatch(words);
    expect(answer.body.detail).toMatch(/"file"/);
  });

  it.each([
    [
      'headers of 100 kB',
      part('name="file"; filename="a.csv"', 'Client\nAcme\n', `X-A: ${'a'.repeat(100_000)}`) + END,
    ],
    [
      '1,000 headers',
      part(
        'name="file"; filename="a.csv"',
        'Client\nAcme\n',
        ...Array.from({ length: 1_000 }, (_, at) => `X-${at}: a`),
      ) + END,
    ],
    [
      'a name of 70,000 characters',
      part(`name="${'a'.repeat(70_000)}"; filename="a.csv"`, 'Client\nAcme\n') + END,
    ],
  ])('is never our fault: %s', async (_, body) => {
    const { status } = await send(body);
    expect(status).toBeLessThan(500);
  });
});

describe('a form that holds too much', () => {
  it.each([
    [
      'a field too many',
      `${Array.from({ length: 11 }, (_, at) => field(`f${at}`)).join('')}${file()}${END}`,
      /more than 10 fields/,
    ],
    [
      'fields after the file',
      `${file()}${Array.from({ length: 11 }, (_, at) => field(`f${at}`)).join('')}${END}`,
      /more than 10 fields/,
    ],
    ['a field that is too long', field('note', 'a'.repeat(2_000)) + file() + END, /longer than 1024/],
    ['a file over the limit', file(`Client\n${'a'.repeat(MIB)}`) + END, /larger than 1 MiB/],
    ['much before the first part', 'a'.repeat(2 * MIB) + file() + END, /larger than 1 MiB/],
    ['much after the last part', file() + END + 'a'.repeat(2 * MIB), /larger than 1 MiB/],
  ])('is 413: %s', async (_, body, words) => {
    const answer = await send(body);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      413,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.body.detail).toMatch(words);
  });

  it('is refused by its length before a byte of it came', async () => {
    const socket = await openSocket(app.address);
    socket.write(head(FORM, 10_000_000_000));
    expect(await answerOn(socket)).toMatchObject({ status: 413 });
  });

  it.each([
    ['990 fields of a megabyte', Array.from({ length: 20 }, () => field('f', 'a'.repeat(MIB))).join('')],
    ['bytes before its first part', 'a'.repeat(20 * MIB)],
    ['a file', file('a'.repeat(20 * MIB))],
  ])('is refused as it comes in when nobody told its length: %s', async (_, body) => {
    const socket = await openSocket(app.address);
    const answered = answerOn(socket);
    socket.write(head(FORM, 'chunked'));
    const chunk = `${body.length.toString(16)}${LINE}${body}${LINE}`;
    // It never ends by itself.
    while (socket.writable && !socket.readableEnded) {
      if (!socket.write(chunk))
        await Promise.race([answered, new Promise((resolve) => socket.once('drain', resolve))]);
    }
    expect((await answered).status).toBe(413);
  });
});

it('leaves nothing behind when its sender goes away', async () => {
  const socket = await openSocket(app.address);
  socket.write(head(FORM, 500_000) + part('name="file"; filename="a.csv"', 'Client\nAcme\n'));
  await spoolIsUsed(app);
  socket.destroy();
  await spoolIsEmpty(app);
});

it('takes the next good one, with the fields that forms send along', async () => {
  const good = field('note', 'by hand') + file(sheetOf([{ client: 'Acme' }])) + field('more') + END;
  expect((await send(good)).status).toBe(202);
  const run = await ingest(admin, organic.id, 'good.csv', sheetOf([{ client: 'Acme' }, { client: 'Bolt' }]));
  expect([run.status, run.report?.kept]).toEqual(['published', 2]);
});

it.each(['7bit', '8bit', 'BINARY'])('takes a file whose bytes are as they are: %s', async (encoding) => {
  const sheet = sheetOf([{ client: 'Acme' }, { client: encoding }]);
  const header = `Content-Transfer-Encoding: ${encoding}`;
  const { status } = await send(part('name="file"; filename="a.csv"', sheet, header) + END);
  expect(status).toBe(202);
});
