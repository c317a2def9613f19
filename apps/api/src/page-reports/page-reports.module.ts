import { Module } from '@nestjs/common';
import { PageReportsController } from './page-reports.controller.js';
import { PageReportsService } from './page-reports.service.js';

/** What browsers report of the pages. */
@Module({ controllers: [PageReportsController], providers: [PageReportsService] })
export class PageReportsModule {}
