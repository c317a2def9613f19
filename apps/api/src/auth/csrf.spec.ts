import { isCsrfToken, makeCsrfToken } from './csrf.js';

const secret = Buffer.alloc(32, 1);
const mine = { tokenHash: 'a'.repeat(64) };
const theirs = { tokenHash: 'b'.repeat(64) };

const sent = (token: string) => ({ header: token, cookie: token });

describe('CSRF tokens', () => {
  it('are valid in the session that they were made for', () => {
    expect(isCsrfToken(secret, mine, sent(makeCsrfToken(secret, mine)))).toBe(true);
    expect(isCsrfToken(secret, null, sent(makeCsrfToken(secret, null)))).toBe(true);
  });

  it('are not valid in an earlier or a later session', () => {
    expect(isCsrfToken(secret, theirs, sent(makeCsrfToken(secret, mine)))).toBe(false);
    expect(isCsrfToken(secret, mine, sent(makeCsrfToken(secret, null)))).toBe(false);
    expect(isCsrfToken(secret, null, sent(makeCsrfToken(secret, mine)))).toBe(false);
  });

  it('are needed in the cookie and in the header, the same in both', () => {
    const token = makeCsrfToken(secret, mine);
    expect(isCsrfToken(secret, mine, { header: token, cookie: undefined })).toBe(false);
    expect(isCsrfToken(secret, mine, { header: undefined, cookie: token })).toBe(false);
    expect(isCsrfToken(secret, mine, { header: token, cookie: makeCsrfToken(secret, mine) })).toBe(false);
  });

  it.each(['', '.', 'a.b', 'nonsense'])('do not look like %j', (token) => {
    expect(isCsrfToken(secret, mine, sent(token))).toBe(false);
  });

  it('of another installation are not valid', () => {
    expect(isCsrfToken(Buffer.alloc(32, 2), mine, sent(makeCsrfToken(secret, mine)))).toBe(false);
  });
});
