import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '../config/config.js';
import { LogModule } from './log.module.js';
import { LogStream } from './log-stream.js';
import { pathOf } from './path-of.js';

type Numbered = IncomingMessage & { id?: unknown };

/** Headers that must not reach a log, should a line ever carry headers. */
const SECRET_HEADERS = ['cookie', 'authorization', 'set-cookie', 'x-xsrf-token', 'xsrf-token'];
const REDACTED = ['req', 'res', '*'].flatMap((holder) =>
  SECRET_HEADERS.map((header) => `${holder}.headers["${header}"]`),
);

/** One JSON line a request, with its id, and without query: addresses of sheets and search texts stay out. */
export const loggingModule = LoggerModule.forRootAsync({
  imports: [LogModule],
  inject: [Config, LogStream],
  useFactory: ({ logLevel }: Config, { stream }: LogStream) => ({
    pinoHttp: {
      stream,
      level: logLevel,
      redact: { paths: [...REDACTED, '*.csrf', '*.token', '*.password'], censor: '[redacted]' },
      // Fastify has numbered the request already: logs and problem details name it alike.
      genReqId: ({ id }: Numbered) => (typeof id === 'string' ? id : randomUUID()),
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'request_id', responseTime: 'ms' },
      customProps: (request: IncomingMessage) => ({ method: request.method, path: pathOf(request) }),
      customSuccessMessage: (request: IncomingMessage, response: ServerResponse) =>
        `${request.method} ${pathOf(request)} ${response.statusCode}`,
      customErrorMessage: (request: IncomingMessage, response: ServerResponse) =>
        `${request.method} ${pathOf(request)} ${response.statusCode}`,
      customLogLevel: (_: IncomingMessage, response: ServerResponse, error?: Error) =>
        levelOf(response.statusCode, error),
      // pino-http makes up an error for each 5xx; the filter has logged the real one.
      customErrorObject: (_: IncomingMessage, __: ServerResponse, ___: Error, line: object) => ({
        ...line,
        err: undefined,
      }),
      serializers: {
        req: () => undefined,
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
    },
  }),
});

/** Not ready is an answer, not a fault of ours. */
function levelOf(status: number, error: Error | undefined): 'info' | 'warn' | 'error' {
  if (status === 503) return 'warn';
  return status >= 500 || error ? 'error' : 'info';
}
