import { readConfig } from './config/read-config.js';
import { notices } from './notices.js';

const PUBLIC_URL = 'https://sales.example.com';
const MONGO_URL = 'mongodb://database';

describe('notices', () => {
  it.each([
    ['local sign-in', {}, [/^Local sign-in is on/]],
    [
      'a local sign-in that public people could reach',
      { PUBLIC_URL, AUTH_LOCAL: '1' },
      [/^AUTH_LOCAL is set and has no effect/],
    ],
    ['a server that nobody can name', { MONGO_URL, HOST: '0.0.0.0' }, [/^Listening on 0\.0\.0\.0/]],
    ['all there is', { HOST: '::' }, [/^Local sign-in/, /^Listening on ::/]],
    ['nothing in production', { NODE_ENV: 'production', HOST: '0.0.0.0', PUBLIC_URL }, []],
    [
      'domains of a sign-in that does not exist',
      { PUBLIC_URL, AUTH_ALLOWED_DOMAINS: 'example.com' },
      [/^AUTH_ALLOWED_DOMAINS is set and has no effect/],
    ],
    ['nothing with a public address', { PUBLIC_URL }, []],
  ])('tell of %s', (_, environment, expected) => {
    const found = notices(readConfig(environment));
    expect(found).toHaveLength(expected.length);
    expected.forEach((words, at) => expect(found[at]).toMatch(words));
  });
});
