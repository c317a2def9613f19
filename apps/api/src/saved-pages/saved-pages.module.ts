import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ViewsModule } from '../views/views.module.js';
import { SavedPagesAuditService } from './saved-pages-audit.service.js';
import { SavedPagesController } from './saved-pages.controller.js';
import { SavedPagesRepository } from './saved-pages.repository.js';
import { SavedPagesService } from './saved-pages.service.js';
import { StartPageController } from './start-page.controller.js';

/** Pages that people save under a name, and which of them they come in at. */
@Module({
  imports: [AuthModule, ViewsModule],
  controllers: [SavedPagesController, StartPageController],
  exports: [SavedPagesRepository],
  providers: [SavedPagesAuditService, SavedPagesRepository, SavedPagesService],
})
export class SavedPagesModule {}
