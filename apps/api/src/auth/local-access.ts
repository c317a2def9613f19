import { isIP } from 'node:net';

/** What tells whether a request comes from this very machine. */
export interface LocalRequest {
  /** Address of the socket, not of a header. */
  remoteAddress: string | undefined;
  host: string | undefined;
  forwardedFor: string | string[] | undefined;
}

/**
 * Local sign-in asks for no password, so the request must come over loopback, name a loopback host or PUBLIC_URL's (a
 * page elsewhere can point its own name at 127.0.0.1), and not have been passed on for somebody else.
 */
export function isLocal(
  { remoteAddress, host, forwardedFor }: LocalRequest,
  publicUrl: string | null,
): boolean {
  if (!isLoopbackAddress(remoteAddress)) return false;
  if (!addressesIn(forwardedFor).every(isLoopbackAddress)) return false;
  return (
    isLoopbackName(hostName(host)) || (publicUrl !== null && host?.toLowerCase() === new URL(publicUrl).host)
  );
}

function hostName(host: string | undefined): string {
  return host !== undefined && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}

const addressesIn = (header: string | string[] | undefined): string[] =>
  [header ?? []].flat().flatMap((value) => value.split(',').map((address) => address.trim()));

const isLoopbackName = (name: string): boolean =>
  name === 'localhost' || name.endsWith('.localhost') || isLoopbackAddress(name.replace(/^\[|\]$/g, ''));

function isLoopbackAddress(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/i, '') ?? '';
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}
