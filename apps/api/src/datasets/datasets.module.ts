import { Module } from '@nestjs/common';
import { DataStatusService } from './data-status.service.js';
import { ReadinessService } from './readiness.service.js';

/**
 * The data behind the numbers: metadata, and the record set of each view's current revision. It imports ViewsModule;
 * a controller that needs both lives in a module that imports both.
 */
@Module({
  providers: [DataStatusService, ReadinessService],
  exports: [DataStatusService, ReadinessService],
})
export class DatasetsModule {}
