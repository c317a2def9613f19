import { withNonce } from './console-page.js';

describe('withNonce', () => {
  it('puts the nonce wherever the build left its place', () => {
    const page = '<script nonce="CSP_NONCE"></script><app-root ngcspnonce="CSP_NONCE"></app-root>';
    expect(withNonce(page, 'a+b/c==')).toBe(
      '<script nonce="a+b/c=="></script><app-root ngcspnonce="a+b/c=="></app-root>',
    );
  });
});
