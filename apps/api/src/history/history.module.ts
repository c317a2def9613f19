import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { LeasesModule } from '../leases/leases.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { RetentionRepository } from './retention.repository.js';
import { RetentionService } from './retention.service.js';
import { RevisionChangesController } from './revision-changes.controller.js';
import { RevisionChangesRepository } from './revision-changes.repository.js';
import { RevisionChangesService } from './revision-changes.service.js';
import { RollbackController } from './rollback.controller.js';
import { RollbackService } from './rollback.service.js';

/** What published revisions leave behind: going back to one, comparing two, and how long it is kept. */
@Module({
  imports: [AuthModule, DatasetsModule, IngestionModule, LeasesModule, SettingsModule],
  controllers: [RevisionChangesController, RollbackController],
  providers: [
    RetentionRepository,
    RetentionService,
    RevisionChangesRepository,
    RevisionChangesService,
    RollbackService,
  ],
})
export class HistoryModule {}
