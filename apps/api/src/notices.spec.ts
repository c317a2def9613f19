import { readConfig } from './config/read-config.js';
import { notices } from './notices.js';

const PUBLIC_URL = 'https://sales.example.com';
/** Https ends at a proxy, which is named. */
const PUBLIC = { PUBLIC_URL, TRUSTED_PROXIES: '10.0.0.5' };
const MONGO_URL = 'mongodb://database';

describe('notices', () => {
  it.each([
    ['local sign-in', {}, [/^Local sign-in is on/]],
    [
      'a local sign-in that public people could reach',
      { ...PUBLIC, AUTH_LOCAL: '1' },
      [/^AUTH_LOCAL is set and has no effect/],
    ],
    ['a server that nobody can name', { MONGO_URL, HOST: '0.0.0.0' }, [/^Listening on 0\.0\.0\.0/]],
    ['all there is', { HOST: '::' }, [/^Local sign-in/, /^Listening on ::/]],
    ['nothing in production', { NODE_ENV: 'production', HOST: '0.0.0.0', ...PUBLIC }, []],
    [
      'domains of a sign-in that does not exist',
      { ...PUBLIC, AUTH_ALLOWED_DOMAINS: 'example.com' },
      [/^AUTH_ALLOWED_DOMAINS is set and has no effect/],
    ],
    ['nothing with a public address', PUBLIC, []],
    ['a proxy that nobody has named', { PUBLIC_URL }, [/TRUSTED_PROXIES is not set/]],
  ])('tell of %s', (_, environment, expected) => {
    const found = notices(readConfig(environment));
    expect(found).toHaveLength(expected.length);
    expected.forEach((words, at) => expect(found[at]).toMatch(words));
  });
});
