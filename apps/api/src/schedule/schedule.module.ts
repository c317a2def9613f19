import { Module } from '@nestjs/common';
import { ScheduleModule as Timers } from '@nestjs/schedule';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { LeasesModule } from '../leases/leases.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { ViewsModule } from '../views/views.module.js';
import { ScheduleService } from './schedule.service.js';
import { ScheduledRefreshesRepository } from './scheduled-refreshes.repository.js';

/** Sheets that are fetched by themselves. */
@Module({
  imports: [Timers.forRoot(), IngestionModule, LeasesModule, SettingsModule, ViewsModule],
  providers: [ScheduledRefreshesRepository, ScheduleService],
})
export class ScheduleModule {}
