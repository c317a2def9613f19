import { Module } from '@nestjs/common';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { ViewAnswerService } from './view-answer.service.js';
import { ViewReadingController } from './view-reading.controller.js';
import { ViewsController } from './views.controller.js';
import { ViewsModule } from '../views/views.module.js';

/** The routes of views: apart from their service, which the data behind the answers needs in turn. */
@Module({
  imports: [SettingsModule, ViewsModule, DatasetsModule],
  controllers: [ViewsController, ViewReadingController],
  providers: [ViewAnswerService],
  exports: [ViewAnswerService],
})
export class ViewRoutesModule {}
