import { Module } from '@nestjs/common';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ViewsModule } from '../views/views.module.js';
import { AnswersService } from './answers.service.js';

/** What every question about numbers and records has in common: its parameters, its snapshot, its cached answer. */
@Module({
  imports: [DatasetsModule, SettingsModule, TargetsModule, ViewsModule],
  providers: [AnswersService],
  exports: [AnswersService],
})
export class QuestionsModule {}
