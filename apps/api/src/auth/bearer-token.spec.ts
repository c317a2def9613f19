import { bearerToken } from './bearer-token.js';

describe('bearerToken', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['Basic dXNlcjpwYXNz', null],
    ['Bearerx', null],
    ['Bearer', ''],
    ['Bearer ', ''],
    ['Bearer abc', 'abc'],
    ['bearer   abc ', 'abc'],
    ['Bearer a b', 'a b'],
  ])('of %j is %j', (header, expected) => {
    expect(bearerToken(header)).toBe(expected);
  });
});
