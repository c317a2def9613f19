import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AnalyticsModule } from './analytics/analytics.module.js';
import { AsherPovModule } from './asher-pov/asher-pov.module.js';
import { AttentionModule } from './attention/attention.module.js';
import { AuditRoutesModule } from './audit-routes/audit-routes.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BoardsModule } from './boards/boards.module.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { EventsModule } from './events/events.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { GoogleSignInModule } from './google-sign-in/google-sign-in.module.js';
import { HealthModule } from './health/health.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { HistoryModule } from './history/history.module.js';
import { IngestionModule } from './ingestion/ingestion.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { LoggingModule } from './logging/logging.module.js';
import { ManagedViewsModule } from './managed-views/managed-views.module.js';
import { PageReportsModule } from './page-reports/page-reports.module.js';
import { PreferencesModule } from './preferences/preferences.module.js';
import { SalesRecordsModule } from './sales-records/sales-records.module.js';
import { SavedPagesModule } from './saved-pages/saved-pages.module.js';
import { ScheduleModule } from './schedule/schedule.module.js';
import { ScreensModule } from './screens/screens.module.js';
import { SearchModule } from './search/search.module.js';
import { SeedModule } from './seed/seed.module.js';
import { SettingRoutesModule } from './setting-routes/setting-routes.module.js';
import { TargetsModule } from './targets/targets.module.js';
import { TokenRoutesModule } from './token-routes/token-routes.module.js';
import { UserRoutesModule } from './user-routes/user-routes.module.js';
import { ViewRoutesModule } from './view-routes/view-routes.module.js';

@Module({
  imports: [
    LoggingModule,
    DatabaseModule,
    AuditModule,
    AuthModule,
    GoogleSignInModule,
    InvitationsModule,
    TokenRoutesModule,
    UserRoutesModule,
    ViewRoutesModule,
    ManagedViewsModule,
    IngestionModule,
    HistoryModule,
    EventsModule,
    AnalyticsModule,
    ScreensModule,
    SearchModule,
    AttentionModule,
    ExportsModule,
    AuditRoutesModule,
    SalesRecordsModule,
    TargetsModule,
    BoardsModule,
    PreferencesModule,
    SavedPagesModule,
    AsherPovModule,
    SettingRoutesModule,
    SeedModule,
    HealthModule,
    PageReportsModule,
    ScheduleModule,
  ],
  providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
})
export class AppModule {
  static of(config: Config): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.of(config)] };
  }
}
