import { isLocal, type LocalRequest } from './local-access.js';

const request = (given: Partial<LocalRequest>): LocalRequest => ({
  remoteAddress: '127.0.0.1',
  host: 'localhost:3000',
  forwardedFor: undefined,
  ...given,
});

describe('isLocal', () => {
  it.each([
    ['localhost', {}, true],
    ['an IPv6 loopback', { remoteAddress: '::1', host: '[::1]:3000' }, true],
    ['an IPv4 loopback inside IPv6', { remoteAddress: '::ffff:127.0.0.5', host: '127.0.0.5' }, true],
    ['the host of PUBLIC_URL', { host: 'sales.example.com' }, true],
    ['another machine', { remoteAddress: '192.168.1.20' }, false],
    ['a name that somebody pointed at loopback', { host: 'evil.example.org:3000' }, false],
    ['a name that only begins like one', { host: '127.0.0.1.example.org' }, false],
    ['a host that holds a user', { host: 'localhost@evil.example.org' }, false],
    ['no host', { host: undefined }, false],
    ['passed on for somebody else', { forwardedFor: '127.0.0.1, 203.0.113.9' }, false],
    ['passed on by the machine for itself', { forwardedFor: '127.0.0.1' }, true],
  ])('%s', (_, given, expected) => {
    expect(isLocal(request(given), 'http://sales.example.com')).toBe(expected);
  });
});
