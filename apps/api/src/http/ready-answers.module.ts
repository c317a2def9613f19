import { Global, Module } from '@nestjs/common';
import { LogModule } from '../logging/log.module.js';
import { ReadyAnswers } from './ready-answers.js';

/** What was sent a moment ago; whoever changes what answers show forgets it. */
@Global()
@Module({ imports: [LogModule], providers: [ReadyAnswers], exports: [ReadyAnswers] })
export class ReadyAnswersModule {}
