import { Injectable } from '@nestjs/common';
import { type DestinationStream, destination } from 'pino';

/** Lines are written together: a system call for each would cost as much as the answer it tells of. */
const TOGETHER_BYTES = 65_536;
const AT_LATEST_MS = 100;

/**
 * Standard output for the log: written in the background, at the latest after a tenth of a second, and to its last
 * line when the process ends.
 */
@Injectable()
export class LogStream {
  readonly stream: DestinationStream = destination({
    fd: 1,
    sync: false,
    minLength: TOGETHER_BYTES,
    maxWrite: TOGETHER_BYTES * 2,
    periodicFlush: AT_LATEST_MS,
  });
}
