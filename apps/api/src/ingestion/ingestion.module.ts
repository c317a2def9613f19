import multipart from '@fastify/multipart';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { AuthModule } from '../auth/auth.module.js';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { LeasesModule } from '../leases/leases.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { ViewsModule } from '../views/views.module.js';
import { CancellationsService } from './cancellations.service.js';
import { DecisionsService } from './decisions.service.js';
import { KeptFilesRepository } from './runs/kept-files.repository.js';
import { UndecidedRunsRepository } from './runs/undecided-runs.repository.js';
import { UndecidedRunsService } from './runs/undecided-runs.service.js';
import { IngestionController } from './ingestion.controller.js';
import { IngestionService } from './ingestion.service.js';
import { IngestThreads } from './ingest-threads.js';
import { LeftoversRepository } from './runs/leftovers.repository.js';
import { PublisherService } from './publisher.service.js';
import { ImportsService } from './imports.service.js';
import { RefreshController } from './refresh.controller.js';
import { RecoveryService } from './recovery.service.js';
import { RunAuditService } from './run-audit.service.js';
import { RunQueueService } from './run-queue.service.js';
import { RunnerService } from './runner.service.js';
import { ReportListsRepository } from './runs/report-lists.repository.js';
import { RunChangesRepository } from './runs/run-changes.repository.js';
import { RunChangesService } from './run-changes.service.js';
import { RoomWaits } from './runs/room-waits.js';
import { RoomService } from './room.service.js';
import { RunListsController } from './run-lists.controller.js';
import { RunListsService } from './run-lists.service.js';
import { RunsRepository } from './runs/runs.repository.js';
import { ReadingMemoryService } from './reading-memory.service.js';
import { RereadingService } from './rereading.service.js';
import { SettlementService } from './settlement.service.js';
import { SampleDataController } from './sample-data.controller.js';
import { SameSourceService } from './same-source.service.js';
import { SampleDataService } from './sample-data.service.js';
import { ServiceAccount } from './sources/service-account.js';
import { SheetFetcherService } from './sources/sheet-fetcher.service.js';
import { SheetRunsService } from './sheet-runs.service.js';
import { SpoolService } from './spool.service.js';
import { WatchedRunsRepository } from './runs/watched-runs.repository.js';
import { WaitingRunsRepository } from './runs/waiting-runs.repository.js';
import { UploadsService } from './uploads.service.js';

/** From a file to a published revision. */
@Module({
  imports: [AuthModule, DatasetsModule, LeasesModule, SettingsModule, ViewsModule],
  controllers: [IngestionController, RefreshController, RunListsController, SampleDataController],
  providers: [
    CancellationsService,
    DecisionsService,
    KeptFilesRepository,
    UndecidedRunsRepository,
    UndecidedRunsService,
    ImportsService,
    IngestionService,
    IngestThreads,
    LeftoversRepository,
    PublisherService,
    ReadingMemoryService,
    RecoveryService,
    RereadingService,
    ReportListsRepository,
    RunChangesRepository,
    RunChangesService,
    RoomService,
    RoomWaits,
    RunListsService,
    RunnerService,
    SameSourceService,
    RunAuditService,
    RunQueueService,
    RunsRepository,
    SampleDataService,
    ServiceAccount,
    SettlementService,
    SheetFetcherService,
    SheetRunsService,
    SpoolService,
    UploadsService,
    WaitingRunsRepository,
    WatchedRunsRepository,
  ],
  exports: [
    CancellationsService,
    IngestionService,
    LeftoversRepository,
    RunChangesService,
    RunListsService,
    RunsRepository,
    SampleDataService,
    SettlementService,
    SheetRunsService,
    WatchedRunsRepository,
  ],
})
export class IngestionModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  async onModuleInit(): Promise<void> {
    // A file over the limit is refused by its reader, with a message of its own.
    await this.host.httpAdapter.getInstance().register(multipart, { throwFileSizeLimit: false });
  }
}
