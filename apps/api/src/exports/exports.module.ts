import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module.js';
import { AttentionModule } from '../attention/attention.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { SalesRecordsModule } from '../sales-records/sales-records.module.js';
import { ScreensModule } from '../screens/screens.module.js';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { DealBatchesService } from './deal-batches.service.js';
import { ExportTurns } from './export-turns.guard.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { ImportColumnsController } from './import-columns.controller.js';
import { RecordExportsService } from './record-exports.service.js';
import { RunExportsController } from './run-exports.controller.js';
import { RunExportsService } from './run-exports.service.js';

/** Lists and tables as files, CSV or XLSX. */
@Module({
  imports: [
    AnalyticsModule,
    AttentionModule,
    DatasetsModule,
    IngestionModule,
    SalesRecordsModule,
    ScreensModule,
  ],
  controllers: [ExportsController, ImportColumnsController, RunExportsController],
  providers: [DealBatchesService, ExportTurns, ExportsService, RecordExportsService, RunExportsService],
})
export class ExportsModule {}
