import { Module } from '@nestjs/common';
import { CountersRepository } from './counters.repository.js';
import { Limits } from './limits.service.js';

/** How often something may be done. */
@Module({ providers: [CountersRepository, Limits], exports: [Limits] })
export class LimitsModule {}
