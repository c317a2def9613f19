import { Injectable, type LoggerService } from '@nestjs/common';
import { type Level, type Logger, pino } from 'pino';
import { Config } from '../config/config.js';
import { LogStream } from './log-stream.js';
import { requestContext } from './request-context.js';

/** Where Nest tells how it puts itself together: dozens of lines at each start that say nothing about the product. */
const CHATTER: ReadonlySet<unknown> = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Headers that must not reach a log, should a line ever carry headers. */
const SECRET_HEADERS = ['cookie', 'authorization', 'set-cookie', 'x-xsrf-token', 'xsrf-token'];
const SECRETS = ['req', 'res', '*'].flatMap((holder) =>
  SECRET_HEADERS.map((header) => `${holder}.headers["${header}"]`),
);

/** Nest's messages as JSON lines, each with the id of the request during which it is written. */
@Injectable()
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor({ logLevel }: Config, { stream }: LogStream) {
    const redact = { paths: [...SECRETS, '*.csrf', '*.token', '*.password'], censor: '[redacted]' };
    this.pino = pino({ level: logLevel, redact, mixin: ofRequest }, stream);
  }

  log(message: unknown, ...rest: unknown[]): void {
    if (!CHATTER.has(rest.at(-1))) this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest gives the context last, and with an error in words its stack before it. */
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const [stack] = rest;
    if (message instanceof Error) this.pino[level]({ context, err: message });
    else if (typeof message !== 'string') this.pino[level]({ context, ...(message as object) });
    else if (rest.length > 1 && isStack(stack))
      this.pino[level]({ context, err: Object.assign(new Error(message), { stack }) });
    else this.pino[level]({ context }, message);
  }
}

const isStack = (value: unknown): value is string => typeof value === 'string' && /\n\s*at /.test(value);

function ofRequest(): object {
  const context = requestContext.getStore();
  return context ? { request_id: context.id } : {};
}
