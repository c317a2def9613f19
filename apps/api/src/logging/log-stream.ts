import { Injectable } from '@nestjs/common';
import { type DestinationStream, destination } from 'pino';

/** Lines are written together: a system call for each would cost as much as the answer it tells of. */
const TOGETHER = 65_536;
const AT_LATEST_MS = 100;

/**
 * Standard output for the log: written in the background, at the latest after a tenth of a second, and to its last
 * line when the process ends.
 */
@Injectable()
export class LogStream {
  readonly stream: DestinationStream = {
    write: (line) => {
      this.lines.push(line);
      this.length += line.length;
      if (this.length >= TOGETHER) this.pass();
    },
  };
  private readonly output = destination({ fd: 1, sync: false });
  private lines: string[] = [];
  private length = 0;

  constructor() {
    setInterval(() => {
      this.pass();
    }, AT_LATEST_MS).unref();
    process.once('exit', () => {
      this.pass();
      this.output.flushSync();
    });
  }

  /** All at once: the output measures what it holds again with each piece it gets. */
  private pass(): void {
    if (this.lines.length === 0) return;
    this.output.write(this.lines.join(''));
    this.lines = [];
    this.length = 0;
  }
}
