import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Level, type Logger, pino } from 'pino';
import { Config } from '../config/config.js';
import { LogStream } from './log-stream.js';
import { pathOf } from './path-of.js';
import { requestContext } from './request-context.js';

/**
 * One line a request, with its id, and without query: addresses of sheets and search texts stay out. It holds nothing
 * that would have to be redacted.
 */
export function logRequests(app: NestFastifyApplication): void {
  const log = pino({ level: app.get(Config).logLevel }, app.get(LogStream).stream);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const { address: client = null } = requestContext.getStore() ?? {};
      // `close` comes also when the client hangs up before its answer.
      reply.raw.once('close', () => {
        logRequest(log, request, client, reply);
      });
      done();
    });
}

function logRequest(
  log: Logger,
  { id, method, raw }: FastifyRequest,
  client: string | null,
  reply: FastifyReply,
): void {
  const path = pathOf(raw);
  const status = reply.raw.statusCode;
  const line = { request_id: id, client, method, path, res: { status }, ms: Math.round(reply.elapsedTime) };
  log[levelOf(status)](line, `${method} ${path} ${status}`);
}

/** Not ready is an answer, not a fault of ours. */
function levelOf(status: number): Level {
  if (status === 503) return 'warn';
  return status >= 500 ? 'error' : 'info';
}
