import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isLoopbackHost } from '../config/loopback.js';

/**
 * The names that the product answers to: loopback, and that of PUBLIC_URL. A page elsewhere can have its own name
 * resolve to this machine; it is then refused by the name.
 */
export class Hosts {
  private readonly names: ReadonlySet<string>;

  constructor(publicUrl: string | null) {
    this.names = new Set(publicUrl === null ? [] : spellings(new URL(publicUrl)));
  }

  serves({ host }: IncomingHttpHeaders): boolean {
    return host !== undefined && (isLoopbackHost(host) || this.names.has(host.toLowerCase()));
  }
}

/** Browsers leave the usual port out; some clients write it. */
function spellings({ protocol, hostname, port }: URL): string[] {
  if (port !== '') return [`${hostname}:${port}`];
  return [hostname, `${hostname}:${protocol === 'https:' ? 443 : 80}`];
}

/** True when a request says more than once whom it means: Node keeps the first, others the last. */
export function hasSeveralHosts({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (isHost(rawHeaders[at])) hosts += 1;
  return hosts > 1;
}

const isHost = (name: string | undefined): boolean => name?.length === 4 && name.toLowerCase() === 'host';

const WHOLE_ADDRESS = /^https?:\/\/([^/?#]*)(.*)$/i;

/**
 * A request may name the whole address instead of a path; its host then counts, whatever the header says
 * (RFC 9112, 3.2.2), as it is written: another spelling of the same address is another host.
 *
 * @returns the path and query that are meant
 */
export function readWholeAddress(request: IncomingMessage & { originalUrl?: string }): string {
  const { url = '' } = request;
  if (url.startsWith('/')) return url;
  const [, host, target = ''] = WHOLE_ADDRESS.exec(url) ?? [];
  if (host === undefined) return url;
  request.headers.host = host;
  // The log names the path alone.
  request.originalUrl = target.startsWith('/') ? target : `/${target}`;
  return request.originalUrl;
}

const FOR_PROBES = /^\/api\/health\/\w+(?:\?|$)/;

/** Probes of a container ask by its address; what they learn is nothing that others may not know. */
export const isProbe = ({ url }: IncomingMessage): boolean => FOR_PROBES.test(url ?? '');
