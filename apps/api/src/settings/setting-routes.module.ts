import { Module } from '@nestjs/common';
import { AskedModule } from '../asked/asked.module.js';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { ViewsModule } from '../views/views.module.js';
import { SettingsWriterService } from './settings-writer.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsModule } from './settings.module.js';
import { WeightsEffectService } from './weights-effect.service.js';

/** The routes of settings: apart from the settings, which the numbers behind the answers need in turn. */
@Module({
  imports: [AskedModule, DatasetsModule, SettingsModule, ViewsModule],
  controllers: [SettingsController],
  providers: [SettingsWriterService, WeightsEffectService],
})
export class SettingRoutesModule {}
