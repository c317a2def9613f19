import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AnalyticsModule } from './analytics/analytics.module.js';
import { AuthModule } from './auth/auth.module.js';
import { ConfigModule } from './config/config.module.js';
import { ConsoleHostModule } from './console-host/console-host.module.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthModule } from './health/health.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { IngestionModule } from './ingestion/ingestion.module.js';
import { loggingModule } from './logging/logging.module.js';
import { SalesRecordsModule } from './sales-records/sales-records.module.js';
import { SeedModule } from './seed/seed.module.js';
import { TargetsModule } from './targets/targets.module.js';
import { ViewRoutesModule } from './views/view-routes.module.js';

@Module({
  imports: [
    ConfigModule,
    loggingModule,
    DatabaseModule,
    AuthModule,
    ViewRoutesModule,
    IngestionModule,
    AnalyticsModule,
    SalesRecordsModule,
    TargetsModule,
    SeedModule,
    HealthModule,
    // Last: it answers every address that is nobody else's.
    ConsoleHostModule,
  ],
  providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
})
export class AppModule {}
