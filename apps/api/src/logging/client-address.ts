import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * Address of whoever asks: that of the connection or, behind a proxy of TRUSTED_PROXIES, the one that it passes on in
 * X-Forwarded-For. What a proxy passes on and is no address counts as the proxy's own. Null once the connection is gone.
 */
export const clientAddress = ({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string | null =>
  plainAddress(ip) ?? plainAddress(socket.remoteAddress);

/** Without a port, which some proxies add, and an IPv4 address as such. Typed as if a connection always had one. */
function plainAddress(text: string | undefined): string | null {
  const bare = (text ?? '')
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(bare) === 0 ? null : bare;
}
