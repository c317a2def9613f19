import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module.js';
import { SalesRecordsModule } from '../sales-records/sales-records.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { AnalyticsController } from './analytics.controller.js';
import { AnalyticsService } from './analytics.service.js';
import { CatalogueController } from './catalogue.controller.js';
import { RecordsBehindService } from './records-behind.service.js';

/** Every number of the catalogue, and what stands behind it. */
@Module({
  imports: [QuestionsModule, SalesRecordsModule, TargetsModule],
  controllers: [AnalyticsController, CatalogueController],
  providers: [AnalyticsService, RecordsBehindService],
  exports: [AnalyticsService, RecordsBehindService],
})
export class AnalyticsModule {}
