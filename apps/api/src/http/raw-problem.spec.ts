import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { answerClientError } from './raw-problem.js';

/** What a client reads whose request failed with a code of Node. */
async function toldAbout(code: string, rawPacket?: Buffer): Promise<string> {
  const server = createServer((socket) => {
    answerClientError(Object.assign(new Error(code), { code, rawPacket }), socket);
    // What a client goes on sending is not answered twice.
    answerClientError(Object.assign(new Error(code), { code, rawPacket }), socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  client.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await once(client, 'close');
  server.close();
  return text;
}

describe('a request that Node could not read', () => {
  it.each([
    ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
    ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
    ['HPE_CHUNK_EXTENSIONS_OVERFLOW', '413 Payload Too Large'],
    ['HPE_INVALID_VERSION', '400 Bad Request'],
    ['HPE_INVALID_METHOD', '400 Bad Request'],
  ])('%s is %s, once, with problem details', async (code, status) => {
    const answer = await toldAbout(code);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head.startsWith(`HTTP/1.1 ${status}\r\n`)).toBe(true);
    expect(head).toContain('\r\ncontent-type: application/problem+json\r\n');
    expect(head).toContain(`\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`);
    expect(head).toContain('\r\nconnection: close');
    expect(JSON.parse(body)).toMatchObject({ status: Number(status.slice(0, 3)), errors: [] });
  });

  it('is 414 when it is the address that does not end', async () => {
    const packet = Buffer.from(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\n`);
    expect(await toldAbout('HPE_HEADER_OVERFLOW', packet)).toContain('HTTP/1.1 414 URI Too Long\r\n');
  });

  it('is not answered when its client is gone', async () => {
    expect(await toldAbout('ECONNRESET')).toBe('');
  });
});
