import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { UsersModule } from '../users/users.module.js';
import { ViewsModule } from '../views/views.module.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { InvitingService } from './inviting.service.js';

/** Sign-in links. */
@Module({
  imports: [AuthModule, UsersModule, ViewsModule],
  controllers: [InvitationsController],
  exports: [InvitationsRepository],
  providers: [InvitationsRepository, InvitationsService, InvitingService],
})
export class InvitationsModule {}
