import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module.js';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { DealCardService } from './deal-card.service.js';
import { DealHistoryRepository } from './deal-history.repository.js';
import { DealsService } from './deals.service.js';
import { GoneDealsService } from './gone-deals.service.js';
import { RecordPagesService } from './record-pages.service.js';
import { RemovedDealsController } from './removed-deals.controller.js';
import { RemovedDealsService } from './removed-deals.service.js';
import { SalesRecordsController } from './sales-records.controller.js';
import { SalesRecordsService } from './sales-records.service.js';

/** The deals of a view as a table, and pages of any list of them. */
@Module({
  imports: [QuestionsModule, DatasetsModule],
  controllers: [RemovedDealsController, SalesRecordsController],
  providers: [
    DealCardService,
    DealHistoryRepository,
    DealsService,
    GoneDealsService,
    RecordPagesService,
    RemovedDealsService,
    SalesRecordsService,
  ],
  exports: [DealsService, RecordPagesService, SalesRecordsService],
})
export class SalesRecordsModule {}
