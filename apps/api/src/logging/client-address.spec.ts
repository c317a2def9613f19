import Fastify from 'fastify';
import { clientAddress } from './client-address.js';

/** What is taken for the address of a client that comes over such a connection, with such headers. */
async function seen(remoteAddress: string, forwarded: string | undefined, trustProxy: string[] | false) {
  const server = Fastify({ trustProxy });
  server.get('/', (request) => ({ address: clientAddress(request) }));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const answer = await server.inject({ url: '/', remoteAddress, headers });
  return answer.json<{ address: string | null }>().address;
}

const CLIENT = '203.0.113.7';
const PROXY = '10.0.0.5';

describe('clientAddress', () => {
  it.each([
    ['over IPv4', CLIENT, CLIENT],
    ['over IPv4 on a socket of IPv6', `::ffff:${CLIENT}`, CLIENT],
    ['over IPv6', '2001:db8::7', '2001:db8::7'],
  ])('is that of the connection, %s', async (_, remote, expected) => {
    expect(await seen(remote, undefined, false)).toBe(expected);
  });

  it('is nothing that a client says of itself', async () => {
    expect(await seen(CLIENT, '198.51.100.1', false)).toBe(CLIENT);
    expect(await seen(CLIENT, '198.51.100.1', [PROXY])).toBe(CLIENT);
  });

  it.each([
    ['one client', CLIENT, CLIENT],
    ['what the client said before it', `198.51.100.1, ${CLIENT}`, CLIENT],
    ['a chain of proxies', `198.51.100.1, ${CLIENT}, 10.0.0.9`, CLIENT],
    ['a port', `${CLIENT}:4711`, CLIENT],
    ['IPv6 with a port', '[2001:db8::7]:4711', '2001:db8::7'],
    ['no address', 'unknown', PROXY],
    ['a word for a log', '1.1.1.1\t{"admin":true}', PROXY],
    ['nothing', undefined, PROXY],
  ])('is what a trusted proxy passes on: %s', async (_, forwarded, expected) => {
    expect(await seen(PROXY, forwarded, ['10.0.0.0/8'])).toBe(expected);
  });

  it('knows a trusted proxy on a socket of IPv6, too', async () => {
    expect(await seen(`::ffff:${PROXY}`, CLIENT, ['10.0.0.0/8'])).toBe(CLIENT);
  });
});
