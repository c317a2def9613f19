import { gzipSync } from 'node:zlib';
import type { Problem, View } from '@app/contracts';
import { AnswerShapes } from '../support/answer-shapes.js';
import { type ApiDocument, type Operation, writesOf } from '../support/api-document.js';
import { type Client, type RunningApp, startApp } from '../support/app.js';
import { viewNamed, viewsOf } from '../support/views.js';

let app: RunningApp;
let admin: Client;
let view: View;

beforeAll(async () => {
  app = await startApp();
  admin = await app.signIn('admin@example.com');
  view = viewNamed(await viewsOf(admin), 'Organic');
});
afterAll(() => app.stop());

describe('a body', () => {
  const sent = (type: string | undefined, body: string | undefined) =>
    admin.send<Problem>('PATCH', `/api/views/${view.id}`, {
      body: body === undefined ? undefined : Buffer.from(body),
      headers: type === undefined ? {} : { 'content-type': type },
    });
  const JSON_BODY = '{"dedupe":"none"}';

  it.each([
    ['text/plain', JSON_BODY],
    ['application/x-www-form-urlencoded', 'dedupe=none'],
    ['multipart/form-data; boundary=a', '--a--'],
    ['application/xml', '<a/>'],
    ['application/jsonp', JSON_BODY],
    ['application/json; charset=utf-16', JSON_BODY],
    ['application/json; charset=latin1', JSON_BODY],
    ['text/plain', undefined],
    ['', JSON_BODY],
    [undefined, JSON_BODY],
  ])('of type %j is 415', async (type, body) => {
    const { status, body: problem } = await sent(type, body);
    expect([status, problem.status]).toEqual([415, 415]);
  });

  it.each(['gzip', 'br', 'deflate', 'zstd', 'gzip, identity', 'x'])(
    'compressed as %s is 415',
    async (coding) => {
      const headers = { 'content-type': 'application/json', 'content-encoding': coding };
      const body = coding === 'gzip' ? gzipSync(JSON_BODY) : Buffer.from(JSON_BODY);
      const answer = await admin.send<Problem>('PATCH', `/api/views/${view.id}`, { body, headers });
      expect([answer.status, answer.headers.get('accept-encoding')]).toEqual([415, 'identity']);
      expect(answer.body.detail).toMatch(/without Content-Encoding/);
    },
  );

  it.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])(
    'of type %j is read',
    async (type) => {
      expect((await sent(type, JSON_BODY)).status).toBe(200);
    },
  );

  it.each([
    ['PATCH', () => `/api/views/${view.id}`],
    ['PUT', () => `/api/views/${view.id}/targets`],
    ['PUT', () => '/api/settings/weights'],
    ['POST', () => '/api/settings/weights/effect'],
    ['POST', () => '/api/auth/local'],
    ['POST', () => `/api/views/${view.id}/ingestions`],
  ])('that is missing is 400: %s of a route %s', async (method, path) => {
    for (const headers of [{}, { 'content-type': 'application/json' }] as Record<string, string>[]) {
      if (path().endsWith('ingestions') && 'content-type' in headers) continue;
      const { status, body } = await admin.send<Problem>(method, path(), { headers });
      expect([status, body.status]).toEqual([400, 400]);
    }
  });

  it.each([
    ['__proto__', '{"dedupe":"none","__proto__":{"a":1}}'],
    ['__proto__', '{"targets":{"intro_poa":{"\\u005f_proto__":1}}}'],
    ['constructor', '{"targets":{"constructor":{"prototype":{"a":1}}}}'],
  ])('is refused by the name of its key, not as malformed JSON: %s', async (key, body) => {
    const headers = { 'content-type': 'application/json' };
    for (const [method, path] of [
      ['PATCH', ''],
      ['PUT', '/targets'],
    ] as const) {
      const answer = await admin.send<Problem>(method, `/api/views/${view.id}${path}`, { body, headers });
      expect([answer.status, answer.body.detail]).toEqual([
        400,
        `A key of the body is named "${key}", which no key may be.`,
      ]);
    }
  });

  it.each([
    ['a byte of no text', Buffer.of(0xff)],
    ['half a character', Buffer.of(0xc3)],
    ['half of a pair', Buffer.of(0xed, 0xa0, 0x80)],
  ])('that is no UTF-8 is 400, and nothing of it is stored: %s', async (_, bytes) => {
    const value = (inside: Uint8Array) =>
      Buffer.concat([Buffer.from('{"value":{"default":6,"people":{"Zo'), inside, Buffer.from('":7}}}')]);
    const put = (body: Buffer) =>
      admin.send<Problem>('PUT', '/api/settings/bdr_goals', {
        body: new Uint8Array(body),
        headers: { 'content-type': 'application/json' },
      });
    const { status, body } = await put(value(bytes));
    expect([status, body.detail]).toEqual([
      400,
      'The body is not UTF-8: send the JSON in that encoding, as RFC 8259 asks.',
    ]);
    expect((await put(value(Buffer.from('\u00eb')))).status).toBe(200);
  });

  it('is not needed where the route takes none', async () => {
    const client = await app.signIn('signal@example.com');
    expect((await client.post('/api/auth/logout')).status).toBe(204);
  });

  it('may be empty where the route takes none, whatever its type is said to be', async () => {
    const empty = { body: Buffer.alloc(0), headers: { 'content-type': 'application/json' } };
    const board = `/api/views/${view.id}/preferences/pipeline`;
    expect((await admin.send('DELETE', board, empty)).status).toBe(204);
    const { status, body } = await admin.send<Problem>('PUT', board, empty);
    expect([status, body.detail]).toEqual([
      400,
      'The request has no body: send a JSON object with preferences.',
    ]);
  });
});

describe('of every write, the OpenAPI document tells', () => {
  /** Larger than any route takes as JSON. */
  const LARGE = Buffer.alloc(9 * 1024 * 1024, ' ');
  let document: ApiDocument;
  let shapes: AnswerShapes;

  beforeAll(async () => {
    document = (await admin.get<ApiDocument>('/api/openapi.json')).body;
    shapes = new AnswerShapes(document);
  });

  /** Faults of the answers to a body that no route reads, by their operations. */
  async function faultsOf(
    expected: number,
    body: Uint8Array<ArrayBuffer>,
    typeOf: (operation: Operation) => string,
  ) {
    const found: string[] = [];
    const writes = writesOf(document);
    for (const [method, path, operation] of writes) {
      const headers = { 'content-type': typeOf(operation) };
      const answer = await admin.send<Problem & Record<string, unknown>>(
        method,
        path.replaceAll(/\{\w+\}/g, 'x'),
        { body, headers },
      );
      const faults = shapes.faultsOf(operation, answer);
      if (answer.status !== expected) faults.push(`it is answered ${answer.status}`);
      found.push(...faults.map((fault) => `${method} ${path}: ${fault}`));
    }
    expect(writes.length).toBeGreaterThan(25);
    return found;
  }

  it('that a body of another type is 415', async () => {
    expect(await faultsOf(415, Buffer.from('x'), () => 'text/plain')).toEqual([]);
  });

  it('that a body which is too large is 413', async () => {
    const jsonOf = ({ requestBody }: Operation) =>
      Object.keys(requestBody?.content ?? {}).find((type) => type !== 'multipart/form-data');
    expect(await faultsOf(413, LARGE, (operation) => jsonOf(operation) ?? 'application/json')).toEqual([]);
  });
});
