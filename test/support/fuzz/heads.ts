import type { Random } from './random.js';

const METHODS = [
  'GET',
  'GET',
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'get',
  'NOPE',
  '',
];
const TARGETS = [
  '/',
  '/api/auth/config',
  '/api/views',
  '/api/auth/local',
  '/api/health/live',
  '/api/../..',
  '/%',
  '/%00',
  '/api/%2e%2e/',
  '//',
  '*',
  'http://localhost/',
  'http://[',
  '/api/views?limit=%',
  '/?a[b]=c',
  `/${'a'.repeat(3_000)}`,
  '/api/views/%F0%9F/targets',
  'api',
];
const VERSIONS = ['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', 'http/1.1', ''];
const HEADERS = [
  'Accept: */*;q=2, ;;;',
  `Accept-Encoding: ${'gzip;q=0,'.repeat(300)}`,
  'Accept-Encoding: br;q=1e9, *;q=-1',
  'Cookie: session=; session==; =; ;;;',
  `Cookie: ${'a=b; '.repeat(1_000)}`,
  'Cookie: XSRF-TOKEN=%ZZ; session=%00',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 1, 1',
  'Content-Type: application/json',
  'Content-Type: ;',
  'Content-Type: application/json; charset="',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Expect: 100-continue',
  'Expect: everything',
  'If-Match: "',
  'If-Match: W/"1", *',
  'If-None-Match: *',
  `If-None-Match: ${'"a",'.repeat(1_000)}`,
  'Origin: null',
  'Referer: http://[',
  'Range: bytes=0-0,-1,9-1',
  'Upgrade: websocket',
  'Upgrade: h2c',
  'X-XSRF-TOKEN: a.b.c',
  'X-A: \u0001',
  'X-B : blank',
  ' folded',
  'no colon',
  `X-Large: ${'x'.repeat(20_000)}`,
];
const HOSTS = [
  'Host: localhost',
  'Host: localhost',
  'Host: localhost',
  'Host: evil.example.org',
  'Host: ',
  'Host: a b',
  'Host: [::1',
  'Host: localhost:99999',
];
const BODIES = ['', '', '{}', '0\r\n\r\n', 'ZZ\r\n', '5\r\nhello\r\n0\r\n\r\n', '\u0000'];

/** The bytes of a request that no client sends. The connection is closed after it. */
export function randomHead(random: Random): string {
  const line = `${random.one(METHODS)} ${random.one(TARGETS)} ${random.one(VERSIONS)}`;
  const headers = [random.one(HOSTS), ...random.many(4, () => random.one(HEADERS)), 'Connection: close'];
  return [line, ...headers, '', random.one(BODIES)].join(random.whole(12) === 0 ? '\n' : '\r\n');
}
