import type { IncomingMessage } from 'node:http';
import { hasSeveralHosts, Hosts, readWholeAddress } from './hosts.js';

describe('Hosts', () => {
  it.each([
    [null, 'localhost:3000', true],
    [null, '127.0.0.1', true],
    [null, '[::1]:8080', true],
    [null, 'sales.example.com', false],
    [null, '192.168.1.5:3000', false],
    [null, 'localhost.example.com', false],
    ['https://sales.example.com', 'sales.example.com', true],
    ['https://sales.example.com', 'SALES.example.com', true],
    ['https://sales.example.com', 'sales.example.com:443', true],
    ['https://sales.example.com', 'localhost:3000', true],
    ['https://sales.example.com', 'sales.example.com:80', false],
    ['https://sales.example.com', 'sales.example.com:3000', false],
    ['https://sales.example.com', 'sales.example.com.', false],
    ['https://sales.example.com', 'www.sales.example.com', false],
    ['http://sales.example.com:8080', 'sales.example.com:8080', true],
    ['http://sales.example.com:8080', 'sales.example.com', false],
    ['http://[2001:db8::1]:8080', '[2001:db8::1]:8080', true],
  ])('with PUBLIC_URL %s, %s: %s', (publicUrl, host, expected) => {
    expect(new Hosts(publicUrl).serves({ host })).toBe(expected);
  });

  it('refuses a request without a host', () => {
    expect(new Hosts(null).serves({})).toBe(false);
  });
});

describe('a request', () => {
  it('names one host', () => {
    expect(hasSeveralHosts({ rawHeaders: ['Host', 'localhost', 'Accept', 'host'] })).toBe(false);
    expect(hasSeveralHosts({ rawHeaders: ['Host', 'localhost', 'Accept', '*', 'hOST', 'localhost'] })).toBe(
      true,
    );
  });

  it.each([
    ['http://evil.example.org/api/views?limit=1', 'evil.example.org', '/api/views?limit=1'],
    ['HTTP://localhost:3000', 'localhost:3000', '/'],
    ['/api/views', 'localhost', '/api/views'],
    ['//evil.example.org/x', 'localhost', '//evil.example.org/x'],
    ['http://localhost?limit=1', 'localhost', '/?limit=1'],
    ['http://user@localhost/api', 'user@localhost', '/api'],
    ['http://127.1/api', '127.1', '/api'],
    ['http://2130706433/api', '2130706433', '/api'],
    ['http:///api', '', '/api'],
    ['http://[/api', '[', '/api'],
    ['http://localhost/a/../b', 'localhost', '/a/../b'],
  ])('for %s means %s and %s', (url, host, path) => {
    const request = { url, headers: { host: 'localhost' } } as IncomingMessage;
    expect([readWholeAddress(request), request.headers.host]).toEqual([path, host]);
  });
});
