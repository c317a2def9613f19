import { isIP } from 'node:net';

type Refuse = (expected: string) => never;

const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/** Addresses and networks (CIDR) of proxies, separated by commas or blanks. */
export function trustedProxies(value: string, refuse: Refuse): readonly string[] {
  const proxies = value.split(/[\s,;]+/).filter((proxy) => proxy !== '');
  const faulty = proxies.find((proxy) => !isNetwork(proxy));
  if (faulty !== undefined)
    return refuse(`${faulty} is no address or network: write 10.0.0.5, 172.18.0.0/16, fd00::/8.`);
  const open = proxies.find((proxy) => proxy.endsWith('/0'));
  if (open !== undefined)
    return refuse(`${open} is everybody: each client could name an address of its own.`);
  return proxies;
}

function isNetwork(text: string): boolean {
  const [, address = '', prefix] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const bits = BITS[isIP(address)];
  return bits !== undefined && (prefix === undefined || Number(prefix) <= bits);
}
