import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { hasAnything, knownTag } from './tags.js';

/**
 * A read whose ETag the client has is answered with that alone, whichever route gave the tag. The body of HEAD is left
 * to the framework, which takes it away itself.
 */
export function useConditions(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, payload, done) => {
      const isKnown = reply.statusCode === 200 && hasAlready(request, reply.getHeader('etag'));
      if (isKnown) reply.status(304).removeHeader('content-type').removeHeader('content-length');
      done(null, isKnown && request.method === 'GET' ? null : payload);
    });
}

function hasAlready({ method, headers }: FastifyRequest, tag: unknown): boolean {
  const ifNoneMatch = headers['if-none-match'];
  const isRead = method === 'GET' || method === 'HEAD';
  return (
    isRead && typeof tag === 'string' && (knownTag(ifNoneMatch, [tag]) !== null || hasAnything(ifNoneMatch))
  );
}
