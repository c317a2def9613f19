import { Module } from '@nestjs/common';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { ViewsModule } from '../views/views.module.js';
import { SampleTargetsService } from './sample-targets.service.js';
import { TargetChangesRepository } from './target-changes.repository.js';
import { TargetRevisionsService } from './target-revisions.service.js';
import { TargetSettersService } from './target-setters.service.js';
import { TargetWriterService } from './target-writer.service.js';
import { TargetsController } from './targets.controller.js';
import { TargetsService } from './targets.service.js';

/** Targets as stored and as resolved, their changes and their history. */
@Module({
  imports: [DatasetsModule, ViewsModule],
  controllers: [TargetsController],
  providers: [
    SampleTargetsService,
    TargetChangesRepository,
    TargetRevisionsService,
    TargetSettersService,
    TargetsService,
    TargetWriterService,
  ],
  exports: [TargetChangesRepository, TargetSettersService, TargetsService, TargetWriterService],
})
export class TargetsModule {}
