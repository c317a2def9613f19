import { isUtf8 } from 'node:buffer';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RawServerDefault } from 'fastify';
import { USUAL_LIMITS } from './body-limits.js';
import { badRequest } from './problem.js';

/**
 * Reads JSON, and refuses bytes that are no text: a lenient reader puts a replacement character in their place, and
 * something else would be stored than was sent. Keys of the language are refused by name with the shape of the body.
 */
export function readJson(app: NestFastifyApplication): void {
  const parse = app.getHttpAdapter().getInstance().getDefaultJsonParser('ignore', 'ignore');
  app.useBodyParser<RawServerDefault>(
    'application/json',
    { bodyLimit: USUAL_LIMITS.bytes },
    (request, bytes: Buffer, done) => {
      // Many clients name the type with each request: where nothing is asked for, nothing is refused.
      if (bytes.length === 0) done(null, undefined);
      else if (isUtf8(bytes)) void parse(request, bytes.toString(), done);
      else done(badRequest('The body is not UTF-8: send the JSON in that encoding, as RFC 8259 asks.'));
    },
  );
}
