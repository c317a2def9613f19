import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module.js';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { ViewsModule } from '../views/views.module.js';
import { SettingsWriterService } from './settings-writer.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsModule } from '../settings/settings.module.js';
import { WeightsEffectService } from './weights-effect.service.js';

/** The routes of settings: apart from the settings, which the numbers behind the answers need in turn. */
@Module({
  imports: [QuestionsModule, DatasetsModule, SettingsModule, ViewsModule],
  controllers: [SettingsController],
  providers: [SettingsWriterService, WeightsEffectService],
})
export class SettingRoutesModule {}
