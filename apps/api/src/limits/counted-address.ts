import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** One customer of a network gets a whole /64 of addresses, and may use each of them. */
const OF_A_NETWORK = 4;

/** What of an address is counted: an IPv4 address as it is, of an IPv6 address its network (/64). */
export function countedAddress(address: string | null): string {
  if (address === null) return 'unknown';
  return isIPv6(address) ? `${groupsOf(address).slice(0, OF_A_NETWORK).join(':')}::/64` : address;
}

/** All eight groups, without leading zeros. */
function groupsOf(address: string): string[] {
  const [bare = ''] = address.split('%');
  // As URLs write it: in lower case, shortened, an IPv4 end in hexadecimal.
  const short = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = short
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  return [...head, ...Array<string>(GROUPS - head.length - tail.length).fill('0'), ...tail];
}
