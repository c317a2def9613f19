import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { pathOf } from '../logging/path-of.js';
import { addressTooLong, LONGEST_ADDRESS } from './address-length.js';
import { chooseEncoding } from './encodings.js';
import { DeclaredMethods } from './declared-methods.js';
import { checkMediaType } from './media-types.js';
import { badRequest, methodNotAllowed, nothingHere } from './problem.js';

/**
 * What HTTP itself asks of a request, checked before anybody is asked who they are: an address of a bearable length, a
 * method that its path has, a body of a type that its route reads, an encoding that the product can write.
 */
export function checkRequests(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const declared = new DeclaredMethods();
  server.addHook('onRoute', ({ url, method }) => declared.add(url, method));
  server.addHook('onRequest', (request, _, done) => {
    checkAddress(request);
    checkMethod(request, declared);
    checkMediaType(request);
    chooseEncoding(request.raw);
    done();
  });
}

/** Browsers keep to themselves what follows a `#` (RFC 9112, 3.2); the router would take it for a query. */
function checkAddress({ raw: { url = '' } }: FastifyRequest): void {
  if (url.length > LONGEST_ADDRESS) throw addressTooLong();
  if (url.includes('#')) throw badRequest('An address has no "#" in a request: write it as %23.');
}

/**
 * Pages are answered everywhere, so that a GET of what is only written arrives there. Where there is nothing no body is
 * looked at either.
 */
function checkMethod(request: FastifyRequest, declared: DeclaredMethods): void {
  if (!request.is404 && request.routeOptions.url !== '/*') return;
  const methods = declared.of(pathOf(request.raw));
  if (methods.length === 0) throw nothingHere();
  if (methods.includes(request.method)) return;
  const allowed = methods.join(', ');
  throw methodNotAllowed(`${request.method} is not offered here: use ${allowed}.`, {
    headers: { allow: allowed },
  });
}
