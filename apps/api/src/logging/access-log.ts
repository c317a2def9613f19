import { Injectable } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { Config } from '../config/config.js';
import { LogStream } from './log-stream.js';

/** Writes the line of a request: its id, and the milliseconds that it took. */
export type LineWriter = (requestId: string, ms: number) => void;

/** Stands where a line differs from request to request. No address holds it: it is not in Latin-1. */
const GAP = '\u27c2';
const GAPS = /"?\u27c2"?/;

/** Lines of requests that the framework never sees, as it would write them. Nothing in them is secret. */
@Injectable()
export class AccessLog {
  private readonly stream: LogStream['stream'];
  private readonly samples: Logger;
  private sample = '';

  constructor({ logLevel }: Config, { stream }: LogStream) {
    this.stream = stream;
    const write = (line: string): void => void (this.sample = line);
    this.samples = pino({ level: logLevel, timestamp: () => `,"time":${GAP}` }, { write });
  }

  /** Writes the lines of one answer: what they have in common is put together once, by the log itself. */
  writerOf(path: string, status: number): LineWriter {
    this.sample = '';
    this.samples.info(
      { request_id: GAP, method: 'GET', path, res: { status }, ms: GAP },
      `GET ${path} ${status}`,
    );
    const [untilTime, untilId, untilMs, rest] = this.sample.split(GAPS);
    // Where the log does not want such lines there is no sample.
    if (rest === undefined) return () => undefined;
    return (requestId, ms) => {
      const line = `${untilTime}${Date.now()}${untilId}"${requestId}"${untilMs}${Math.round(ms)}${rest}`;
      this.stream.write(line);
    };
  }
}
