import { acceptedEncoding } from './encodings.js';

describe('acceptedEncoding', () => {
  it.each([
    ['', 'identity', true],
    ['gzip, deflate, br, zstd', 'br', true],
    ['gzip, deflate', 'gzip', true],
    ['deflate', 'identity', true],
    ['GZIP', 'gzip', true],
    ['x-gzip', 'gzip', true],
    ['br;q=0, gzip', 'gzip', true],
    ['br;q=0.000, gzip;q=0', 'identity', true],
    ['br;q=0.1, gzip;q=0.9', 'gzip', true],
    ['gzip;q=0.5, br; q=0.5', 'br', true],
    ['identity;q=1, gzip;q=0.5', 'identity', true],
    ['identity, br', 'br', true],
    ['*', 'br', true],
    ['*;q=0.5, br;q=0', 'gzip', true],
    ['*;q=0, gzip', 'gzip', false],
    ['*;q=0, identity', 'identity', true],
    ['identity;q=0, gzip', 'gzip', false],
    ['identity;q=0, *', 'br', false],
    ['gzip;q=nonsense', 'identity', true],
  ])('%j gets %s', (header, best, takesPlain) => {
    expect(acceptedEncoding(header)).toEqual({ best, takesPlain });
  });

  it.each(['*;q=0', 'identity;q=0', 'identity;q=0, br;q=0, gzip;q=0', 'deflate, identity;q=0'])(
    '%j gets nothing',
    (header) => {
      expect(acceptedEncoding(header)).toBeNull();
    },
  );
});
