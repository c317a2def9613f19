import { Module } from '@nestjs/common';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { UsersModule } from '../users/users.module.js';
import { ViewsModule } from '../views/views.module.js';
import { Bootstrap } from './bootstrap.js';
import { SampleAgainController } from './sample-again.controller.js';
import { SampleAgainService } from './sample-again.service.js';
import { SamplePlan } from './sample-plan.js';
import { SampleSeed } from './sample-seed.js';
import { StorageSeed } from './storage-seed.js';
import { UnmarkedSample } from './unmarked-sample.js';

/** What an installation needs to be there: collections, views, people, and sample records on an empty one. */
@Module({
  imports: [UsersModule, ViewsModule, DatasetsModule, IngestionModule, TargetsModule],
  controllers: [SampleAgainController],
  providers: [StorageSeed, Bootstrap, SampleAgainService, SamplePlan, SampleSeed, UnmarkedSample],
})
export class SeedModule {}
