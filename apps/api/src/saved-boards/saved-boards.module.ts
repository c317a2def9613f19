import { Module } from '@nestjs/common';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { UsersModule } from '../users/users.module.js';
import { ViewsModule } from '../views/views.module.js';
import { BoardChecksService } from './board-checks.service.js';
import { BoardRevisionsService } from './board-revisions.service.js';
import { BoardVersionsRepository } from './board-versions.repository.js';
import { PovAuditService } from './pov-audit.service.js';
import { SavedBoardsRepository } from './saved-boards.repository.js';
import { SavedBoardsService } from './saved-boards.service.js';

/** Saved boards and their versions, whoever's they are. */
@Module({
  imports: [DatasetsModule, UsersModule, ViewsModule],
  providers: [
    PovAuditService,
    BoardChecksService,
    BoardRevisionsService,
    BoardVersionsRepository,
    SavedBoardsRepository,
    SavedBoardsService,
  ],
  exports: [SavedBoardsService],
})
export class SavedBoardsModule {}
