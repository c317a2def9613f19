import { isFromHere } from './same-origin.js';

const PUBLIC = 'https://public.example.com';
const host = 'public.example.com';

describe('isFromHere', () => {
  it.each([
    ['no browser', { host }],
    ['the page itself', { host, 'sec-fetch-site': 'same-origin', origin: PUBLIC }],
    ['behind a proxy that changes the host', { host: '127.0.0.1:3000', origin: PUBLIC }],
    ['this machine', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
    ['this machine, by address', { host: '[::1]:3000', origin: 'http://[::1]:3000' }],
    ['this machine, by the usual port', { host: 'localhost:80', origin: 'http://localhost' }],
    ['an address that somebody typed', { host, 'sec-fetch-site': 'none' }],
  ])('lets pass: %s', (_, headers) => {
    expect(isFromHere(headers, PUBLIC)).toBe(true);
  });

  it.each([
    ['another site', { host, 'sec-fetch-site': 'cross-site' }],
    ['a sister host', { host, 'sec-fetch-site': 'same-site' }],
    ['a relation that no browser names', { host, 'sec-fetch-site': 'Same-Origin' }],
    ['another origin, of an old browser', { host, origin: 'https://evil.example.org' }],
    ['another scheme', { host, origin: 'http://public.example.com' }],
    ['another scheme of this machine', { host: 'localhost:3000', origin: 'https://localhost:3000' }],
    ['another port', { host: 'localhost:3000', origin: 'http://localhost:4000' }],
    ['another name of this machine', { host: 'localhost:3000', origin: 'http://127.0.0.1:3000' }],
    ['a host that is its own origin', { host: 'evil.example.org', origin: 'http://evil.example.org' }],
    ['a hidden origin', { host, origin: 'null' }],
    ['an empty origin', { host, origin: '' }],
    ['two origins', { host, origin: `${PUBLIC}, https://evil.example.org` }],
    ['a path after the origin', { host, origin: `${PUBLIC}/` }],
  ])('refuses: %s', (_, headers) => {
    expect(isFromHere(headers, PUBLIC)).toBe(false);
  });

  it('lets only this machine pass without PUBLIC_URL', () => {
    expect(isFromHere({ host, origin: PUBLIC }, null)).toBe(false);
    expect(isFromHere({ host: 'localhost', origin: 'http://localhost' }, null)).toBe(true);
  });
});
