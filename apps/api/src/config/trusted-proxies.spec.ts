import { readConfig } from './read-config.js';

const read = (value: string) => readConfig({ TRUSTED_PROXIES: value }).trustedProxies;

describe('TRUSTED_PROXIES', () => {
  it.each([
    ['', []],
    ['10.0.0.5', ['10.0.0.5']],
    [' 10.0.0.5,172.18.0.0/16  fd00::/8 ', ['10.0.0.5', '172.18.0.0/16', 'fd00::/8']],
  ])('%j names %j', (value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  it.each([
    'proxy',
    '10.0.0',
    '10.0.0.5/33',
    'fd00::/129',
    '10.0.0.5/',
    '10.0.0.0/8/8',
    'fe80::1%eth0',
    '10.0.0.5:80',
  ])('refuses %s, which is no network', (value) => {
    expect(() => read(value)).toThrow(/is no address or network/);
  });

  it.each(['0.0.0.0/0', '::/0'])('refuses %s, which trusts everybody', (value) => {
    expect(() => read(value)).toThrow(/is everybody/);
  });
});
