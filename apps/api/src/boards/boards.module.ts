import { Module } from '@nestjs/common';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { SalesRecordsModule } from '../sales-records/sales-records.module.js';
import { BoardDataController } from './board-data.controller.js';
import { BoardDataService } from './board-data.service.js';
import { BoardMakingService } from './board-making.service.js';
import { DealLookupService } from './deal-lookup.service.js';

/** What boards are made of for everybody, before anybody moves a deal. */
@Module({
  imports: [DatasetsModule, QuestionsModule, SalesRecordsModule],
  controllers: [BoardDataController],
  providers: [BoardDataService, BoardMakingService, DealLookupService],
  exports: [BoardMakingService],
})
export class BoardsModule {}
