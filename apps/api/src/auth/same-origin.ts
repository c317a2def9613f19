import { isLoopbackHost } from '../config/loopback.js';

/** Headers by which a browser says where a request comes from. */
export interface OriginHeaders {
  'sec-fetch-site'?: string;
  origin?: string;
  host?: string;
}

/** Browsers name the relation themselves; `none` is a person typing an address. */
const OWN_SITE: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Whether a write may come from where the browser says it comes from: scheme, host and port are those of PUBLIC_URL,
 * or those of this machine as they stand in Host. Clients that are no browsers send neither header; they are not
 * refused here.
 */
export function isFromHere({ origin, host, ...headers }: OriginHeaders, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && !OWN_SITE.has(site)) return false;
  return origin === undefined || origin === publicUrl || origin === localOrigin(host);
}

/** The product itself speaks plain HTTP; null for a host that is not this machine. */
const localOrigin = (host: string | undefined): string | null =>
  host !== undefined && isLoopbackHost(host) && URL.canParse(`http://${host}`)
    ? new URL(`http://${host}`).origin
    : null;
