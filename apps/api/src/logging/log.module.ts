import { Module } from '@nestjs/common';
import { AccessLog } from './access-log.js';
import { LogStream } from './log-stream.js';

/** Where log lines go. */
@Module({ providers: [AccessLog, LogStream], exports: [AccessLog, LogStream] })
export class LogModule {}
