import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { SavedPagesModule } from '../saved-pages/saved-pages.module.js';
import { UsersModule } from '../users/users.module.js';
import { ViewsModule } from '../views/views.module.js';
import { UserAnswerService } from './user-answer.service.js';
import { UserChangesService } from './user-changes.service.js';
import { UsersController } from './users.controller.js';

/** Who may sign in, and what they may do. */
@Module({
  imports: [AuthModule, InvitationsModule, SavedPagesModule, UsersModule, ViewsModule],
  controllers: [UsersController],
  providers: [UserAnswerService, UserChangesService],
})
export class UserRoutesModule {}
