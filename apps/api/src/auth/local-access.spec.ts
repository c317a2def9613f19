import { isLocal, type LocalRequest } from './local-access.js';

const request = (headers: Record<string, string>, given: Partial<LocalRequest> = {}): LocalRequest => ({
  remoteAddress: '127.0.0.1',
  httpVersion: '1.1',
  headers: { host: 'localhost:3000', ...headers },
  ...given,
});

describe('isLocal', () => {
  it.each([
    'localhost',
    'localhost:3000',
    'LOCALHOST:80',
    '127.0.0.1',
    '127.0.0.1:65535',
    '[::1]',
    '[::1]:3000',
  ])('is local as %s', (host) => {
    expect(isLocal(request({ host }))).toBe(true);
  });

  it.each([
    'sales.example.com',
    'evil.example.org:3000',
    '127.0.0.1.example.org',
    'localhost.example.org',
    'app.localhost',
    'localhost.',
    'localhost@evil.example.org',
    'localhost:3000@evil.example.org',
    'evil.example.org#localhost',
    '127.1',
    '127.0.0.5',
    '0x7f000001',
    '2130706433',
    '0.0.0.0:3000',
    '[::]:3000',
    '[::ffff:127.0.0.1]',
    '::1',
    'localhost:',
    'localhost:port',
    'localhost localhost',
    '',
  ])('is not local as "%s"', (host) => {
    expect(isLocal(request({ host }))).toBe(false);
  });

  it('is not local without a host', () => {
    expect(isLocal({ ...request({}), headers: {} })).toBe(false);
  });

  it.each([
    ['127.0.0.1', true],
    ['127.0.0.5', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['192.168.1.20', false],
    ['::ffff:10.0.0.1', false],
    ['fe80::1', false],
    [undefined, false],
  ])('over a connection from %s: %s', (remoteAddress, expected) => {
    expect(isLocal(request({}, { remoteAddress }))).toBe(expected);
  });

  it.each([
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-proto',
    'x-forwarded-host',
    'x-forwarded-port',
    'x-forwarded-prefix',
    'x-forwarded',
    'forwarded-for',
    'x-real-ip',
    'x-client-ip',
    'client-ip',
    'x-cluster-client-ip',
    'true-client-ip',
    'x-original-host',
    'x-original-url',
    'x-originating-ip',
    'x-remote-ip',
    'x-remote-addr',
    'x-proxyuser-ip',
    'via',
    'cf-connecting-ip',
    'cf-ray',
    'cdn-loop',
    'fly-client-ip',
    'fastly-client-ip',
    'fastly-ff',
    'x-envoy-external-address',
    'x-azure-clientip',
    'x-amzn-trace-id',
    'x-vercel-forwarded-for',
    'x-arr-log-id',
    'x-traefik-router',
    'tailscale-user-login',
    'ngrok-skip-browser-warning',
    'wl-proxy-client-ip',
    'proxy-client-ip',
    'x-scheme',
    'x_forwarded_for',
    'x-forward-for',
    'do-connecting-ip',
    'incap-client-ip',
    'x-ip',
    'x-sucuri-clientip',
    'x-bluecoat-via',
    'x-amz-cf-id',
    'x-ssl-client-verify',
    'front-end-https',
    'max-forwards',
    'remote-user',
  ])('is not local with %s, whatever it says', (name) => {
    expect(isLocal(request({ [name]: '127.0.0.1' }))).toBe(false);
    expect(isLocal(request({ [name]: '' }))).toBe(false);
  });

  it('is not local in HTTP/1.0, which proxies speak to what lies behind them', () => {
    expect(isLocal(request({}, { httpVersion: '1.0' }))).toBe(false);
  });

  it.each([
    [{ origin: 'http://localhost:3000' }, true],
    [{ referer: 'http://127.0.0.1:3000/sign-in' }, true],
    [{ origin: 'https://sales.example.com' }, false],
    [{ referer: 'https://sales.example.com/sign-in' }, false],
    [{ origin: 'null' }, false],
  ])('from a page with %j: %s', (headers, expected) => {
    expect(isLocal(request(headers))).toBe(expected);
  });

  it('is local with every header that browsers and clients send by themselves', () => {
    const usual = ['accept', 'accept-encoding', 'accept-language', 'connection', 'content-type', 'cookie'];
    const fetched = [
      'sec-fetch-site',
      'sec-ch-ua',
      'user-agent',
      'x-xsrf-token',
      'if-none-match',
      'priority',
    ];
    const headers = Object.fromEntries([...usual, ...fetched].map((name) => [name, 'x']));
    expect(isLocal(request(headers))).toBe(true);
  });
});
