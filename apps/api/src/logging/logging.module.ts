import { Module } from '@nestjs/common';
import { JsonLogger } from './json-logger.js';
import { LogStream } from './log-stream.js';

/** Lines of JSON on standard output. */
@Module({ providers: [JsonLogger, LogStream], exports: [JsonLogger, LogStream] })
export class LoggingModule {}
