import { returnAddress } from './return-address';

describe('the address to return to', () => {
  it.each([
    '/',
    '/v/organic/dashboard?period=half:2026-H2&owner=J%C3%BCrgen%20%5C&explain=deals.arr',
    '/apiary',
    '/v/a#records',
  ])('leads back to %s', (wanted) => expect(returnAddress(wanted)).toBe(wanted));

  it.each([
    null,
    '',
    'v/organic',
    'https://evil.example',
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    '/v\\..\\..\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/v/..//evil.example',
    '/%2e//evil.example',
    '/v/%',
    '/api/auth/me',
    '/v/../API/docs',
    '/sign-in?return=/v/a',
  ])('leads to the start instead of %j', (wanted) => expect(returnAddress(wanted)).toBe('/'));
});
