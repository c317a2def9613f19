import { Module } from '@nestjs/common';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { IngestionModule } from '../ingestion/ingestion.module.js';
import { LeasesModule } from '../leases/leases.module.js';
import { UsersModule } from '../users/users.module.js';
import { ViewRoutesModule } from '../view-routes/view-routes.module.js';
import { ViewsModule } from '../views/views.module.js';
import { ArchivedViewsController } from './archived-views.controller.js';
import { CollectionMoves } from './collection-moves.service.js';
import { ManagedViewsController } from './managed-views.controller.js';
import { NewViewsService } from './new-views.service.js';
import { ViewArchiveService } from './view-archive.service.js';
import { ViewChangesService } from './view-changes.service.js';
import { ViewFields } from './view-fields.service.js';
import { ViewMovesRecovery } from './view-moves-recovery.service.js';
import { ViewMovesService } from './view-moves.service.js';
import { ViewNames } from './view-names.service.js';
import { ViewOpenersController } from './view-openers.controller.js';
import { ViewOpenersService } from './view-openers.service.js';
import { ViewTurnsService } from './view-turns.service.js';

/** Making, renaming, deleting and restoring views: above imports, which must not come in between. */
@Module({
  imports: [DatasetsModule, IngestionModule, LeasesModule, UsersModule, ViewRoutesModule, ViewsModule],
  controllers: [ManagedViewsController, ArchivedViewsController, ViewOpenersController],
  providers: [
    CollectionMoves,
    NewViewsService,
    ViewArchiveService,
    ViewChangesService,
    ViewFields,
    ViewMovesRecovery,
    ViewMovesService,
    ViewNames,
    ViewOpenersService,
    ViewTurnsService,
  ],
})
export class ManagedViewsModule {}
