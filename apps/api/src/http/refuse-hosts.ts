import type { IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Hosts, hasSeveralHosts, isProbe } from './hosts.js';
import { badField, type ProblemException, misdirected } from './problem.js';

/** Answers 421 to whoever means another host, whatever they ask for: routes, documents and files alike. */
export function refuseOtherHosts(app: NestFastifyApplication, hosts: Hosts): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', ({ raw }, _, done) => {
      done(refusal(raw, hosts) ?? undefined);
    });
}

function refusal(request: IncomingMessage, hosts: Hosts): ProblemException | null {
  if (hasSeveralHosts(request)) return badField('Host', 'The request has more than one Host header.');
  if (request.headers.host === undefined && request.httpVersion !== '1.0')
    return badField('Host', 'The request has no Host header.');
  if (hosts.serves(request.headers) || isProbe(request)) return null;
  const message =
    'This host is not served here: open the product by its own address. Whoever runs it names that address by PUBLIC_URL; a proxy passes Host on.';
  return misdirected(message, { errors: [{ field: 'Host', message }] });
}
