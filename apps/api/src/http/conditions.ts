import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hasAnything, knownTag } from './cached-answer.js';

/** A read whose ETag the client has is answered with that alone, whichever route gave the tag. */
export function useConditions(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, payload, done) => {
      const tag = reply.getHeader('etag');
      const asked = request.headers['if-none-match'];
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      if (!isRead || reply.statusCode !== 200 || typeof tag !== 'string') return done(null, payload);
      if (knownTag(asked, [tag]) === null && !hasAnything(asked)) return done(null, payload);
      reply.status(304).removeHeader('content-type').removeHeader('content-length');
      done(null, null);
    });
}
