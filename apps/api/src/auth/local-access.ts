import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { isLoopbackAddress, isLoopbackHost } from '../config/loopback.js';

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
  /^(?:x-)?forward(?:ed|er)?(?:-|$)/,
  /(?:^|-)via$/,
  // Whosever address it is: no client sends one.
  /(?:^|-)(?:client|real|user|edge|socket)?-?ip(?:-|$)/,
  /^(?:x-)?(?:remote|original|originating|source)-?(?:addr|address|host|user)$/,
  /^x-(?:proxy|proxyuser|original|envoy|azure|amzn|amz-cf|appengine|arr|vercel|nf|nginx|haproxy|accel|traefik|varnish|akamai|sucuri|cloud-trace-context|edge|gateway|tunnel|lb|ssl|https|request-start|rewrite-url|scheme|url-scheme|host|auth-request|webauth)(?:-|$)/,
  /^(?:cf|cdn|fly|do|incap|fastly|akamai|ngrok|tailscale|wl-proxy|proxy|surrogate)-/,
  /^(?:front-end-https|max-forwards)$/,
];

/**
 * Local sign-in asks for no password. So the request must come over loopback, name a loopback host (a page elsewhere
 * can point its own name at 127.0.0.1), and show no sign of having been passed on: no such header, no
 * HTTP/1.0, which proxies still speak to what lies behind them, and no page that was opened elsewhere.
 */
export function isLocal({ remoteAddress, httpVersion, headers }: LocalRequest): boolean {
  return (
    isLoopbackSocket(remoteAddress) &&
    isLoopbackHost(headers.host) &&
    httpVersion !== '1.0' &&
    !Object.keys(headers).some(isOfPassingOn) &&
    [headers.origin, headers.referer].every((page) => page === undefined || isLoopbackAddress(page))
  );
}

/** Some write `X_Forwarded_For`. */
const isOfPassingOn = (header: string): boolean => {
  const name = header.replaceAll('_', '-');
  return PASSED_ON.some((form) => form.test(name));
};

function isLoopbackSocket(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/i, '') ?? '';
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}
