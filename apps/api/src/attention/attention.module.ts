import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module.js';
import { SalesRecordsModule } from '../sales-records/sales-records.module.js';
import { AttentionController } from './attention.controller.js';
import { FindingsService } from './findings.service.js';
import { TodayService } from './today.service.js';

/** What needs attention: findings in data and targets, and what there is to do today. */
@Module({
  imports: [QuestionsModule, SalesRecordsModule],
  controllers: [AttentionController],
  providers: [FindingsService, TodayService],
  exports: [FindingsService, TodayService],
})
export class AttentionModule {}
