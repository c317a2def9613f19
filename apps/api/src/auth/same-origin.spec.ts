import { isFromHere } from './same-origin.js';

const host = 'sales.example.com';

describe('isFromHere', () => {
  it.each([
    ['no browser', { host }, true],
    ['the page itself', { host, 'sec-fetch-site': 'same-origin', origin: `https://${host}` }, true],
    [
      'behind a proxy that changes the host',
      { host: '10.0.0.1:3000', origin: 'https://public.example.com' },
      true,
    ],
    ['another site', { host, 'sec-fetch-site': 'cross-site' }, false],
    ['a sister host', { host, 'sec-fetch-site': 'same-site' }, false],
    ['another origin, of an old browser', { host, origin: 'https://evil.example.org' }, false],
    ['another port', { host: 'localhost:3000', origin: 'http://localhost:4000' }, false],
    ['a hidden origin', { host, origin: 'null' }, false],
  ])('%s', (_, headers, expected) => {
    expect(isFromHere(headers, 'https://public.example.com')).toBe(expected);
  });
});
