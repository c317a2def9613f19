import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIPv6 } from 'node:net';

/** Networks that are this machine's, its neighbours', or nobody's. */
const CLOSED = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  CLOSED.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  CLOSED.addSubnet(network, prefix, 'ipv6');

/** Whether an address is one of the public internet; an IPv4 address in the clothes of IPv6 is looked at as what it is. */
export function isPublic(address: string): boolean {
  return !CLOSED.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

type Answer = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;
type Resolve = (host: string, options: LookupOptions & { all: true }, answer: Answer) => void;

/**
 * Resolves a host for a request, and fails when any of its addresses is not public: what a name stands for is up to
 * whoever runs the network, and it is asked once, so that what was checked is what is reached.
 */
export const publicLookup =
  (resolve: Resolve = lookup) =>
  (
    host: string,
    options: LookupOptions,
    answer: (error: NodeJS.ErrnoException | null, found: string | LookupAddress[], family?: number) => void,
  ): void => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const first = error ? undefined : addresses[0];
      if (error || !first) answer(error ?? new Error(`${host} has no address`), []);
      else if (!addresses.every(({ address }) => isPublic(address)))
        answer(new Error(`${host} stands for an address that is not public`), []);
      else if (options.all) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
