import { Module } from '@nestjs/common';
import { HourlyWork } from './hourly-work.service.js';
import { LeasesRepository } from './leases.repository.js';
import { LeasesService } from './leases.service.js';

/** What one of several processes on one database does alone. */
@Module({ providers: [HourlyWork, LeasesRepository, LeasesService], exports: [HourlyWork, LeasesService] })
export class LeasesModule {}
