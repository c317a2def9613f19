import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module.js';
import { AttentionModule } from '../attention/attention.module.js';
import { SalesRecordsModule } from '../sales-records/sales-records.module.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { RecordExportsService } from './record-exports.service.js';

/** Lists and tables as files, CSV or XLSX. */
@Module({
  imports: [AnalyticsModule, AttentionModule, SalesRecordsModule],
  controllers: [ExportsController],
  providers: [ExportsService, RecordExportsService],
})
export class ExportsModule {}
