import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '../config/config.js';
import { pathOf } from './path-of.js';

type Numbered = IncomingMessage & { id?: unknown };

/** Headers that must not reach a log, should a line ever carry headers. */
const SECRET_HEADERS = ['cookie', 'authorization', 'set-cookie', 'x-xsrf-token', 'xsrf-token'];
const REDACTED = ['req', 'res', '*'].flatMap((holder) =>
  SECRET_HEADERS.map((header) => `${holder}.headers["${header}"]`),
);

/** One JSON line a request, with its id, and without query: addresses of sheets and search texts stay out. */
export const loggingModule = LoggerModule.forRootAsync({
  inject: [Config],
  useFactory: ({ logLevel }: Config) => ({
    pinoHttp: {
      level: logLevel,
      redact: { paths: [...REDACTED, '*.csrf', '*.token', '*.password'], censor: '[redacted]' },
      // Fastify has numbered the request already: logs and problem details name it alike.
      genReqId: (request: Numbered) => String(request.id),
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'request_id', responseTime: 'ms' },
      customProps: (request: IncomingMessage) => ({ method: request.method, path: pathOf(request) }),
      customSuccessMessage: (request: IncomingMessage, response: ServerResponse) =>
        `${request.method} ${pathOf(request)} ${response.statusCode}`,
      customErrorMessage: (request: IncomingMessage, response: ServerResponse) =>
        `${request.method} ${pathOf(request)} ${response.statusCode}`,
      customLogLevel: (_: IncomingMessage, response: ServerResponse, error?: Error) =>
        error || response.statusCode >= 500 ? 'error' : 'info',
      serializers: {
        req: () => undefined,
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
    },
  }),
});
