import { Module } from '@nestjs/common';
import { ViewsModule } from '../views/views.module.js';
import { TargetsController } from './targets.controller.js';
import { TargetsService } from './targets.service.js';

/** Targets as stored and as resolved. */
@Module({
  imports: [ViewsModule],
  controllers: [TargetsController],
  providers: [TargetsService],
  exports: [TargetsService],
})
export class TargetsModule {}
