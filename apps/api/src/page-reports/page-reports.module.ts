import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { PageReportsController } from './page-reports.controller.js';
import { PageReportsService } from './page-reports.service.js';

const MAX_A_MINUTE = 60;
const MINUTE_MS = 60_000;

/** What browsers report of the pages. */
@Module({
  imports: [ThrottlerModule.forRoot([{ ttl: MINUTE_MS, limit: MAX_A_MINUTE }])],
  controllers: [PageReportsController],
  providers: [PageReportsService],
})
export class PageReportsModule {}
