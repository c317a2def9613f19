import { createConnection, type Socket } from 'node:net';
import { deserialize, serialize, type Document } from 'bson';
import { startTestServer, type TestServer } from '../testing/test-server.js';

const MORE_TO_COME = 2;

function opMsg(
  requestId: number,
  body: Document,
  { flags = 0, sequence, checksum = false }: MessageOptions = {},
): Buffer {
  const parts = [Buffer.from([0]), Buffer.from(serialize(body))];
  if (sequence) {
    const [name, documents] = sequence;
    const content = Buffer.concat([
      Buffer.from(`${name}\0`),
      ...documents.map((document) => Buffer.from(serialize(document))),
    ]);
    const size = Buffer.alloc(4);
    size.writeInt32LE(content.length + 4);
    parts.push(Buffer.from([1]), size, content);
  }
  if (checksum) parts.push(Buffer.alloc(4));
  const head = Buffer.alloc(20);
  head.writeInt32LE(20 + parts.reduce((sum, part) => sum + part.length, 0), 0);
  head.writeInt32LE(requestId, 4);
  head.writeInt32LE(2013, 12);
  head.writeUInt32LE(flags | (checksum ? 1 : 0), 16);
  return Buffer.concat([head, ...parts]);
}

interface MessageOptions {
  flags?: number;
  sequence?: [name: string, documents: Document[]];
  checksum?: boolean;
}

function opQuery(requestId: number, body: Document): Buffer {
  const rest = Buffer.concat([
    Buffer.alloc(4),
    Buffer.from('admin.$cmd\0'),
    Buffer.from([0, 0, 0, 0, 255, 255, 255, 255]),
    Buffer.from(serialize(body)),
  ]);
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + rest.length, 0);
  head.writeInt32LE(requestId, 4);
  head.writeInt32LE(2004, 12);
  return Buffer.concat([head, rest]);
}

describe('the wire protocol', () => {
  let server: TestServer;
  let socket: Socket;
  let received: Buffer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    received = Buffer.alloc(0);
    socket = createConnection(decodeURIComponent(server.uri.slice('mongodb://'.length, -1)));
    socket.on('data', (chunk) => (received = Buffer.concat([received, chunk])));
    await new Promise((resolve) => socket.once('connect', resolve));
  });
  afterEach(() => socket.destroy());
  afterAll(() => server.stop());

  async function nextReply(): Promise<{ responseTo: number; opCode: number; body: Document }> {
    while (received.length < 16 || received.length < received.readInt32LE(0)) {
      await new Promise((resolve) => socket.once('data', resolve));
    }
    const message = received.subarray(0, received.readInt32LE(0));
    received = received.subarray(message.length);
    const opCode = message.readInt32LE(12);
    return {
      responseTo: message.readInt32LE(8),
      opCode,
      body: deserialize(message.subarray(opCode === 1 ? 36 : 21)),
    };
  }

  it('answers the legacy handshake in its own form', async () => {
    socket.write(opQuery(5, { isMaster: 1, helloOk: true }));
    const reply = await nextReply();
    expect(reply).toMatchObject({ responseTo: 5, opCode: 1, body: { ismaster: true, helloOk: true, ok: 1 } });
  });

  it('takes documents beside the body, and messages in any pieces', async () => {
    const documents = [{ _id: 1 }, { _id: 2 }];
    const insert = opMsg(1, { insert: 'pieces', $db: 'spec' }, { sequence: ['documents', documents] });
    const both = Buffer.concat([insert, opMsg(2, { count: 'pieces', $db: 'spec' }, { checksum: true })]);
    for (let position = 0; position < both.length; position += 7) {
      socket.write(both.subarray(position, position + 7));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await nextReply()).toMatchObject({ responseTo: 1, body: { n: 2, ok: 1 } });
    expect(await nextReply()).toMatchObject({ responseTo: 2, body: { n: 2 } });
  });

  it('runs a request that wants no answer before the next one, and does not answer it', async () => {
    socket.write(
      opMsg(1, { insert: 'quiet', documents: [{ _id: 1 }], $db: 'spec' }, { flags: MORE_TO_COME }),
    );
    socket.write(opMsg(2, { count: 'quiet', $db: 'spec' }));
    expect(await nextReply()).toMatchObject({ responseTo: 2, body: { n: 1 } });
  });

  it.each([
    ['a length beyond all bounds', Buffer.from('ffffff7f0000000000000000dd070000', 'hex')],
    ['an unknown message', Buffer.from('1000000001000000000000000a000000', 'hex')],
    ['unknown flags', opMsg(1, { ping: 1, $db: 'spec' }, { flags: 64 })],
    [
      'a body that is cut off',
      Buffer.from('1900000001000000' + '00000000dd07000000000000' + '00' + 'ff000000', 'hex'),
    ],
  ])('disconnects %s, and serves the others', async (_what, bytes) => {
    socket.write(bytes);
    await new Promise((resolve) => socket.once('close', resolve));
    expect(await server.client.db('spec').command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});
