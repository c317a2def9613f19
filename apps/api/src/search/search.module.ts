import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module.js';
import { SalesRecordsModule } from '../sales-records/sales-records.module.js';
import { ViewsModule } from '../views/views.module.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

/** One search over all the views that somebody opens. */
@Module({
  imports: [QuestionsModule, SalesRecordsModule, ViewsModule],
  controllers: [SearchController],
  providers: [SearchService],
})
export class SearchModule {}
