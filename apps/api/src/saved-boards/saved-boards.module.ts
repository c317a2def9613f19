import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.js';
import { BoardRevisionsService } from './board-revisions.service.js';
import { BoardVersionsRepository } from './board-versions.repository.js';
import { SavedBoardsRepository } from './saved-boards.repository.js';
import { SavedBoardsService } from './saved-boards.service.js';

/** Saved boards and their versions, whoever's they are. */
@Module({
  imports: [UsersModule],
  providers: [BoardRevisionsService, BoardVersionsRepository, SavedBoardsRepository, SavedBoardsService],
  exports: [SavedBoardsService],
})
export class SavedBoardsModule {}
