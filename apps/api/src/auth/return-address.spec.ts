import { returnAddress } from './return-address.js';

describe('returnAddress', () => {
  it.each([
    '/',
    '/v/view-signal-1/dashboard',
    '/v/organic/dashboard?period=half:2026-H2&owner=J%C3%BCrgen&explain=deals.arr',
    '/apiary',
    '/v/a#records',
  ])('leads back to %s', (wanted) => {
    expect(returnAddress(wanted)).toBe(wanted);
  });

  it.each([
    null,
    '',
    'v/organic',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/v\\..\\..\\evil.example',
    '/.//evil.example',
    '/v/..//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/\t/evil.example',
    '/\n/evil.example',
    '\u0000/',
    '/v/\r\nset-cookie: a=b',
    '/v/é',
    '@evil.example',
    '/sign-in',
    '/sign-in?return=/v/a',
    '/api/auth/google',
    '/v/../api/health/live',
    '/API/docs',
    `/v/${'a'.repeat(1_600)}`,
  ])('leads to the start instead of %j', (wanted) => {
    expect(returnAddress(wanted)).toBe('/');
  });
});
