import type { LookupAddress } from 'node:dns';
import { isPublic, publicLookup } from './public-lookup.js';

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
  ])('%s is not public', (address) => expect(isPublic(address)).toBe(false));

  it.each(['142.250.74.110', '8.8.8.8', '172.32.0.1', '2a00:1450:4007:80e::200e', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => expect(isPublic(address)).toBe(true),
  );
});

describe('the lookup of a host', () => {
  const PUBLIC = { address: '142.250.74.110', family: 4 };
  const LOOPBACK = { address: '127.0.0.1', family: 4 };
  const ask = (found: LookupAddress[] | Error, all = true) =>
    new Promise<unknown>((resolve) => {
      const lookup = publicLookup((_, __, answer) => {
        if (found instanceof Error) answer(found, undefined as unknown as LookupAddress[]);
        else answer(null, found);
      });
      lookup('docs.google.com', { all }, (error, addresses, family) => {
        resolve(error ? error.message : [addresses, family]);
      });
    });

  it('answers public addresses, all or the first', async () => {
    expect(await ask([PUBLIC])).toEqual([[PUBLIC], undefined]);
    expect(await ask([PUBLIC], false)).toEqual([PUBLIC.address, 4]);
  });

  it('fails when any address is not public, or there is none', async () => {
    expect(await ask([PUBLIC, LOOPBACK])).toMatch(/not public/);
    expect(await ask([LOOPBACK], false)).toMatch(/not public/);
    expect(await ask([])).toMatch(/no address/);
    expect(await ask(new Error('ENOTFOUND'))).toBe('ENOTFOUND');
  });
});
