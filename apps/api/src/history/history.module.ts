import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { RollbackController } from './rollback.controller.js';
import { RollbackService } from './rollback.service.js';

/** What published revisions leave behind: going back to one. */
@Module({
  imports: [AuthModule, DatasetsModule, IngestionModule],
  controllers: [RollbackController],
  providers: [RollbackService],
})
export class HistoryModule {}
