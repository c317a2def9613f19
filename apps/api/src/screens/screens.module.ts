import { Module } from '@nestjs/common';
import { AskedModule } from '../asked/asked.module.js';
import { AttentionModule } from '../attention/attention.module.js';
import { SalesRecordsModule } from '../sales-records/sales-records.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { BoardColumnsController } from './board-columns.controller.js';
import { BoardColumnsService } from './board-columns.service.js';
import { ScreenAnswers } from './screen-answers.js';
import { ScreensController } from './screens.controller.js';
import { ScreensService } from './screens.service.js';

/** Screens: everything one of them draws in one answer, and the columns of its boards whole. */
@Module({
  imports: [AskedModule, AttentionModule, SalesRecordsModule, SettingsModule],
  controllers: [BoardColumnsController, ScreensController],
  providers: [BoardColumnsService, ScreenAnswers, ScreensService],
  exports: [ScreensService],
})
export class ScreensModule {}
