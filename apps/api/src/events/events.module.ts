import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { ViewsModule } from '../views/views.module.js';
import { EventsController } from './events.controller.js';
import { EventsService } from './events.service.js';
import { RevisionNews } from './revision-news.service.js';

/** What happens, told to whoever listens. */
@Module({
  imports: [AuthModule, DatasetsModule, IngestionModule, ViewsModule],
  controllers: [EventsController],
  providers: [EventsService, RevisionNews],
})
export class EventsModule {}
