import type { FastifyRequest } from 'fastify';
import { mayHaveBody } from '../openapi/may-have-body.js';
import { unsupportedMedia } from './problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of the bodies that the route reads; JSON alone unless given. */
    mediaTypes?: readonly string[];
  }
}

const JSON_ALONE = ['application/json'];
const UTF_8 = /^utf-?8$/i;

/**
 * A body is of a type that its route reads, in UTF-8 and not compressed; without a body there may be no type.
 *
 * @throws ProblemException (415)
 */
export function checkMediaType({ method, headers, is404, routeOptions }: FastifyRequest): void {
  if (is404 || !mayHaveBody(method)) return;
  const header = headers['content-type'];
  if (header === undefined && !hasBody(headers)) return;
  checkCoding(headers['content-encoding']);
  const accepted = routeOptions.config.mediaTypes ?? JSON_ALONE;
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim());
  if (!accepted.includes(type.toLowerCase())) throw notRead(header, accepted);
  const charset = parameters.find((parameter) => /^charset\s*=/i.test(parameter))?.replace(/^[^=]*=\s*/, '');
  if (charset !== undefined && !UTF_8.test(charset.replaceAll('"', '')))
    throw unsupportedMedia('The body is read as UTF-8: send it so, without another charset.');
}

/** A body that grows while it is unpacked costs more than its length tells. */
function checkCoding(coding: string | undefined): void {
  if (coding === undefined || /^(?:identity)?$/i.test(coding)) return;
  throw unsupportedMedia('The body is compressed: send it as it is, without Content-Encoding.', {
    headers: { 'accept-encoding': 'identity' },
  });
}

function hasBody(headers: FastifyRequest['headers']): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && Number(length) !== 0);
}

const notRead = (header: string | undefined, accepted: readonly string[]) =>
  unsupportedMedia(
    `${header === undefined ? 'The body names no type' : 'The body has a type that is not read here'}: send it with Content-Type ${accepted.join(' or ')}.`,
    { headers: { accept: accepted.join(', ') } },
  );
