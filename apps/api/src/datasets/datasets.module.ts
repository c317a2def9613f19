import { Module } from '@nestjs/common';
import { ViewsModule } from '../views/views.module.js';
import { RecordCollectionsRepository } from './record-collections.repository.js';
import { DataStatusService } from './data-status.service.js';
import { DatasetReader } from './dataset-reader.service.js';
import { MetadataRepository } from './metadata.repository.js';
import { ReadinessService } from './readiness.service.js';
import { RecordSetsService } from './record-sets.service.js';
import { RecordsRepository } from './records.repository.js';
import { RevisionWatch } from './revision-watch.service.js';

/**
 * The data behind the numbers: metadata, and the record set of each view's current revision. It imports ViewsModule;
 * a controller that needs both lives in a module that imports both.
 */
@Module({
  imports: [ViewsModule],
  providers: [
    RecordCollectionsRepository,
    DataStatusService,
    DatasetReader,
    MetadataRepository,
    ReadinessService,
    RecordSetsService,
    RecordsRepository,
    RevisionWatch,
  ],
  exports: [
    RecordCollectionsRepository,
    DataStatusService,
    DatasetReader,
    MetadataRepository,
    ReadinessService,
    RecordSetsService,
    RecordsRepository,
  ],
})
export class DatasetsModule {}
