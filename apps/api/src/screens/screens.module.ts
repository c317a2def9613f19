import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { AttentionModule } from '../attention/attention.module.js';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { SalesRecordsModule } from '../sales-records/sales-records.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { ViewsModule } from '../views/views.module.js';
import { BoardColumnsController } from './board-columns.controller.js';
import { BoardColumnsService } from './board-columns.service.js';
import { WarmUp } from './warm-up.service.js';
import { ScreenAnswers } from './screen-answers.js';
import { ScreensController } from './screens.controller.js';
import { ScreensService } from './screens.service.js';

/** Screens: everything one of them draws in one answer, and the columns of its boards whole. */
@Module({
  imports: [
    AnalyticsModule,
    QuestionsModule,
    AttentionModule,
    DatasetsModule,
    SalesRecordsModule,
    SettingsModule,
    ViewsModule,
  ],
  controllers: [BoardColumnsController, ScreensController],
  providers: [BoardColumnsService, WarmUp, ScreenAnswers, ScreensService],
  exports: [BoardColumnsService, ScreensService],
})
export class ScreensModule {}
