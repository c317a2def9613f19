import { Injectable } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { Config } from '../config/config.js';
import { LogStream } from './log-stream.js';

/** Lines of requests that the framework never sees, as it would write them. Nothing in them is secret. */
@Injectable()
export class AccessLog {
  private readonly log: Logger;

  constructor({ logLevel }: Config, { stream }: LogStream) {
    this.log = pino({ level: logLevel }, stream);
  }

  answered({
    requestId,
    path,
    status,
    ms,
  }: {
    requestId: string;
    path: string;
    status: number;
    ms: number;
  }): void {
    this.log.info(
      { request_id: requestId, method: 'GET', path, res: { status }, ms: Math.round(ms) },
      `GET ${path} ${status}`,
    );
  }
}
