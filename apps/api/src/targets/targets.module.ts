import { Module } from '@nestjs/common';
import { ViewsModule } from '../views/views.module.js';
import { TargetChangesRepository } from './target-changes.repository.js';
import { TargetSettersService } from './target-setters.service.js';
import { TargetsController } from './targets.controller.js';
import { TargetsService } from './targets.service.js';

/** Targets as stored and as resolved. */
@Module({
  imports: [ViewsModule],
  controllers: [TargetsController],
  providers: [TargetChangesRepository, TargetSettersService, TargetsService],
  exports: [TargetSettersService, TargetsService],
})
export class TargetsModule {}
