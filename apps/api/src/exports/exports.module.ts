import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module.js';
import { AttentionModule } from '../attention/attention.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { SalesRecordsModule } from '../sales-records/sales-records.module.js';
import { ScreensModule } from '../screens/screens.module.js';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { BoardsModule } from '../boards/boards.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { BoardExportsController } from './board-exports.controller.js';
import { BoardExportsService } from './board-exports.service.js';
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
    BoardsModule,
    DatasetsModule,
    IngestionModule,
    QuestionsModule,
    SalesRecordsModule,
    ScreensModule,
  ],
  controllers: [BoardExportsController, ExportsController, ImportColumnsController, RunExportsController],
  providers: [
    BoardExportsService,
    DealBatchesService,
    ExportTurns,
    ExportsService,
    RecordExportsService,
    RunExportsService,
  ],
  exports: [ExportTurns],
})
export class ExportsModule {}
