import { brotliCompress, gzip } from 'node:zlib';
import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Encoding, encodingOf } from './encodings.js';

const COMPRESS_FROM = 1_024;
const COMPRESSIBLE = /^(application\/(problem\+)?json|text\/(csv|html))/;
const COMPRESSORS = { br: brotliCompress, gzip };

/**
 * Compresses what is worth it, in the encoding that was chosen for the request; what is small only when the client
 * refuses it plain. What carries an ETag of its own stays as it is: one tag stands for one sequence of bytes.
 */
export async function useCompression(app: NestFastifyApplication): Promise<void> {
  await app.register(compress, {
    threshold: COMPRESS_FROM,
    encodings: ['br', 'gzip'],
    customTypes: COMPRESSIBLE,
    globalDecompression: false,
  });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onSend', ({ raw }, reply, payload, done) => {
    if (reply.hasHeader('content-encoding')) {
      done(null, payload);
      return;
    }
    const isCompressible = COMPRESSIBLE.test(String(reply.getHeader('content-type')));
    if (isCompressible && !reply.hasHeader('vary')) reply.header('vary', 'accept-encoding');
    const { best, takesPlain } = encodingOf(raw);
    if (reply.hasHeader('etag')) raw.headers['accept-encoding'] = 'identity' satisfies Encoding;
    else if (!takesPlain && best !== 'identity' && isText(payload)) {
      reply.header('content-encoding', best).removeHeader('content-length');
      COMPRESSORS[best](payload, done);
      return;
    }
    done(null, payload);
  });
}

const isText = (payload: unknown): payload is Buffer | string =>
  (typeof payload === 'string' || Buffer.isBuffer(payload)) && payload.length > 0;
