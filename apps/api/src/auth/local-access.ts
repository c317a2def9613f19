import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { isLoopbackAddress, isLoopbackHost } from '../http/hosts.js';

/** What tells whether a request comes from this very machine. */
export interface LocalRequest {
  /** Address of the socket, not of a header. */
  readonly remoteAddress: string | undefined;
  readonly httpVersion: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Headers by which proxies, load balancers, tunnels and content networks say that they pass a request on. Whatever
 * they hold: a browser or a client on this machine sends none of them.
 */
const PASSED_ON = [
  /^(?:x-)?forwarded(?:-|$)/,
  /^via$/,
  /^(?:x-)?(?:real|true-client|client|cluster-client|remote|original|originating|source)-?(?:ip|addr|address|host)$/,
  /^x-(?:proxy|proxyuser|original|envoy|azure|amzn|appengine|arr|vercel|nf|nginx|haproxy|accel|traefik|varnish|request-start|scheme|host)(?:-|$)/,
  /^(?:cf|cdn|fly|fastly|akamai|ngrok|tailscale|wl-proxy|proxy)-/,
  /^(?:x-)?(?:http-)?client-?ip$/,
];

/**
 * Local sign-in asks for no password. So the request must come over loopback, name a loopback host (a page elsewhere
 * can point its own name at 127.0.0.1), and show no sign of having been passed on: no header of those who do, no
 * HTTP/1.0, which proxies still speak to what lies behind them, and no page that was opened elsewhere.
 */
export function isLocal({ remoteAddress, httpVersion, headers }: LocalRequest): boolean {
  return (
    isLoopbackSocket(remoteAddress) &&
    isLoopbackHost(headers.host) &&
    httpVersion !== '1.0' &&
    !Object.keys(headers).some((name) => PASSED_ON.some((form) => form.test(name))) &&
    [headers.origin, headers.referer].every((page) => page === undefined || isLoopbackAddress(page))
  );
}

function isLoopbackSocket(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/i, '') ?? '';
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}
