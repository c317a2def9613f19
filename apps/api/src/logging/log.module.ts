import { Module } from '@nestjs/common';
import { LogStream } from './log-stream.js';

/** Where log lines go. */
@Module({ providers: [LogStream], exports: [LogStream] })
export class LogModule {}
